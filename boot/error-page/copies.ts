// What this browser keeps of the site, and removing it where the visitor asks for that: service workers, their caches, cookies.

/** Whether the site has a service worker or caches in this browser. */
export async function hasCopy(): Promise<boolean> {
  try {
    const workers = (await navigator.serviceWorker?.getRegistrations()) ?? [];
    const names = "caches" in window ? await caches.keys() : [];
    return workers.length + names.length > 0;
  } catch {
    return false;
  }
}

export async function removeCopy(): Promise<void> {
  try {
    const workers = (await navigator.serviceWorker?.getRegistrations()) ?? [];
    await Promise.all(workers.map((worker) => worker.unregister()));
    const names = "caches" in window ? await caches.keys() : [];
    await Promise.all(names.map((name) => caches.delete(name)));
  } catch {
    // What the browser does not let go of is still there, and is shown again.
  }
}

/** Removes every cookie that a script can reach, from each path and domain that it may have been set for. */
export function removeCookies(): void {
  const names = document.cookie.split(";").map((cookie) => cookie.split("=")[0]?.trim() ?? "");
  const parts = location.pathname.split("/");
  const paths = parts.map((_, end) => parts.slice(0, end).join("/") || "/");
  const labels = location.hostname.split(".");
  const domains = labels.map((_, start) => labels.slice(start).join("."));
  for (const name of names.filter(Boolean)) {
    for (const path of [...paths, location.pathname]) {
      const gone = `${name}=; expires=Thu, 01 Jan 1970 00:00:00 GMT; path=${path}`;
      document.cookie = gone;
      for (const domain of domains) document.cookie = `${gone}; domain=${domain}`;
    }
  }
}

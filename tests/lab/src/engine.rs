//! The engines the lab drives: how each one's driver is started, what it is asked for, and how it comes to
//! trust the lab's certificates. What is done with an open browser is `visit`'s.

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::str::FromStr;

use anyhow::{Context, Error, Result, anyhow, bail};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::command::run;
use crate::world::World;

/// The port every driver listens on: each lab has a loopback of its own.
const PORT: u16 = 9515;
/// The display WebKitGTK draws on, by TCP on that loopback: a socket in `/tmp` would be shared by all labs.
const DISPLAY: &str = "127.0.0.1:1";
/// How long a page may take to open; it does in a few hundred milliseconds where the machine has nothing else to do.
const OPENING_MS: u32 = 30_000;
/// Where Debian's libraries look for the authorities the machine trusts.
const MACHINES_AUTHORITIES: &str = "/etc/ssl/certs/ca-certificates.crt";
/// Chromium's number for starting on `startup_urls`.
const START_ON_THESE: u8 = 4;
const CHROMIUM_FLAGS: [&str; 10] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--window-size=1200,1000",
];

/// A browser engine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Engine {
    /// Chromium, by chromedriver.
    Chromium,
    /// Firefox, by geckodriver.
    Firefox,
    /// WebKitGTK, by WebKitWebDriver, on a display that nobody sees.
    Webkit,
}

impl Engine {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::Webkit];

    /// Its name, in the command line and in files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::Webkit => "webkit",
        }
    }

    /// The program that drives it.
    pub const fn driver(self) -> &'static str {
        match self {
            Self::Chromium => "chromedriver",
            Self::Firefox => "geckodriver",
            Self::Webkit => "WebKitWebDriver",
        }
    }

    /// Where its driver takes commands.
    pub fn address(self) -> String {
        format!("http://127.0.0.1:{PORT}")
    }

    /// The command that starts its driver as the visitor.
    pub fn driver_command(self, world: &World) -> Command {
        let mut command = world.visitors_command(self.driver());
        command.arg(format!("--port={PORT}"));
        match self {
            Self::Chromium | Self::Firefox => {}
            Self::Webkit => {
                command
                    // Its own default wants IPv6 too, which the lab has switched off.
                    .arg("--host=127.0.0.1")
                    .env("DISPLAY", DISPLAY)
                    .env("GDK_BACKEND", "x11")
                    // No message bus, no bridge to it.
                    .env("NO_AT_BRIDGE", "1")
                    .env("GSETTINGS_BACKEND", "memory");
            }
        }
        command
    }

    /// The command that starts the display it draws on, where it cannot do without one.
    pub fn display_command(self, world: &World) -> Option<Command> {
        match self {
            Self::Chromium | Self::Firefox => None,
            Self::Webkit => {
                let mut command = world.visitors_command("Xvfb");
                command.args(
                    ":1 -screen 0 1280x1100x24 -ac -nolock -listen tcp -nolisten unix -nolisten local"
                        .split(' '),
                );
                Some(command)
            }
        }
    }

    /// Where that display listens.
    pub const fn display_address(self) -> &'static str {
        "127.0.0.1:6001"
    }

    /// What its driver is asked for.
    ///
    /// # Errors
    /// The browser is not installed.
    pub fn capabilities(self, world: &World) -> Result<Value> {
        let own = match self {
            Self::Chromium => {
                let mut flags = CHROMIUM_FLAGS.map(str::to_owned).to_vec();
                flags.push(format!("--user-data-dir={}", world.profile().display()));
                if let Some(extension) = world.extension() {
                    flags.push(format!("--load-extension={}", extension.display()));
                    flags.push(
                        "--disable-features=DisableLoadExtensionCommandLineSwitch".to_owned(),
                    );
                }
                json!({
                    "browserName": "chrome",
                    // Otherwise it starts on Debian's own page. The lab does not have it, and chromedriver waits for
                    // ever for a load whose end it has missed.
                    "goog:chromeOptions": {
                        "args": flags,
                        "prefs": { "session": {
                            "restore_on_startup": START_ON_THESE,
                            "startup_urls": ["about:blank"],
                        } },
                    },
                    "goog:loggingPrefs": { "browser": "ALL" },
                })
            }
            Self::Firefox => json!({
                "browserName": "firefox",
                "moz:firefoxOptions": {
                    "binary": firefox()?,
                    "args": ["-headless", "-profile", world.profile(), "--width=1200", "--height=1000"],
                    "prefs": {
                        // The visitor's own resolver is what the lab breaks.
                        "network.trr.mode": 5,
                        // Under a driver it would not look whether it is online.
                        "network.manage-offline-status": true,
                    },
                },
            }),
            Self::Webkit => json!({}),
        };
        // A page stands there when it can be read; one of its parts may never come.
        let mut all = json!({
            "pageLoadStrategy": "eager",
            "timeouts": { "pageLoad": OPENING_MS },
        });
        if let (Some(all), Value::Object(own)) = (all.as_object_mut(), own) {
            all.extend(own);
        }
        Ok(all)
    }

    /// Whether its driver hands out what the browser writes to its console.
    pub const fn has_console(self) -> bool {
        match self {
            Self::Chromium => true,
            Self::Firefox | Self::Webkit => false,
        }
    }

    /// Makes it trust the authority of `world`, for this lab's processes only.
    ///
    /// # Errors
    /// A program that does it is missing or fails.
    pub fn trust(self, world: &World) -> Result<()> {
        let authority = world.authority();
        match self {
            Self::Chromium => trust_in_store(&world.home().join(".pki/nssdb"), authority),
            Self::Firefox => trust_in_store(&world.profile(), authority),
            Self::Webkit => {
                if !Path::new(MACHINES_AUTHORITIES).exists() {
                    bail!(
                        "{MACHINES_AUTHORITIES} is missing, where WebKitGTK looks for authorities: \
                         install ca-certificates"
                    );
                }
                run(
                    "mount",
                    &format!("--bind {} {MACHINES_AUTHORITIES}", authority.display()),
                )
            }
        }
    }
}

impl fmt::Display for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.id())
    }
}

impl FromStr for Engine {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self> {
        let known = Self::ALL.into_iter().find(|engine| engine.id() == name);
        known.ok_or_else(|| {
            let all = Self::ALL.map(Self::id).join(", ");
            anyhow!("the lab drives no browser named {name}, only {all}")
        })
    }
}

/// Puts the authority into a store as Chromium and Firefox read them.
fn trust_in_store(store: &Path, authority: &Path) -> Result<()> {
    fs::create_dir_all(store).with_context(|| store.display().to_string())?;
    let store = format!("sql:{}", store.display());
    run("certutil", &format!("-N -d {store} --empty-password"))?;
    run(
        "certutil",
        &format!("-A -d {store} -n lab -t C,, -i {}", authority.display()),
    )
}

/// Firefox's program, under Debian's name or its own.
fn firefox() -> Result<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path)
        .flat_map(|folder| [folder.join("firefox-esr"), folder.join("firefox")])
        .find(|file| file.is_file())
        .context("Firefox is not to be found: install firefox-esr")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_engine_is_found_by_its_name_and_no_other() {
        for engine in Engine::ALL {
            assert_eq!(engine.id().parse::<Engine>().unwrap(), engine);
        }
        let error = "opera".parse::<Engine>().unwrap_err().to_string();
        assert!(error.contains("opera") && error.contains("chromium, firefox, webkit"));
    }
}

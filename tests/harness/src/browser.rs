//! Starting a browser with its driver: as a visitor has it who has been nowhere yet, in folders of its own.

use std::fs;
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use crate::command::{Background, run};
use crate::engine::Engine;
use crate::namespaces::mount_over;
use crate::webdriver::{Session, is_ready};

/// The port of a driver that has the loopback for itself.
pub const PORT: u16 = 9515;
/// The display WebKitGTK draws on, by TCP on that loopback: a socket in `/tmp` would be shared with other tests.
const DISPLAY: &str = "127.0.0.1:1";
/// Where that display listens.
const DISPLAY_ADDRESS: &str = "127.0.0.1:6001";
/// How long a page may take to open, in milliseconds; it does in a few hundred where the machine has nothing else to do.
const PAGE_LOAD_MS: u32 = 60_000;
/// Where Debian's libraries look for the authorities the machine trusts.
const SYSTEM_AUTHORITIES: &str = "/etc/ssl/certs/ca-certificates.crt";
/// Chromium's number for starting on `startup_urls`.
const START_ON_URLS: u8 = 4;
/// Chromium's number for what a page may not do.
const BLOCKED: u8 = 2;
const CHROMIUM_FLAGS: [&str; 9] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
];

/// How a browser is to be started.
pub struct Launch<'a> {
    /// Which one.
    pub engine: Engine,
    /// The folder for its home, its profile and its driver's log. What an earlier browser left there is removed.
    pub folder: &'a Path,
    /// The certificate of an authority that it is to trust. WebKitGTK needs a mount namespace for that.
    pub authority: Option<&'a Path>,
    /// An extension that Chromium loads.
    pub extension: Option<&'a Path>,
    /// The proxy that it asks through, as `host:port`.
    pub proxy: Option<String>,
    /// Further flags of Chromium's.
    pub chromium_flags: &'a [&'a str],
    /// The device that Chromium emulates.
    pub chromium_device: Option<Value>,
    /// Whether pages may run scripts.
    pub scripts: bool,
    /// The driver's port, or 0 for one that chromedriver chooses.
    pub port: u16,
}

impl<'a> Launch<'a> {
    /// An ordinary browser on a loopback of its own.
    pub const fn new(engine: Engine, folder: &'a Path) -> Self {
        Self {
            engine,
            folder,
            authority: None,
            extension: None,
            proxy: None,
            chromium_flags: &["--window-size=1200,1000"],
            chromium_device: None,
            scripts: true,
            port: PORT,
        }
    }

    /// Starts it.
    ///
    /// # Errors
    /// A program is not installed, or does not start.
    pub fn start(&self) -> Result<Browser> {
        if self.folder.exists() {
            fs::remove_dir_all(self.folder)?;
        }
        for folder in [self.home(), self.profile(), self.temporary()] {
            fs::create_dir_all(&folder).with_context(|| folder.display().to_string())?;
        }
        if let Some(authority) = self.authority {
            self.trust(authority)?;
        }
        let display = self.start_display()?;
        let mut driver = Background::start(&mut self.driver_command(), &self.log("driver"))?;
        let address = driver.wait_for(|| self.address().filter(|address| is_ready(address)))?;
        Ok(Browser {
            engine: self.engine,
            session: Session::open(&address, &self.capabilities()?)?,
            _driver: driver,
            _display: display,
        })
    }

    fn home(&self) -> PathBuf {
        self.folder.join("home")
    }

    fn profile(&self) -> PathBuf {
        self.folder.join("profile")
    }

    fn temporary(&self) -> PathBuf {
        self.folder.join("tmp")
    }

    fn log(&self, name: &str) -> PathBuf {
        self.folder.join(format!("{name}.log"))
    }

    /// A command with none of the machine's settings.
    fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command
            .env_clear()
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .env("HOME", self.home())
            .env("TMPDIR", self.temporary())
            .env("LANG", "C.UTF-8");
        command
    }

    fn start_display(&self) -> Result<Option<Background>> {
        match self.engine {
            Engine::Chromium | Engine::Firefox => Ok(None),
            Engine::Webkit => {
                let mut command = self.command("Xvfb");
                command.args(
                    ":1 -screen 0 1280x1100x24 -ac -nolock -listen tcp -nolisten unix -nolisten local"
                        .split(' '),
                );
                let mut display = Background::start(&mut command, &self.log("display"))?;
                display.wait_for(|| TcpStream::connect(DISPLAY_ADDRESS).ok())?;
                Ok(Some(display))
            }
        }
    }

    fn driver_command(&self) -> Command {
        let mut command = self.command(self.engine.driver());
        command.arg(format!("--port={}", self.port));
        match self.engine {
            Engine::Chromium | Engine::Firefox => {}
            Engine::Webkit => {
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

    /// Where the driver takes commands: chromedriver names the port that it chose in its first lines.
    fn address(&self) -> Option<String> {
        let port = match self.port {
            0 => {
                let log = fs::read_to_string(self.log("driver")).ok()?;
                let (_, rest) = log.split_once("successfully on port ")?;
                rest.split_once('.')?.0.parse().ok()?
            }
            port => port,
        };
        Some(format!("http://127.0.0.1:{port}"))
    }

    fn capabilities(&self) -> Result<Value> {
        let mut all = match self.engine {
            Engine::Chromium => self.chromium(),
            Engine::Firefox => json!({
                "browserName": "firefox",
                "moz:firefoxOptions": {
                    "binary": firefox()?,
                    "args": ["-headless", "-profile", self.profile(), "--width=1200", "--height=1000"],
                    "prefs": {
                        // The visitor's own resolver is what the lab breaks.
                        "network.trr.mode": 5,
                        // Under a driver it would not look whether it is online.
                        "network.manage-offline-status": true,
                        "javascript.enabled": self.scripts,
                    },
                },
            }),
            Engine::Webkit => json!({}),
        };
        if let Some(proxy) = &self.proxy {
            all["proxy"] = json!({ "proxyType": "manual", "httpProxy": proxy, "sslProxy": proxy });
        }
        all["timeouts"] = json!({ "pageLoad": PAGE_LOAD_MS });
        Ok(all)
    }

    fn chromium(&self) -> Value {
        let mut flags = CHROMIUM_FLAGS.map(str::to_owned).to_vec();
        flags.extend(self.chromium_flags.iter().map(|flag| (*flag).to_owned()));
        flags.push(format!("--user-data-dir={}", self.profile().display()));
        if let Some(extension) = self.extension {
            flags.push(format!("--load-extension={}", extension.display()));
            flags.push("--disable-features=DisableLoadExtensionCommandLineSwitch".to_owned());
        }
        let mut options = json!({
            "args": flags,
            // Otherwise it starts on Debian's own page, which the lab does not have, and chromedriver waits for ever for a
            // load whose end it has missed.
            "prefs": { "session": {
                "restore_on_startup": START_ON_URLS,
                "startup_urls": ["about:blank"],
            } },
        });
        if !self.scripts {
            options["prefs"]["profile"] =
                json!({ "default_content_setting_values": { "javascript": BLOCKED } });
        }
        if let Some(device) = &self.chromium_device {
            options["mobileEmulation"] = device.clone();
        }
        json!({
            "browserName": "chrome",
            "goog:chromeOptions": options,
            "goog:loggingPrefs": { "browser": "ALL" },
        })
    }

    /// Makes the browser trust an authority, for this test's processes only.
    fn trust(&self, authority: &Path) -> Result<()> {
        match self.engine {
            Engine::Chromium => trust_in_store(&self.home().join(".pki/nssdb"), authority),
            Engine::Firefox => trust_in_store(&self.profile(), authority),
            Engine::Webkit => {
                let file = Path::new(SYSTEM_AUTHORITIES);
                if !file.exists() {
                    bail!(
                        "{SYSTEM_AUTHORITIES} is missing, where WebKitGTK looks for authorities: \
                         install ca-certificates"
                    );
                }
                mount_over(authority, file)
            }
        }
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

/// A running browser. It is closed when this value is dropped.
pub struct Browser {
    engine: Engine,
    session: Session,
    // Dropped in this order: the driver goes before the display.
    _driver: Background,
    _display: Option<Background>,
}

impl Browser {
    /// Which one it is.
    pub const fn engine(&self) -> Engine {
        self.engine
    }

    /// What commands it.
    pub const fn session(&self) -> &Session {
        &self.session
    }

    /// What the browser wrote to its console since it was last asked; `null` where its driver keeps no such log.
    pub fn console(&self) -> Value {
        if !self.engine.has_console() {
            return Value::Null;
        }
        self.session
            .console()
            .unwrap_or_else(|error| json!({ "missing": format!("{error:#}") }))
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // A browser that does not answer is killed with its driver, or by the kernel with its namespaces.
        let _ = self.session.close();
    }
}

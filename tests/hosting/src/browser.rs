//! Chromium and Firefox, as a visitor has them: fresh, and trusting the test's authority.

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result};
use serde_json::{Value, json};
use whichside_lab::command::run_words as run;
use whichside_webdriver::{Session, wait_for};

use crate::world::World;

/// Where the driver takes commands: the loopback is the test's own.
const PORT: u16 = 9515;

/// A browser engine.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// Chromium, by chromedriver.
    Chromium,
    /// Firefox, by geckodriver.
    Firefox,
}

impl Engine {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Chromium, Self::Firefox];

    const fn driver(self) -> &'static str {
        match self {
            Self::Chromium => "chromedriver",
            Self::Firefox => "geckodriver",
        }
    }

    /// Whether its driver hands out what the browser writes to its console.
    pub const fn has_console(self) -> bool {
        match self {
            Self::Chromium => true,
            Self::Firefox => false,
        }
    }
}

impl fmt::Display for Engine {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.pad(match self {
            Self::Chromium => "Chromium",
            Self::Firefox => "Firefox",
        })
    }
}

/// A running browser; it ends with this value.
pub struct Browser {
    driver: Child,
    session: Option<Session>,
}

impl Browser {
    /// Opens one that has been nowhere yet.
    ///
    /// # Errors
    /// It does not start.
    pub fn open(world: &World, engine: Engine) -> Result<Self> {
        let home = world.folder.join("home");
        if home.exists() {
            fs::remove_dir_all(&home)?;
        }
        let profile = home.join("profile");
        fs::create_dir_all(&profile)?;
        let store = match engine {
            Engine::Chromium => home.join(".pki/nssdb"),
            Engine::Firefox => profile.clone(),
        };
        trust_in(&store, &world.certificates.authority())?;
        let log = fs::File::create(world.folder.join("driver"))?;
        let driver = Command::new(engine.driver())
            .arg(format!("--port={PORT}"))
            .env("HOME", &home)
            .env("TMPDIR", world.folder.join("tmp"))
            .stdin(Stdio::null())
            .stdout(log.try_clone()?)
            .stderr(log)
            .spawn()
            .with_context(|| format!("{} cannot be started", engine.driver()))?;
        let mut browser = Self {
            driver,
            session: None,
        };
        let address = format!("http://127.0.0.1:{PORT}");
        wait_for(&address)?;
        browser.session = Some(Session::open(&address, &capabilities(engine, &profile)?)?);
        Ok(browser)
    }

    /// The open window.
    ///
    /// # Errors
    /// There is none.
    pub fn page(&self) -> Result<&Session> {
        self.session.as_ref().context("the browser is not open")
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        if let Some(session) = &self.session {
            // One that does not answer goes with its driver, and at last with the namespaces.
            let _ = session.close();
        }
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}

fn capabilities(engine: Engine, profile: &Path) -> Result<Value> {
    Ok(match engine {
        Engine::Chromium => json!({
            "browserName": "chrome",
            "goog:chromeOptions": { "args": [
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--window-size=1200,1000",
                format!("--user-data-dir={}", profile.display()),
            ] },
            "goog:loggingPrefs": { "browser": "ALL" },
        }),
        Engine::Firefox => json!({
            "browserName": "firefox",
            "moz:firefoxOptions": {
                "binary": firefox()?,
                "args": ["-headless", "-profile", profile],
                "prefs": { "network.trr.mode": 5 },
            },
        }),
    })
}

/// Puts the authority into a store as Chromium and Firefox read them.
fn trust_in(store: &Path, authority: &Path) -> Result<()> {
    fs::create_dir_all(store).with_context(|| store.display().to_string())?;
    let store = format!("sql:{}", store.display());
    run("certutil", &["-N", "-d", &store, "--empty-password"])?;
    let authority = authority.to_string_lossy();
    run(
        "certutil",
        &[
            "-A", "-d", &store, "-n", "hosting", "-t", "C,,", "-i", &authority,
        ],
    )
    .map(drop)
}

/// Firefox's program, under Debian's name or its own.
fn firefox() -> Result<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path)
        .flat_map(|folder| [folder.join("firefox-esr"), folder.join("firefox")])
        .find(|file| file.is_file())
        .context("Firefox is not to be found: install firefox-esr")
}

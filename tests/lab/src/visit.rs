//! The visit: a real browser opens the page, a click starts the check, and every verdict shown is noted.

use std::process::{Child, Stdio};
use std::sync::mpsc::Sender;
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::addresses::PAGE_NAME;
use crate::webdriver::{Session, wait_for};
use crate::world::World;

/// How long a check may take.
const CHECK_LIMIT: Duration = Duration::from_secs(60);
/// How long the page may take to be ready for its visitor.
const READY_LIMIT: Duration = Duration::from_secs(20);
/// Between two looks at the page.
const PAUSE: Duration = Duration::from_millis(100);
/// What an open page may still have to do for itself before the network breaks.
const SETTLING: Duration = Duration::from_millis(700);
/// What the submit button of the one form may be.
const SUBMIT: &str = "form button[type=submit], form button:not([type]), form input[type=submit]";
/// How long the page may take to open; it does in a few hundred milliseconds.
const OPENING_MS: u32 = 10_000;
const FLAGS: [&str; 10] = [
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

/// A verdict, as the page showed it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Shown {
    /// Milliseconds since the click.
    pub ms: f64,
    /// `data-state`.
    pub state: String,
    /// `data-side`.
    pub side: String,
    /// `data-cause`.
    pub cause: String,
    /// `data-confidence`.
    pub confidence: String,
    /// `data-cause-confidence`.
    pub cause_confidence: String,
}

/// All that a visit yields.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Visit {
    /// Every verdict shown since the click, in order.
    pub shown: Vec<Shown>,
    /// The page's own report.
    pub report: Value,
    /// What the browser wrote to its console.
    pub console: Value,
}

/// A browser with the page open.
pub struct Browser {
    session: Session,
    driver: Child,
}

impl Browser {
    /// Starts a browser and opens the page. To be called in the visitor's namespace.
    ///
    /// # Errors
    /// The browser does not start, or the page never becomes ready.
    pub fn open(world: &World) -> Result<Self> {
        let log = world.log_file("chromedriver")?;
        let driver = world
            .visitors_command("chromedriver")
            .arg("--port=9515")
            .stdout(log.try_clone()?)
            .stderr(Stdio::from(log))
            .spawn()
            .context("chromedriver cannot be started: install chromium-driver")?;
        let address = "http://127.0.0.1:9515";
        wait_for(address)?;
        let session = Session::open(address, &capabilities(world))?;
        let browser = Self { session, driver };
        let page = format!("https://{PAGE_NAME}/");
        // Started with an extension, Chromium did not finish its first navigation in 2 of about 60 starts; why is not known.
        // No check has begun by then, so it is asked to open the page once more.
        browser
            .session
            .go_to(&page)
            .or_else(|_| browser.session.go_to(&page))?;
        browser.wait_until_ready()?;
        Ok(browser)
    }

    /// Enters `url`, submits, says so to `clicked`, and waits until the check is done or its time is over.
    ///
    /// # Errors
    /// The page cannot be used, or breaks its contract.
    pub fn check(&self, url: &str, clicked: Sender<()>) -> Result<Vec<Shown>> {
        let input = self.session.find("form input[name=url]")?;
        self.session.fill_in(&input, url)?;
        let button = self.session.find(SUBMIT)?;
        self.session
            .run(include_str!("watch.js"), &[button.as_argument()])?;
        self.session.click(&button)?;
        // Where nobody listens, nothing is to happen after the click.
        let _ = clicked.send(());
        let start = Instant::now();
        loop {
            thread::sleep(PAUSE);
            let shown = self.session.run("return window.labSeen.shown", &[])?;
            let shown: Vec<Shown> =
                serde_json::from_value(shown).context("the noted verdicts cannot be read")?;
            if shown.iter().any(|verdict| verdict.state == "done") || start.elapsed() > CHECK_LIMIT
            {
                return Ok(shown);
            }
        }
    }

    /// The page's report, and the console so far. A page without a report has `null`.
    pub fn report(&self) -> (Value, Value) {
        let asked = self
            .session
            .find("[data-action=report]")
            .and_then(|control| self.session.click(&control))
            .and_then(|()| {
                thread::sleep(PAUSE);
                self.session.run(
                    "return document.querySelector('pre[data-report]')?.textContent",
                    &[],
                )
            });
        let report = match asked {
            Ok(Value::String(text)) => serde_json::from_str(&text).unwrap_or_else(
                |error| json!({ "unreadable": text, "because": error.to_string() }),
            ),
            Ok(_) => Value::Null,
            Err(error) => json!({ "missing": format!("{error:#}") }),
        };
        let console = self
            .session
            .console()
            .unwrap_or_else(|error| json!({ "missing": format!("{error:#}") }));
        (report, console)
    }

    /// A picture of the page, as PNG.
    ///
    /// # Errors
    /// None can be taken.
    pub fn picture(&self) -> Result<Vec<u8>> {
        self.session.picture()
    }

    fn wait_until_ready(&self) -> Result<()> {
        let start = Instant::now();
        while start.elapsed() < READY_LIMIT {
            let ready = self.session.run(
                "return document.readyState === 'complete' \
                 && document.querySelectorAll('[data-verdict]').length === 1 \
                 && document.querySelector('form input[name=url]') !== null",
                &[],
            )?;
            if ready == json!(true) {
                thread::sleep(SETTLING);
                return Ok(());
            }
            thread::sleep(PAUSE);
        }
        let said = self.session.console().unwrap_or_default();
        bail!("the page shows no form and verdict within {READY_LIMIT:?}; console: {said}")
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // The browser goes with its driver; the namespace takes what is left of either.
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}

fn capabilities(world: &World) -> Value {
    let mut flags: Vec<String> = FLAGS.iter().map(|&flag| flag.to_owned()).collect();
    flags.push(format!("--user-data-dir={}", world.profile().display()));
    if let Some(extension) = world.extension() {
        flags.push(format!("--load-extension={}", extension.display()));
        flags.push("--disable-features=DisableLoadExtensionCommandLineSwitch".to_owned());
    }
    json!({
        "browserName": "chrome",
        "goog:chromeOptions": { "args": flags },
        "goog:loggingPrefs": { "browser": "ALL" },
        "timeouts": { "pageLoad": OPENING_MS },
    })
}

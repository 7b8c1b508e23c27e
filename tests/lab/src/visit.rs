//! The visit: a real browser opens the page, a click starts the check, and every verdict shown is noted.

use std::collections::BTreeMap;
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::Sender;
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use whichside_diagnosis::observation::Question;
use whichside_webdriver::{Session, wait_for};

use crate::addresses::PAGE_NAME;
use crate::engine::Engine;
use crate::visitor::Visitor;
use crate::world::World;

/// How long a check may take.
const CHECK_LIMIT: Duration = Duration::from_secs(60);
/// How long the page may take to be ready for its visitor.
const READY_LIMIT: Duration = Duration::from_secs(20);
/// How often the page is tried to be opened.
const TRIES: usize = 3;
/// Between two looks at the page.
const PAUSE: Duration = Duration::from_millis(100);
/// What an open page may still have to do for itself before the network breaks.
const SETTLING: Duration = Duration::from_millis(700);
/// What the submit button of the one form may be.
const SUBMIT: &str = "form button[type=submit], form button:not([type]), form input[type=submit]";
/// How long the display may take to start.
const DISPLAY_LIMIT: Duration = Duration::from_secs(5);

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

impl Shown {
    /// Whether it says whose side is broken, or that none is.
    pub fn names_a_side(&self) -> bool {
        matches!(self.side.as_str(), "yours" | "theirs" | "works")
    }

    /// The probability it claims for its side.
    pub fn sureness(&self) -> Option<f64> {
        self.confidence.parse().ok()
    }
}

/// All that a visit yields.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Visit {
    /// Every verdict shown since the click, in order.
    pub shown: Vec<Shown>,
    /// The page's own report.
    pub report: Value,
    /// What the browser wrote to its console; `null` where its driver keeps no such log.
    pub console: Value,
    /// What the browser calls itself.
    pub user_agent: String,
    /// What the page asked its visitor, in order, with the answers; `None`: the visitor can't say.
    #[serde(default)]
    pub asked: Vec<(String, Option<bool>)>,
    /// Every answer that the visitor has come to know, by the question's id.
    #[serde(default)]
    pub answers: BTreeMap<String, bool>,
}

/// A browser with the page open.
pub struct Browser {
    engine: Engine,
    session: Session,
    /// The driver, and what it stands on.
    processes: Vec<Running>,
}

/// A process that ends with this value.
struct Running(Child);

impl Browser {
    /// Starts a browser and opens the page. To be called in the visitor's namespace.
    ///
    /// # Errors
    /// The browser does not start, or the page never becomes ready.
    pub fn open(world: &World, engine: Engine) -> Result<Self> {
        let browser = Self::start(world, engine)?;
        browser.open_page()?;
        browser.wait_until_ready()?;
        Ok(browser)
    }

    /// Starts a browser. To be called in the visitor's namespace.
    ///
    /// # Errors
    /// It does not start.
    pub fn start(world: &World, engine: Engine) -> Result<Self> {
        let mut processes = Vec::new();
        if let Some(display) = engine.display_command(world) {
            processes.push(Running::start(world, display)?);
            wait_for_display(engine.display_address())?;
        }
        processes.push(Running::start(world, engine.driver_command(world))?);
        let address = engine.address();
        wait_for(&address).with_context(|| format!("{} does not start", engine.driver()))?;
        Ok(Self {
            engine,
            session: Session::open(&address, &engine.capabilities(world)?)?,
            processes,
        })
    }

    /// What commands it.
    pub const fn session(&self) -> &Session {
        &self.session
    }

    /// Opens the page, and as a visitor would, again where a lossy link has lost it.
    fn open_page(&self) -> Result<()> {
        let page = format!("https://{PAGE_NAME}/");
        (1..TRIES)
            .find_map(|_| self.session.go_to(&page).ok())
            .map_or_else(|| self.session.go_to(&page), Ok)
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
            let shown = self.shown()?;
            if shown.iter().any(|verdict| verdict.state == "done") || start.elapsed() > CHECK_LIMIT
            {
                return Ok(shown);
            }
        }
    }

    /// Every verdict shown since the click.
    ///
    /// # Errors
    /// The page is gone.
    pub fn shown(&self) -> Result<Vec<Shown>> {
        let shown = self.session.run("return window.labSeen.shown", &[])?;
        serde_json::from_value(shown).context("the noted verdicts cannot be read")
    }

    /// Has the visitor answer what the page asks, one question after the other, and `look_around` if they were asked at all.
    /// Hands back what was asked.
    ///
    /// # Errors
    /// A question that is none, or that cannot be answered by a click.
    pub fn be_asked(
        &self,
        visitor: &mut Visitor<'_>,
        look_around: bool,
    ) -> Result<Vec<(String, Option<bool>)>> {
        let mut asked = Vec::new();
        while let Some(question) = self.question()? {
            if asked.iter().any(|(before, _)| *before == question.id()) {
                bail!("the page asks twice: {}", question.id());
            }
            let answer = visitor.answers(&self.session, question)?;
            // A late answer may have settled it while the visitor looked.
            if self.question()? != Some(question) {
                continue;
            }
            let action = match answer {
                Some(true) => "yes",
                Some(false) => "no",
                None => "unsure",
            };
            let button = format!("[data-question] [data-action={action}]");
            self.session.click(&self.session.find(&button)?)?;
            thread::sleep(PAUSE);
            asked.push((question.id().to_owned(), answer));
        }
        if look_around && !asked.is_empty() {
            visitor.look_around(&self.session)?;
        }
        Ok(asked)
    }

    fn question(&self) -> Result<Option<Question>> {
        let id = self.session.run(
            "return document.querySelector('[data-question]')?.dataset.question ?? null",
            &[],
        )?;
        let Some(id) = id.as_str() else {
            return Ok(None);
        };
        let known = Question::ALL.into_iter().find(|known| known.id() == id);
        Ok(Some(known.with_context(|| {
            format!("the page asks {id}, which is no question")
        })?))
    }

    /// The page's report with nothing left out. A page without a report has `null`.
    pub fn report(&self) -> Value {
        match self.report_text() {
            Ok(Value::String(text)) => serde_json::from_str(&text).unwrap_or_else(
                |error| json!({ "unreadable": text, "because": error.to_string() }),
            ),
            Ok(_) => Value::Null,
            Err(error) => json!({ "missing": format!("{error:#}") }),
        }
    }

    fn report_text(&self) -> Result<Value> {
        self.session.run(
            "const redact = document.querySelector('input[name=redacted]'); \
             if (redact?.checked) redact.click();",
            &[],
        )?;
        let control = self.session.find("[data-action=report]")?;
        self.session.click(&control)?;
        thread::sleep(PAUSE);
        self.session.run(
            "return document.querySelector('pre[data-report]')?.textContent",
            &[],
        )
    }

    /// What the browser wrote to its console so far.
    pub fn console(&self) -> Value {
        if !self.engine.has_console() {
            return Value::Null;
        }
        self.session
            .console()
            .unwrap_or_else(|error| json!({ "missing": format!("{error:#}") }))
    }

    /// What the browser calls itself.
    ///
    /// # Errors
    /// It does not answer.
    pub fn user_agent(&self) -> Result<String> {
        let said = self.session.run("return navigator.userAgent", &[])?;
        serde_json::from_value(said).context("the browser does not say what it is")
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
        let said = self.console();
        bail!("the page shows no form and verdict within {READY_LIMIT:?}; console: {said}")
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // The driver goes before the display, and the browser with its driver; the namespace takes what is left.
        while let Some(process) = self.processes.pop() {
            drop(process);
        }
    }
}

impl Running {
    fn start(world: &World, mut command: Command) -> Result<Self> {
        let program = command.get_program().to_string_lossy().into_owned();
        let log = world.log_file(&program)?;
        let child = command
            .stdout(log.try_clone()?)
            .stderr(Stdio::from(log))
            .spawn()
            .with_context(|| format!("{program} cannot be started: is it installed?"))?;
        Ok(Self(child))
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // One that has already ended is what is wanted.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn wait_for_display(address: &str) -> Result<()> {
    let start = Instant::now();
    while TcpStream::connect(address).is_err() {
        if start.elapsed() > DISPLAY_LIMIT {
            bail!("Xvfb does not listen on {address}; is it installed?");
        }
        thread::sleep(Duration::from_millis(20));
    }
    Ok(())
}

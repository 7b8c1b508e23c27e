//! The visit: a real browser opens the page, a click starts the check, and every verdict shown is noted.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::mpsc::Sender;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use whichside_diagnosis::observation::Question;
use whichside_egress::traffic::Entry;
use whichside_harness::browser::Browser;
use whichside_harness::engine::Engine;
use whichside_harness::wait::until;
use whichside_harness::webdriver::Session;

use crate::addresses::PAGE_NAME;
use crate::egress::stores;
use crate::visitor::Visitor;
use crate::world::World;

/// How often the page is tried to be opened.
const TRIES: usize = 3;
/// How long an open page must have loaded nothing more before the network breaks.
const SETTLED: Duration = Duration::from_millis(700);
/// What the submit button of the one form may be.
const SUBMIT: &str = "form button[type=submit], form button:not([type]), form input[type=submit]";
/// Whether the page shows its form and its verdict.
const IS_READY: &str = "return document.readyState === 'complete' \
    && document.querySelectorAll('[data-verdict]').length === 1 \
    && document.querySelector('form input[name=url]') !== null";

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

/// What the page shows as the site's own word.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct OwnWord {
    /// `data-word`: how far it is; empty where the evidence did not come.
    pub course: String,
    /// All that stands there.
    pub text: String,
    /// The addresses of its links.
    pub links: Vec<String>,
    /// The names of elements that nothing fetched may become.
    pub foreign: Vec<String>,
}

/// All that a visit yields.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Visit {
    /// Every verdict shown since the click, in order.
    pub shown: Vec<Shown>,
    /// The page's own report.
    pub report: Value,
    /// What stands there as the site's own word.
    #[serde(default)]
    pub own_word: OwnWord,
    /// What the browser wrote to its console; `null` where its driver keeps no such log.
    pub console: Value,
    /// The message of a page that does not go on; empty: it does.
    #[serde(default)]
    pub fatal: String,
    /// What the browser calls itself.
    pub user_agent: String,
    /// What the page asked its visitor, in order, with the answers; `None`: the visitor can't say.
    #[serde(default)]
    pub asked: Vec<(String, Option<bool>)>,
    /// Every answer that the visitor has come to know, by the question's id.
    #[serde(default)]
    pub answers: BTreeMap<String, bool>,
}

/// The page, open in a browser.
pub struct Page {
    browser: Browser,
}

impl Page {
    /// Starts a browser and opens the page, as a visitor would: again where a lossy link has lost it. To be called in the
    /// visitor's network.
    ///
    /// # Errors
    /// The browser does not start, or the page never becomes ready.
    pub fn open(world: &World, engine: Engine, hurried: bool) -> Result<Self> {
        let page = Self {
            browser: world.start_browser(engine)?,
        };
        let address = format!("https://{PAGE_NAME}/");
        let open = || page.session().go_to(&address);
        (1..TRIES).find_map(|_| open().ok()).map_or_else(open, Ok)?;
        page.wait_until_ready()?;
        if !hurried {
            page.wait_until_settled(world)?;
        }
        Ok(page)
    }

    fn session(&self) -> &Session {
        self.browser.session()
    }

    fn wait_until_ready(&self) -> Result<()> {
        until("a page with a form and a verdict", || {
            Ok(if self.session().run(IS_READY, &[])? == json!(true) {
                Ok(())
            } else {
                Err(format!("console: {}", self.browser.console()))
            })
        })
    }

    /// Waits until the page and its service worker have loaded what they load by themselves.
    fn wait_until_settled(&self, world: &World) -> Result<()> {
        let (mut loaded, mut since) = (String::new(), Instant::now());
        until("a page that loads nothing more", || {
            let worker = self.session().run(include_str!("worker.js"), &[])?;
            let now = format!("{worker} {}", world.page_requests()?.len());
            if now != loaded {
                (loaded, since) = (now, Instant::now());
            }
            Ok(
                if worker != json!("installing") && since.elapsed() > SETTLED {
                    Ok(())
                } else {
                    Err(loaded.clone())
                },
            )
        })
    }

    /// Waits until the browser has noticed that its link is down.
    ///
    /// # Errors
    /// It does not notice.
    pub fn wait_until_offline(&self) -> Result<()> {
        until("a browser that knows that it is offline", || {
            let online = self.session().run("return navigator.onLine", &[])?;
            Ok(if online == json!(false) {
                Ok(())
            } else {
                Err("online".to_owned())
            })
        })
    }

    /// Chooses “Only from this browser”.
    ///
    /// # Errors
    /// The page offers no such switch.
    pub fn switch_outside_off(&self) -> Result<()> {
        let script = "document.querySelector('form input[name=only-here]').click()";
        self.session().run(script, &[]).map(drop)
    }

    /// What the page has kept.
    ///
    /// # Errors
    /// The page is gone.
    pub fn kept(&self) -> Result<BTreeSet<Entry>> {
        stores::kept(self.session())
    }

    /// Enters `url`, chooses what is seen if anything, submits, says so to `clicked`, and waits until the check is done.
    ///
    /// # Errors
    /// The page cannot be used, or breaks its contract.
    pub fn check(&self, url: &str, seen: &str, clicked: Sender<()>) -> Result<Vec<Shown>> {
        let session = self.session();
        let input = session.find("form input[name=url]")?;
        session.fill_in(&input, url)?;
        if !seen.is_empty() {
            session.run(
                "const menu = document.querySelector('[name=seen]'); menu.value = arguments[0]; \
                 menu.dispatchEvent(new Event('change', { bubbles: true }));",
                &[seen.into()],
            )?;
        }
        let button = session.find(SUBMIT)?;
        session.run(include_str!("watch.js"), &[button.as_argument()])?;
        session.click(&button)?;
        // Where nobody listens, nothing is to happen after the click.
        let _ = clicked.send(());
        // A check that never ends is judged by what it has shown.
        let done = until("a check that is done", || {
            let shown = self.shown()?;
            Ok(if shown.iter().any(|verdict| verdict.state == "done") {
                Ok(shown)
            } else {
                Err(format!("{:?}", shown.last()))
            })
        });
        done.or_else(|_| self.shown())
    }

    /// What the page shows as the site's own word, once the site was asked for it or is not.
    ///
    /// # Errors
    /// The page is gone, or never asks.
    pub fn own_word(&self) -> Result<OwnWord> {
        let is_done = self
            .shown()?
            .last()
            .is_some_and(|verdict| verdict.state == "done");
        until("the site's own word, or none", || {
            let seen = self.session().run(include_str!("own_word.js"), &[])?;
            let word: OwnWord = serde_json::from_value(seen)?;
            Ok(match word.course.as_str() {
                "waiting" | "asking" if is_done => Err(word.course),
                _ => Ok(word),
            })
        })
    }

    /// Every verdict shown since the click.
    ///
    /// # Errors
    /// The page is gone.
    pub fn shown(&self) -> Result<Vec<Shown>> {
        let shown = self.session().run("return window.labSeen.shown", &[])?;
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
        let mut asked: Vec<(String, Option<bool>)> = Vec::new();
        while let Some(question) = self.next_question(&asked)? {
            let answer = visitor.answers(self.session(), question)?;
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
            let session = self.session();
            session.click(&session.find(&button)?)?;
            asked.push((question.id().to_owned(), answer));
        }
        if look_around && !asked.is_empty() {
            visitor.look_around(self.session())?;
        }
        Ok(asked)
    }

    /// What the page asks now, once it does not ask any more what was answered.
    fn next_question(&self, asked: &[(String, Option<bool>)]) -> Result<Option<Question>> {
        until("another question, or none", || {
            let question = self.question()?;
            let is_answered = |question: &Question| asked.iter().any(|(id, _)| id == question.id());
            Ok(match question.filter(is_answered) {
                Some(again) => Err(format!("the page asks {} again", again.id())),
                None => Ok(question),
            })
        })
    }

    fn question(&self) -> Result<Option<Question>> {
        let id = self.session().run(
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

    /// What the page says where it does not go on.
    ///
    /// # Errors
    /// The page is gone.
    pub fn fatal(&self) -> Result<String> {
        let said = self.session().run(
            "const place = document.getElementById('fatal'); \
             return place.hidden ? '' : [place.textContent, ...(window.labErrors ?? [])].join(' | ')",
            &[],
        )?;
        Ok(said.as_str().unwrap_or_default().to_owned())
    }

    /// Waits until the page says how its first remedy is done, where it advises one: the program that says so and its file were
    /// kept when the page was opened, whatever has broken since.
    ///
    /// # Errors
    /// It does not say so.
    pub fn wait_for_steps(&self) -> Result<()> {
        until("how the first remedy is done", || {
            let advised = self.session().run(include_str!("steps.js"), &[])?;
            Ok(if advised == json!("without steps") {
                Err(format!("console: {}", self.browser.console()))
            } else {
                Ok(())
            })
        })
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
        let session = self.session();
        session.run(
            "const redact = document.querySelector('input[name=redacted]'); \
             if (redact?.checked) redact.click();",
            &[],
        )?;
        session.click(&session.find("[data-action=report]")?)?;
        until("a report", || {
            let text = session.run(
                "return document.querySelector('pre[data-report]')?.textContent",
                &[],
            )?;
            Ok(if text.is_string() {
                Ok(text)
            } else {
                Err(text.to_string())
            })
        })
    }

    /// What the browser wrote to its console so far.
    pub fn console(&self) -> Value {
        self.browser.console()
    }

    /// What the browser calls itself.
    ///
    /// # Errors
    /// It does not answer.
    pub fn user_agent(&self) -> Result<String> {
        let said = self.session().run("return navigator.userAgent", &[])?;
        serde_json::from_value(said).context("the browser does not say what it is")
    }

    /// A picture of the page, as PNG.
    ///
    /// # Errors
    /// None can be taken.
    pub fn picture(&self) -> Result<Vec<u8>> {
        self.session().picture()
    }
}

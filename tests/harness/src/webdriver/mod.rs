//! A W3C WebDriver client: the few commands the tests give a browser. Starting the browser is `browser`'s.

mod frames;
mod input;
mod windows;

use anyhow::{Context, Result, bail};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use minreq::Method;
use serde_json::{Value, json};

pub use frames::Shadow;

/// Seconds a command may take; more than a page may need to load.
const COMMAND_LIMIT_S: u64 = 120;
/// Seconds a browser may take to close; one that does not is killed.
const CLOSE_LIMIT_S: u64 = 10;
/// The key under which WebDriver hands out elements.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// A browser under control.
pub struct Session {
    base: String,
}

/// An element of the open page.
pub struct Element {
    id: String,
}

impl Session {
    /// Opens a browser through the driver at `driver` ("http://…").
    ///
    /// # Errors
    /// The driver cannot be reached or refuses.
    pub fn open(driver: &str, capabilities: &Value) -> Result<Self> {
        let body = json!({ "capabilities": { "alwaysMatch": capabilities } });
        let value = command(Method::Post, &format!("{driver}/session"), Some(&body))
            .context("the browser cannot be opened")?;
        let id = value["sessionId"]
            .as_str()
            .context("the driver gave no session")?;
        Ok(Self {
            base: format!("{driver}/session/{id}"),
        })
    }

    /// Goes to `url` and waits for it to load.
    ///
    /// # Errors
    /// It does not load.
    pub fn go_to(&self, url: &str) -> Result<()> {
        self.post("url", &json!({ "url": url }))
            .with_context(|| format!("{url} does not open"))?;
        Ok(())
    }

    /// The first element that `selector` fits.
    ///
    /// # Errors
    /// There is none.
    pub fn find(&self, selector: &str) -> Result<Element> {
        let value = self
            .post(
                "element",
                &json!({ "using": "css selector", "value": selector }),
            )
            .with_context(|| format!("the page has no {selector}"))?;
        let id = value[ELEMENT]
            .as_str()
            .context("the driver gave no element")?;
        Ok(Element { id: id.to_owned() })
    }

    /// Every element that `selector` fits, in the page's order.
    ///
    /// # Errors
    /// The page is gone.
    pub fn find_all(&self, selector: &str) -> Result<Vec<Element>> {
        let wanted = json!({ "using": "css selector", "value": selector });
        let found = self.post("elements", &wanted)?;
        let found = found.as_array().context("the driver gave no list")?;
        let elements = found.iter().filter_map(|each| each[ELEMENT].as_str());
        Ok(elements.map(|id| Element { id: id.to_owned() }).collect())
    }

    /// Types `text` into `element`, in place of what it holds.
    ///
    /// # Errors
    /// It cannot be typed into.
    pub fn fill_in(&self, element: &Element, text: &str) -> Result<()> {
        self.post(&format!("element/{}/clear", element.id), &json!({}))?;
        self.post(
            &format!("element/{}/value", element.id),
            &json!({ "text": text }),
        )?;
        Ok(())
    }

    /// Clicks `element` as a visitor would: what hides it or lies over it is an error.
    ///
    /// # Errors
    /// It cannot be clicked.
    pub fn click(&self, element: &Element) -> Result<()> {
        self.post(&format!("element/{}/click", element.id), &json!({}))?;
        Ok(())
    }

    /// Runs `script` in the page, as the body of a function.
    ///
    /// # Errors
    /// It throws.
    pub fn run(&self, script: &str, arguments: &[Value]) -> Result<Value> {
        self.post(
            "execute/sync",
            &json!({ "script": script, "args": arguments }),
        )
    }

    /// Closes the browser.
    ///
    /// # Errors
    /// It does not answer any more.
    pub fn close(&self) -> Result<()> {
        within(CLOSE_LIMIT_S, Method::Delete, &self.base, None).map(drop)
    }

    /// What the browser wrote to its console since it was last asked.
    ///
    /// # Errors
    /// The driver keeps no such log.
    pub fn console(&self) -> Result<Value> {
        self.post("se/log", &json!({ "type": "browser" }))
    }

    /// A picture of the page, as PNG.
    ///
    /// # Errors
    /// None can be taken.
    pub fn picture(&self) -> Result<Vec<u8>> {
        let value = self.get("screenshot")?;
        let text = value.as_str().context("the driver gave no picture")?;
        STANDARD.decode(text).context("the picture cannot be read")
    }

    /// Opens `url` in a tab of its own for at most so many seconds, and closes it: its title and text, or nothing where the
    /// browser shows a page of its own instead.
    ///
    /// # Errors
    /// The browser has no tabs.
    pub fn in_a_tab(&self, url: &str, patience_s: u32) -> Result<Option<String>> {
        let before = self.window()?;
        let tab = self.post("window/new", &json!({ "type": "tab" }))?;
        self.post("window", &json!({ "handle": tab["handle"] }))?;
        self.post("timeouts", &json!({ "pageLoad": patience_s * 1_000 }))?;
        // A page one of whose parts never comes stands there and can be read, though it never ends to load.
        let there = match self.go_to(url) {
            Ok(()) => true,
            Err(error) => format!("{error:#}").contains("timeout: "),
        };
        let said = there
            .then(|| self.run(include_str!("read.js"), &[]).ok())
            .flatten()
            .and_then(|said| said.as_str().map(str::to_owned));
        // A login dialog, where there is one, would stand in the way of closing, and so would a page that loads for ever.
        let _ = self.post("alert/dismiss", &json!({}));
        let _ = self.go_to("about:blank");
        self.close_window()?;
        self.look_at(&before)?;
        Ok(said)
    }

    fn get(&self, what: &str) -> Result<Value> {
        command(Method::Get, &format!("{}/{what}", self.base), None)
    }

    fn delete(&self, what: &str) -> Result<Value> {
        command(Method::Delete, &format!("{}/{what}", self.base), None)
    }

    fn post(&self, what: &str, body: &Value) -> Result<Value> {
        command(Method::Post, &format!("{}/{what}", self.base), Some(body))
    }
}

impl Element {
    /// The element as an argument of a script.
    pub fn as_argument(&self) -> Value {
        json!({ ELEMENT: self.id })
    }
}

/// Whether the driver at `driver` ("http://…") takes commands.
pub fn is_ready(driver: &str) -> bool {
    command(Method::Get, &format!("{driver}/status"), None).is_ok()
}

fn command(method: Method, url: &str, body: Option<&Value>) -> Result<Value> {
    within(COMMAND_LIMIT_S, method, url, body)
}

fn within(limit_s: u64, method: Method, url: &str, body: Option<&Value>) -> Result<Value> {
    let mut request = minreq::Request::new(method, url).with_timeout(limit_s);
    if let Some(body) = body {
        request = request.with_json(body)?;
    }
    let response = request.send()?;
    let mut answer: Value = response.json()?;
    let value = answer["value"].take();
    if let Some(error) = value["error"].as_str() {
        let message = value["message"].as_str().unwrap_or_default();
        bail!("{error}: {}", message.lines().next().unwrap_or_default());
    }
    Ok(value)
}

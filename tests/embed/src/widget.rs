//! A widget on the page that is looked at, as its visitor uses it: the host's button, then what stands in the frame. Names of
//! parts and of what frame and element promise are the widget's public contract.

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use whichside_harness::wait::until;
use whichside_harness::webdriver::Element;

use crate::scene::Scene;

/// The verdict as it stands in the frame.
const VERDICT: &str = "const all = document.querySelectorAll('[data-verdict]'); \
    if (all.length !== 1) return [`(${all.length} verdict elements)`, '', '', '', '']; \
    const {state, side, cause, confidence, causeConfidence} = all[0].dataset; \
    return [state, side, cause, confidence, causeConfidence]";

/// A widget of the page that is looked at.
pub struct Widget<'a> {
    scene: &'a Scene<'a>,
    element: Element,
}

/// A verdict.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// `idle`, `running` or `done`.
    pub state: String,
    /// Whose side is broken.
    pub side: String,
    /// The likeliest cause.
    pub cause: String,
    /// How sure of the side.
    pub confidence: String,
    /// How sure of the cause.
    pub cause_confidence: String,
}

/// The widget's frame, entered.
pub struct Frame<'a> {
    /// What is at hand.
    pub scene: &'a Scene<'a>,
}

impl<'a> Widget<'a> {
    /// The widget that comes at this place in the page, counted from 0, once the loader has made it.
    ///
    /// # Errors
    /// There is none.
    pub fn number(scene: &'a Scene<'a>, place: usize) -> Result<Self> {
        let element = until("a widget on the page", || {
            let there = scene.ask(
                "return document.querySelectorAll('which-side')[arguments[0]]?.shadowRoot != null",
                &[json!(place)],
            )?;
            if there != json!(true) {
                let said = scene.ask("return document.body?.innerHTML.slice(0, 400)", &[])?;
                return Ok(Err(format!("no <which-side> number {place} in {said}")));
            }
            let mut all = scene.session.find_all("which-side")?;
            Ok(if place < all.len() {
                Ok(all.swap_remove(place))
            } else {
                Err("gone again".to_owned())
            })
        })?;
        Ok(Self { scene, element })
    }

    /// The only or first widget.
    ///
    /// # Errors
    /// There is none.
    pub fn first(scene: &'a Scene<'a>) -> Result<Self> {
        Self::number(scene, 0)
    }

    /// The element as an argument of a script.
    pub fn as_argument(&self) -> Value {
        self.element.as_argument()
    }

    /// Something of the host's part of the widget.
    ///
    /// # Errors
    /// There is none.
    pub fn part(&self, selector: &str) -> Result<Element> {
        let shadow = self.scene.session.shadow(&self.element)?;
        self.scene.session.find_in(&shadow, selector)
    }

    /// Presses the host's button.
    ///
    /// # Errors
    /// There is none, or something covers it.
    pub fn press(&self) -> Result<()> {
        let button = self.part("[part=open]")?;
        self.scene.session.click(&button)
    }

    /// What a script makes of the element (`widget`) and its shadow root (`root`).
    ///
    /// # Errors
    /// It throws.
    pub fn ask(&self, expression: &str) -> Result<Value> {
        self.scene.ask(
            &format!("const widget = arguments[0], root = widget.shadowRoot; return {expression};"),
            &[self.as_argument()],
        )
    }

    /// Whether there is a frame.
    ///
    /// # Errors
    /// The widget is gone.
    pub fn has_frame(&self) -> Result<bool> {
        Ok(self.ask("root.querySelector('iframe') !== null")? == json!(true))
    }

    /// Does `work` inside the frame, once it stands ready, and comes out again however that ends.
    ///
    /// # Errors
    /// There is no frame, it does not become ready, or `work` fails.
    pub fn inside<T>(&self, work: impl FnOnce(&Frame<'a>) -> Result<T>) -> Result<T> {
        let session = self.scene.session;
        let frame = until("a frame in the widget", || {
            Ok(if self.has_frame()? {
                Ok(self.part("iframe[part=frame]")?)
            } else {
                Err("none".to_owned())
            })
        })?;
        session.enter(&frame)?;
        let frame = Frame { scene: self.scene };
        let worked = frame.wait_until_drawn().and_then(|()| work(&frame));
        session.leave()?;
        worked
    }

    /// Presses the host's button and, in the frame, the one that starts the check. Waits until the check runs.
    ///
    /// # Errors
    /// It cannot be pressed, or nothing runs then.
    pub fn start(&self) -> Result<()> {
        self.press()?;
        self.inside(Frame::start)
    }

    /// Starts a check and waits for its end.
    ///
    /// # Errors
    /// It does not start or does not end.
    pub fn check(&self) -> Result<Verdict> {
        self.start()?;
        self.inside(Frame::done)
    }
}

impl Frame<'_> {
    /// The verdict that stands here.
    ///
    /// # Errors
    /// The frame is gone.
    pub fn verdict(&self) -> Result<Verdict> {
        let read: [String; 5] = serde_json::from_value(self.scene.ask(VERDICT, &[])?)
            .context("the frame's verdict lacks an attribute")?;
        let [state, side, cause, confidence, cause_confidence] = read;
        Ok(Verdict {
            state,
            side,
            cause,
            confidence,
            cause_confidence,
        })
    }

    /// The element with this action.
    ///
    /// # Errors
    /// There is none.
    pub fn action(&self, name: &str) -> Result<Element> {
        self.scene.session.find(&format!("[data-action={name}]"))
    }

    /// Whether there is one.
    ///
    /// # Errors
    /// The frame is gone.
    pub fn offers(&self, name: &str) -> Result<bool> {
        let there = self.scene.ask(
            "return document.querySelector(`[data-action=${arguments[0]}]`) !== null",
            &[json!(name)],
        )?;
        Ok(there == json!(true))
    }

    /// Presses the button that starts the check, again where nothing happens, and waits until it runs.
    ///
    /// # Errors
    /// It does not run.
    pub fn start(&self) -> Result<()> {
        self.wait_until_armed()?;
        until("a running check", || {
            let verdict = self.verdict()?;
            if verdict.state != "idle" {
                return Ok(Ok(()));
            }
            // The button goes when the check starts. A click too soon after it came does not count.
            let pressed = self.press_start();
            Ok(Err(format!("{verdict:?}, pressed: {pressed:?}")))
        })
    }

    /// Presses that button once.
    ///
    /// # Errors
    /// There is none.
    pub fn press_start(&self) -> Result<()> {
        self.scene.session.click(&self.action("start")?)
    }

    /// Waits until the frame has been in sight for so long that a click counts: for half a second.
    ///
    /// # Errors
    /// The frame is gone.
    pub fn wait_until_armed(&self) -> Result<()> {
        self.scene.wait_for(
            "a frame that has been in sight for a while",
            include_str!("armed.js"),
            &[],
        )
    }

    /// Waits for the end of the check.
    ///
    /// # Errors
    /// It does not end.
    pub fn done(&self) -> Result<Verdict> {
        until("a check that is done", || {
            let verdict = self.verdict()?;
            Ok(if verdict.state == "done" {
                Ok(verdict)
            } else {
                Err(format!("{verdict:?}"))
            })
        })
    }

    /// What the frame says, as its visitor reads it.
    ///
    /// # Errors
    /// The frame is gone.
    pub fn text(&self) -> Result<String> {
        let said = self.scene.ask("return document.body.innerText", &[])?;
        serde_json::from_value(said).context("the frame says nothing")
    }

    fn wait_until_drawn(&self) -> Result<()> {
        until("a frame with a button, a link or a verdict", || {
            // While the frame's page is on its way, there is nothing to ask.
            let offers = |name| self.offers(name);
            let (Ok(verdict), Ok(starts), Ok(leads)) =
                (self.verdict(), offers("start"), offers("elsewhere"))
            else {
                return Ok(Err("an empty frame".to_owned()));
            };
            Ok(
                if starts || leads || matches!(verdict.state.as_str(), "running" | "done") {
                    Ok(())
                } else {
                    let said = self.text().unwrap_or_default();
                    Err(format!("{verdict:?}, and the words: {said}"))
                },
            )
        })
    }
}

/// Fails unless the verdict is this.
///
/// # Errors
/// It is another.
pub fn expect_verdict(seen: &Verdict, side: &str, cause: &str) -> Result<()> {
    if (seen.side.as_str(), seen.cause.as_str()) != (side, cause) {
        bail!("expected the verdict {side}, {cause}; seen {seen:?}");
    }
    Ok(())
}

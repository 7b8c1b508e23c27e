//! What the page around the widget and the widget say to each other: strings of JSON, version 1.
//!
//! The page's messages are untrusted: what is longer, of another version or of other types is no message. They fill in and
//! take back, and start nothing: that takes the visitor's own click. What the widget says holds nothing but the verdict of
//! a check that was allowed to run inside.

use serde::Serialize;
use serde_json::Value;
use whichside_diagnosis::{Cause, Confidence, Side, Target, Verdict, lenient};

/// The version both sides speak.
const VERSION: u8 = 1;
/// The longest message that is read, in bytes; more than any needs.
const MAX_MESSAGE_BYTES: usize = 8_192;

/// What the page says. The wire format is in `docs/embedding.md`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FromHost {
    /// Stand ready for a check.
    Open(Open),
    /// Forget the check, and stand ready again.
    Reset,
}

/// What the widget is to stand ready for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Open {
    /// The address as the page's owner wrote it.
    pub target: String,
    /// The address of the status page's `summary.json`.
    pub status: Option<String>,
    /// Light or dark.
    pub theme: Theme,
    /// The page's language, as a BCP 47 tag.
    pub language: String,
    /// How the widget stands in the page.
    pub mode: Mode,
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the visitor's system.
    #[default]
    Auto,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

impl Theme {
    /// Every theme.
    pub const ALL: [Theme; 3] = [Theme::Auto, Theme::Light, Theme::Dark];

    /// The public name.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Theme::Auto => "auto",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }

    /// The theme of a public name; any other is the default.
    #[must_use]
    pub fn of_id(id: &str) -> Theme {
        let known = Theme::ALL.into_iter().find(|theme| theme.id() == id);
        known.unwrap_or_default()
    }
}

/// How the widget stands in the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// A button, which opens a panel over the page.
    #[default]
    Button,
    /// A box in the page.
    Inline,
    /// A button in the corner of the window.
    Badge,
}

impl Mode {
    /// Every mode.
    pub const ALL: [Mode; 3] = [Mode::Button, Mode::Inline, Mode::Badge];

    /// The public name.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Mode::Button => "button",
            Mode::Inline => "inline",
            Mode::Badge => "badge",
        }
    }

    /// The mode of a public name; any other is the default.
    #[must_use]
    pub fn of_id(id: &str) -> Mode {
        let known = Mode::ALL.into_iter().find(|mode| mode.id() == id);
        known.unwrap_or_default()
    }
}

impl FromHost {
    /// Reads a message; `None` where it is not one, is of another version or is longer than 8,192 bytes.
    ///
    /// ```
    /// use whichside_embed::FromHost;
    ///
    /// let message = r#"{"whichside":1,"type":"open","target":"https://shop.example/"}"#;
    /// let Some(FromHost::Open(open)) = FromHost::read(message) else {
    ///     panic!("this is an `open` message");
    /// };
    /// assert_eq!(open.target, "https://shop.example/");
    /// assert_eq!(FromHost::read(r#"{"whichside":2,"type":"reset"}"#), None);
    /// ```
    #[must_use]
    pub fn read(text: &str) -> Option<FromHost> {
        if text.len() > MAX_MESSAGE_BYTES {
            return None;
        }
        let message = lenient::object(text)?;
        if message["whichside"] != VERSION {
            return None;
        }
        match message["type"].as_str()? {
            "open" => Open::of(&message).map(FromHost::Open),
            "reset" => Some(FromHost::Reset),
            _ => None,
        }
    }
}

impl Open {
    fn of(message: &Value) -> Option<Open> {
        let status = optional(&message["status"])?;
        Some(Open {
            target: message["target"].as_str()?.to_owned(),
            status: (!status.is_empty()).then(|| status.to_owned()),
            theme: Theme::of_id(optional(&message["theme"])?),
            language: optional(&message["language"])?.to_owned(),
            mode: Mode::of_id(optional(&message["mode"])?),
        })
    }
}

/// A member that may be absent: a text, or empty. `None` where it is of another type.
fn optional(member: &Value) -> Option<&str> {
    if member.is_null() {
        Some("")
    } else {
        member.as_str()
    }
}

/// What the widget says.
#[derive(Clone, Debug, PartialEq)]
pub enum ToHost<'a> {
    /// It is there, and asks who is around it. The only message whose reader is not known.
    Hello,
    /// It stands ready for the visitor.
    Ready,
    /// A check that runs inside has this verdict.
    Verdict {
        /// What is checked.
        target: &'a Target,
        /// No probe is outstanding.
        done: bool,
        /// The best verdict so far.
        verdict: &'a Verdict,
    },
    /// The visitor wants it closed.
    Close,
}

impl ToHost<'_> {
    /// The message as a text.
    #[must_use]
    pub fn text(&self) -> String {
        let message = match self {
            ToHost::Hello => ToHostMessage::Hello,
            ToHost::Ready => ToHostMessage::Ready,
            ToHost::Close => ToHostMessage::Close,
            ToHost::Verdict {
                target,
                done,
                verdict,
            } => {
                // What is wrong on the visitor's side is no business of the page around.
                let (cause, cause_confidence) = match verdict.side {
                    Side::Theirs => (verdict.cause, verdict.cause_confidence),
                    Side::Yours | Side::Works | Side::Unknown => {
                        (Cause::Unclear, Confidence::default())
                    }
                };
                ToHostMessage::Verdict(VerdictMembers {
                    target: target.url(),
                    state: if *done { "done" } else { "running" },
                    side: verdict.side,
                    cause,
                    confidence: verdict.confidence.to_string(),
                    cause_confidence: cause_confidence.to_string(),
                })
            }
        };
        let envelope = ToHostEnvelope {
            version: VERSION,
            message,
        };
        serde_json::to_string(&envelope).unwrap_or_default()
    }
}

/// A message of the widget with the version that it is in.
#[derive(Serialize)]
struct ToHostEnvelope {
    #[serde(rename = "whichside")]
    version: u8,
    #[serde(flatten)]
    message: ToHostMessage,
}

#[derive(Serialize)]
#[serde(tag = "type", rename_all = "lowercase")]
enum ToHostMessage {
    Hello,
    Ready,
    Verdict(VerdictMembers),
    Close,
}

/// The members of a `verdict` message. Probabilities are texts with two digits, as in the page contract. The cause is told where the
/// side is the site's, else it is `unclear`.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct VerdictMembers {
    target: String,
    state: &'static str,
    side: Side,
    cause: Cause,
    confidence: String,
    cause_confidence: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_fills_in_and_takes_back() {
        let open = r#"{"whichside":1,"type":"open","target":"https://shop.example/","status":"https://s.example/x","theme":"dark","language":"de","mode":"inline"}"#;
        let Some(FromHost::Open(open)) = FromHost::read(open) else {
            panic!("it is a message");
        };
        assert_eq!(open.target, "https://shop.example/");
        assert_eq!(open.status.as_deref(), Some("https://s.example/x"));
        assert_eq!((open.theme, open.mode), (Theme::Dark, Mode::Inline));
        assert_eq!(open.language, "de");
        let reset = FromHost::read(r#"{"whichside":1,"type":"reset"}"#);
        assert_eq!(reset, Some(FromHost::Reset));
    }

    #[test]
    fn what_is_not_said_has_a_default_and_so_has_what_nobody_knows() {
        for message in [
            r#"{"whichside":1,"type":"open","target":"x"}"#,
            r#"{"whichside":1,"type":"open","target":"x","theme":"pink","mode":"","status":null}"#,
        ] {
            let read = FromHost::read(message);
            let expected = Open {
                target: "x".to_owned(),
                ..Open::default()
            };
            assert_eq!(read, Some(FromHost::Open(expected)), "{message}");
        }
    }

    #[test]
    fn nothing_else_is_a_message() {
        let long = format!(
            r#"{{"whichside":1,"type":"open","target":"{}"}}"#,
            "a".repeat(MAX_MESSAGE_BYTES)
        );
        let deep = "[".repeat(4_000);
        for text in [
            "",
            "null",
            "1",
            "[1]",
            r#""open""#,
            r#"{"type":"reset"}"#,
            r#"{"whichside":2,"type":"reset"}"#,
            r#"{"whichside":"1","type":"reset"}"#,
            r#"{"whichside":1.5,"type":"reset"}"#,
            r#"{"whichside":1,"type":["reset"]}"#,
            r#"{"whichside":1,"type":"start"}"#,
            r#"{"whichside":1,"type":"open"}"#,
            r#"{"whichside":1,"type":"open","target":1}"#,
            r#"{"whichside":1,"type":"open","target":"x","theme":1}"#,
            r#"{"whichside":1,"type":"open","target":"x","status":{}}"#,
            r#"{"whichside":1,"type":"open","target":"x","language":[]}"#,
            long.as_str(),
            deep.as_str(),
        ] {
            let shown: String = text.chars().take(60).collect();
            assert_eq!(FromHost::read(text), None, "{shown}");
        }
    }

    #[test]
    fn the_widget_says_what_any_parser_reads() {
        let said = |message: ToHost| -> serde_json::Value {
            serde_json::from_str(&message.text()).expect("JSON")
        };
        assert_eq!(
            said(ToHost::Hello),
            serde_json::json!({"whichside": 1, "type": "hello"})
        );
        assert_eq!(said(ToHost::Ready)["type"], "ready");
        assert_eq!(said(ToHost::Close)["type"], "close");
    }
}

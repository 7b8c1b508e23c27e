//! The code that a page's owner copies: the widget in one of three ways, and a link for readers without scripts. Every value is
//! somebody's text, and escaped for the place where it stands.

use whichside_words::Key;

use crate::label::LoaderKey;
use crate::message::{Mode, Theme};

/// How the widget comes into the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Way {
    /// One script tag where the widget should stand.
    #[default]
    Script,
    /// An element of its own, with a link in it, and the loader.
    Element,
    /// A call of the page's own script.
    Render,
}

impl Way {
    /// Every way.
    pub const ALL: [Way; 3] = [Way::Script, Way::Element, Way::Render];

    /// The public name.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Way::Script => "script",
            Way::Element => "element",
            Way::Render => "render",
        }
    }

    /// The way of a public name; any other is the default.
    #[must_use]
    pub fn of_id(id: &str) -> Way {
        let known = Way::ALL.into_iter().find(|way| way.id() == id);
        known.unwrap_or_default()
    }
}

/// The loader under a name that stands for one content for ever.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pinned {
    /// The file's name, `v1-<hash>.js`.
    pub name: String,
    /// What its content is held against, `sha384-…`.
    pub integrity: String,
}

impl Pinned {
    /// Reads what the build wrote into the configurator's page: the name, a space, the integrity.
    #[must_use]
    pub fn read(text: &str) -> Option<Pinned> {
        let (name, integrity) = text.split_once(' ')?;
        Some(Pinned {
            name: name.to_owned(),
            integrity: integrity.to_owned(),
        })
    }
}

/// The loader's place under the page's root: the one that follows fixes, or the one that stays what it is.
#[must_use]
pub fn loader(pinned: Option<&Pinned>) -> String {
    format!("embed/{}", pinned.map_or("v1.js", |pinned| &pinned.name))
}

/// What the code is put together from. Addresses are in full; what is empty or the default is left out.
#[derive(Clone, Copy, Debug)]
pub struct Snippet<'a> {
    /// The folder that holds everything of ours, with its last slash.
    pub base: &'a str,
    /// What is checked.
    pub target: &'a str,
    /// The status page's `summary.json`.
    pub status: &'a str,
    /// Light or dark.
    pub theme: Theme,
    /// A language tag.
    pub lang: &'a str,
    /// How the widget stands in the page.
    pub mode: Mode,
    /// How it comes there.
    pub way: Way,
    /// Which loader, if not the one that follows fixes.
    pub pinned: Option<&'a Pinned>,
}

impl Snippet<'_> {
    /// The code, in lines.
    #[must_use]
    pub fn text(&self) -> String {
        let link = format!(
            r#"<a href="{}">{}</a>"#,
            html(&self.page()),
            self.question()
        );
        let without_scripts = format!("\n<noscript>{link}</noscript>");
        match self.way {
            Way::Script => self.script(true, "data-") + &without_scripts,
            Way::Element => {
                let (script, attributes) = (self.script(true, ""), self.attributes(""));
                format!("{script}\n<which-side{attributes}>{link}</which-side>")
            }
            Way::Render => {
                let script = self.script(false, "");
                let options: String = self
                    .options()
                    .map(|(name, value)| format!("    {name}: \"{}\",\n", javascript(value)))
                    .collect();
                format!(
                    r#"<div id="which-side"></div>
{script}
<script>
  Whichside.render(document.getElementById("which-side"), {{
{options}  }});
</script>{without_scripts}"#
                )
            }
        }
    }

    /// The full page, with the target filled in.
    fn page(&self) -> String {
        format!("{}#url={}", self.base, component(self.target))
    }

    /// The loader's tag. One that must have run before the next script does is not `async`.
    fn script(&self, is_async: bool, prefix: &str) -> String {
        let start = if is_async { "<script async" } else { "<script" };
        let source = html(&format!("{}{}", self.base, loader(self.pinned)));
        let integrity = self.pinned.map_or(String::new(), |pinned| {
            let integrity = html(&pinned.integrity);
            format!(r#" integrity="{integrity}" crossorigin="anonymous""#)
        });
        let attributes = if prefix.is_empty() {
            String::new()
        } else {
            self.attributes(prefix)
        };
        format!(r#"{start} src="{source}"{integrity}{attributes}></script>"#)
    }

    fn attributes(&self, prefix: &str) -> String {
        self.options()
            .map(|(name, value)| format!(r#" {prefix}{name}="{}""#, html(value)))
            .collect()
    }

    /// What differs from the default.
    fn options(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let theme = if self.theme == Theme::default() {
            ""
        } else {
            self.theme.id()
        };
        let mode = if self.mode == Mode::default() {
            ""
        } else {
            self.mode.id()
        };
        [
            ("target", self.target),
            ("status", self.status),
            ("theme", theme),
            ("lang", self.lang),
            ("mode", mode),
        ]
        .into_iter()
        .filter(|(name, value)| *name == "target" || !value.is_empty())
    }

    /// What the link says, in the words that the loader's button has.
    fn question(&self) -> &'static str {
        let language = self.lang.get(..2).unwrap_or_default();
        let said = QUESTIONS
            .iter()
            .find(|(code, _)| code.eq_ignore_ascii_case(language));
        let english = LoaderKey::Question.sentence().english;
        said.map_or(english, |(_, question)| question)
    }
}

/// The question of the loader's button in the other languages, which the link asks: the configurator has fetched the file of
/// its own language only.
pub const QUESTIONS: [(&str, &str); 3] = [
    ("de", "Liegt es an mir oder an denen?"),
    ("es", "¿Soy yo o son ellos?"),
    ("ar", "المشكلة عندي أم عندهم؟"),
];

/// A text as an attribute's value or an element's content.
fn html(text: &str) -> String {
    let mut escaped = String::new();
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            _ => escaped.push(character),
        }
    }
    escaped
}

/// A text within a script's double quotes, in a page: nothing in it ends the string or the script.
fn javascript(text: &str) -> String {
    let mut escaped = String::new();
    for character in text.chars() {
        match character {
            '"' | '\\' => escaped.extend(['\\', character]),
            '<' | '>' | '&' | '\'' | '\u{2028}' | '\u{2029}' | '\0'..='\x1f' => {
                escaped.push_str("\\u");
                let number = u32::from(character);
                for place in [12, 8, 4, 0] {
                    escaped.extend(char::from_digit(number >> place & 15, 16));
                }
            }
            _ => escaped.push(character),
        }
    }
    escaped
}

/// A text as part of a fragment, as `encodeURIComponent` writes it.
#[must_use]
pub fn component(text: &str) -> String {
    let mut encoded = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.!~*'()".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push('%');
            for digit in [byte >> 4, byte & 15] {
                let digit = char::from_digit(digit.into(), 16);
                encoded.extend(digit.map(|digit| digit.to_ascii_uppercase()));
            }
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: Snippet = Snippet {
        base: "https://whichside.example/",
        target: "https://shop.example/",
        status: "",
        theme: Theme::Auto,
        lang: "",
        mode: Mode::Button,
        way: Way::Script,
        pinned: None,
    };

    #[test]
    fn one_script_tag_is_all_a_page_needs() {
        assert_eq!(
            PLAIN.text(),
            "<script async src=\"https://whichside.example/embed/v1.js\" data-target=\"https://shop.example/\"></script>\n\
             <noscript><a href=\"https://whichside.example/#url=https%3A%2F%2Fshop.example%2F\">Is it me, or them?</a></noscript>"
        );
    }

    #[test]
    fn what_was_chosen_is_said_and_no_more() {
        let chosen = Snippet {
            status: "https://status.shop.example/api/v2/summary.json",
            theme: Theme::Dark,
            lang: "de-AT",
            mode: Mode::Badge,
            way: Way::Element,
            ..PLAIN
        };
        assert_eq!(
            chosen.text(),
            "<script async src=\"https://whichside.example/embed/v1.js\"></script>\n\
             <which-side target=\"https://shop.example/\" status=\"https://status.shop.example/api/v2/summary.json\" \
             theme=\"dark\" lang=\"de-AT\" mode=\"badge\"><a href=\"https://whichside.example/#url=https%3A%2F%2Fshop.example%2F\">\
             Liegt es an mir oder an denen?</a></which-side>"
        );
    }

    #[test]
    fn the_loader_has_run_before_it_is_called() {
        let text = Snippet {
            way: Way::Render,
            mode: Mode::Inline,
            ..PLAIN
        }
        .text();
        assert!(!text.contains("async"), "{text}");
        let expected = "Whichside.render(document.getElementById(\"which-side\"), {\n    target: \"https://shop.example/\",\n    mode: \"inline\",\n  });";
        assert!(text.contains(expected), "{text}");
    }

    #[test]
    fn a_pinned_loader_is_held_against_its_hash() {
        let pinned = Pinned::read("v1-0123456789abcdef.js sha384-oqVu").unwrap();
        for way in Way::ALL {
            let text = Snippet {
                way,
                pinned: Some(&pinned),
                ..PLAIN
            }
            .text();
            let tag = "src=\"https://whichside.example/embed/v1-0123456789abcdef.js\" integrity=\"sha384-oqVu\" crossorigin=\"anonymous\"";
            assert!(text.contains(tag), "{text}");
        }
        assert_eq!(Pinned::read(""), None);
    }

    #[test]
    fn no_value_leaves_its_place() {
        let hostile = "https://shop.example/?\"'><script>alert(1)</script><!--&amp;\\\u{2028}\n";
        for way in Way::ALL {
            let text = Snippet {
                target: hostile,
                status: hostile,
                lang: hostile,
                way,
                ..PLAIN
            }
            .text();
            // As many tags as with harmless values.
            let harmless = Snippet { way, ..PLAIN }.text();
            for mark in ["<", ">"] {
                assert_eq!(
                    text.matches(mark).count(),
                    harmless.matches(mark).count(),
                    "{text}"
                );
            }
            assert!(!text.contains('\u{2028}') || way != Way::Render, "{text}");
            assert!(!text.contains("\"'"), "{text}");
        }
        let call = Snippet {
            target: hostile,
            way: Way::Render,
            ..PLAIN
        }
        .text();
        let value = call
            .split("target: ")
            .nth(1)
            .unwrap()
            .split(",\n")
            .next()
            .unwrap();
        let read: String = serde_json::from_str(value).unwrap();
        assert_eq!(read, hostile, "what JSON reads, a script reads");
    }

    #[test]
    fn every_way_is_known_by_its_name() {
        for way in Way::ALL {
            assert_eq!(Way::of_id(way.id()), way);
        }
        assert_eq!(Way::of_id("<script>"), Way::Script);
    }
}

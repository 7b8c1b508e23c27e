//! The page as HTML: the template, `page.html`, filled in for a site and a status. Without scripts it stands in the first
//! language; the script says all of it again in the visitor's. Its behaviour is `boot/error-page`'s.

use std::collections::BTreeMap;

use base64::{Engine, engine::general_purpose::STANDARD};
use serde::{Deserialize, Serialize};
use whichside_words::{Key, Language, Translations, Words};

use crate::choices::{Choices, Settings, Theme};
use crate::escape::{html, json_in_script};
use crate::label::PageLabel;
use crate::pace::Pace;
use crate::policy::policy;
pub use crate::status::Status;

const TEMPLATE: &str = include_str!("page.html");
/// Without scripts the page loads again after so many seconds.
const REFRESH_S: u32 = 120;

/// What the build makes for the page, and every page holds: its script, its style, and its words in every language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Parts {
    /// The script, minified.
    pub script: String,
    /// The style, minified.
    pub style: String,
    /// From a language's code to its translations.
    pub words: BTreeMap<String, Translations>,
}

/// The files for a site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Files {
    /// Each page, by the name of its file.
    pub pages: Vec<(String, String)>,
    /// The policy that they state, which is the same for all.
    pub policy: String,
}

impl Files {
    /// Writes the pages.
    #[must_use]
    pub fn new(settings: &Settings, parts: &Parts) -> Files {
        let brand = brand(settings);
        Files {
            pages: Status::ALL
                .into_iter()
                .map(|status| (status.file(), page(settings, parts, status)))
                .collect(),
            policy: policy(&parts.script, [&parts.style, &brand], settings),
        }
    }

    /// The page of a status.
    #[must_use]
    pub fn page(&self, status: Status) -> &str {
        let file = status.file();
        let found = self.pages.iter().find(|(name, _)| *name == file);
        found.map_or("", |(_, page)| page)
    }

    /// The bytes of the largest page.
    #[must_use]
    pub fn largest(&self) -> usize {
        self.pages
            .iter()
            .map(|(_, page)| page.len())
            .max()
            .unwrap_or_default()
    }
}

/// What the script is told, as `boot/error-page/settings.ts` reads it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Told<'a> {
    status: u16,
    name: &'a str,
    site: &'a str,
    status_page: &'a str,
    support: &'a str,
    whichside: &'a str,
    pace: Pace,
    leftwards: Vec<&'static str>,
    /// In the order of the owner's choice.
    words: Vec<(&'static str, BTreeMap<String, String>)>,
}

/// The settings as the script reads them.
#[must_use]
pub fn told(settings: &Settings, parts: &Parts, status: Status) -> String {
    let optional = |address: &'_ Option<crate::address::WebAddress>| {
        address
            .as_ref()
            .map_or(String::new(), |address| address.as_str().to_owned())
    };
    let told = Told {
        status: status.code(),
        name: &settings.name,
        site: settings.site.as_str(),
        status_page: &optional(&settings.status_page),
        support: settings.support.as_deref().unwrap_or_default(),
        whichside: &optional(&settings.whichside),
        pace: settings.pace,
        leftwards: Language::ALL
            .into_iter()
            .filter(|language| language.runs_leftwards())
            .map(Language::code)
            .collect(),
        words: settings
            .languages
            .iter()
            .map(|language| {
                let words = words(*language, parts);
                let texts = PageLabel::ALL.iter().map(|label| {
                    (
                        format!("{label:?}"),
                        words.text(label.sentence()).to_owned(),
                    )
                });
                (language.code(), texts.collect())
            })
            .collect(),
    };
    serde_json::to_string(&told).unwrap_or_default()
}

fn words(language: Language, parts: &Parts) -> Words {
    let translations = parts
        .words
        .get(language.code())
        .cloned()
        .unwrap_or_default();
    Words::new(language, translations)
}

/// The style of the brand: a custom property, and the colour of what stands on it.
fn brand(settings: &Settings) -> String {
    let accent = &settings.accent;
    format!(":root{{--brand:{accent};--on-brand:{}}}", on_accent(accent))
}

/// Black or white, whichever is read better on a colour.
#[must_use]
pub fn on_accent(accent: &str) -> &'static str {
    if luminance(accent) > 0.179 {
        "#000"
    } else {
        "#fff"
    }
}

/// A file as an address of its own, to be downloaded from.
#[must_use]
pub fn data_address(kind: &str, text: &str) -> String {
    format!("data:{kind};charset=utf-8;base64,{}", STANDARD.encode(text))
}

/// The relative luminance of `#rrggbb`, by WCAG 2: above 0.179 black is read better on it than white.
fn luminance(colour: &str) -> f64 {
    let part = |at: usize| {
        let value = colour
            .get(at..at + 2)
            .and_then(|hex| u8::from_str_radix(hex, 16).ok());
        let value = f64::from(value.unwrap_or_default()) / 255.0;
        if value <= 0.03928 {
            value / 12.92
        } else {
            ((value + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
}

fn page(settings: &Settings, parts: &Parts, status: Status) -> String {
    let language = settings.languages.first().copied().unwrap_or_default();
    let words = words(language, parts);
    let say = |label: PageLabel| html(&words.fill(label, &[("name", &settings.name)]));
    let brand = brand(settings);
    let link = |address: &str| format!(" href=\"{}\"", html(address));
    let hidden = |is: bool| if is { " hidden" } else { "" }.to_owned();
    let status_page = settings
        .status_page
        .as_ref()
        .map(|address| address.as_str());
    let check = settings.whichside.as_ref().map(|host| {
        format!(
            "{}#url={}",
            host.as_str(),
            component(settings.site.as_str())
        )
    });
    let has_help = status_page.is_some() || settings.support.is_some() || check.is_some();
    let value = |name: &str| match name {
        "lang" => language.code().to_owned(),
        "dir" => language.direction().to_owned(),
        "theme" => settings.theme.id().to_owned(),
        "scheme" => match settings.theme {
            Theme::Auto => "light dark",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
        .to_owned(),
        "policy" => html(&policy(&parts.script, [&parts.style, &brand], settings)),
        "refresh" => REFRESH_S.to_string(),
        "style" => parts.style.clone(),
        "brand" => brand.clone(),
        "name" => html(&settings.name),
        "status" => status.code().to_string(),
        "Heading" => say(status.title()),
        "lead" => format!("{:?}", status.lead()),
        "Lead" => say(status.lead()),
        "help" => hidden(!has_help),
        "status-hidden" => hidden(status_page.is_none()),
        "status-page" => status_page.map_or(String::new(), link),
        "support-hidden" => hidden(settings.support.is_none()),
        "support" => settings.support.as_deref().map_or(String::new(), link),
        "check-hidden" => hidden(check.is_none()),
        "check" => check.as_deref().map_or(String::new(), link),
        "settings" => json_in_script(&told(settings, parts, status)),
        "script" => parts.script.clone(),
        other => PageLabel::ALL
            .iter()
            .find(|label| format!("{label:?}") == other)
            .map_or(String::new(), |label| say(*label)),
    };
    fill(TEMPLATE, value)
}

/// The body of a page without scripts, which shows an example: the preview's script fills all of it in.
#[must_use]
pub fn example_body() -> String {
    let example = Choices {
        site: "https://shop.example/".to_owned(),
        ..Choices::default()
    };
    let page = example.read().map_or(String::new(), |settings| {
        page(&settings, &Parts::default(), Status::BadGateway)
    });
    let body = page.split_once("<body>").map_or("", |(_, body)| body);
    body.split_once("<script")
        .map_or("", |(body, _)| body)
        .to_owned()
}

/// Fills the template in, in one pass: what is filled in is not looked at again.
pub fn fill(template: &str, value: impl Fn(&str) -> String) -> String {
    let mut filled = String::new();
    let mut rest = template;
    while let Some((before, (name, after))) = rest
        .split_once("{{")
        .and_then(|(before, from)| Some((before, from.split_once("}}")?)))
    {
        filled.push_str(before);
        filled.push_str(&value(name));
        rest = after;
    }
    filled.push_str(rest);
    filled
}

/// An address within a fragment, percent-encoded but for what is unreserved.
fn component(text: &str) -> String {
    text.bytes().fold(String::new(), |mut encoded, byte| {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
        encoded
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts() -> Parts {
        Parts {
            script: "const a=1;".to_owned(),
            style: "p{margin:0}".to_owned(),
            words: BTreeMap::from([(
                "ar".to_owned(),
                Translations::from([("error-page.TryNow".to_owned(), vec!["جرّب الآن".to_owned()])]),
            )]),
        }
    }

    fn pages(change: impl FnOnce(&mut Choices)) -> Files {
        let mut choices = Choices {
            site: "https://shop.example/".to_owned(),
            ..Choices::default()
        };
        change(&mut choices);
        Files::new(&choices.read().unwrap(), &parts())
    }

    #[test]
    fn there_is_a_page_for_each_status_with_its_own_words() {
        let files = pages(|_| {});
        let names: Vec<&str> = files.pages.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(
            names,
            ["431.html", "500.html", "502.html", "503.html", "504.html"]
        );
        for (name, page) in &files.pages {
            assert!(page.contains(&format!("\"status\":{}", &name[..3])));
            assert!(!page.contains("{{") && !page.contains("}}"), "{name}");
        }
        assert!(
            files
                .page(Status::BadGateway)
                .contains("nobody behind it answers")
        );
    }

    #[test]
    fn every_word_of_the_template_is_a_label() {
        for (_, after) in TEMPLATE
            .match_indices("data-say=\"")
            .map(|(at, found)| TEMPLATE.split_at(at + found.len()))
        {
            let name = after.split('"').next().unwrap();
            let is_label = PageLabel::ALL
                .iter()
                .any(|label| format!("{label:?}") == name);
            assert!(
                is_label || ["{{lead}}", "{{title}}"].contains(&name),
                "{name}"
            );
        }
    }

    #[test]
    fn a_hostile_name_is_text_everywhere() {
        let name = "</title><script>alert(1)</script>\" x=\"{{script}}";
        let files = pages(|choices| name.clone_into(&mut choices.name));
        let page = files.page(Status::BadGateway);
        assert_eq!(page.matches("<script").count(), 2);
        assert_eq!(page.matches("const a=1;").count(), 1);
        assert!(page.contains("&lt;/title&gt;&lt;script&gt;"));
        assert!(page.contains("\\u003c/title\\u003e"));
    }

    #[test]
    fn a_page_asks_nobody_else_unless_the_owner_names_them() {
        let page = pages(|_| {});
        let page = page.page(Status::BadGateway);
        let outside = page.replace("https://shop.example/", "");
        assert!(!outside.contains("://"));
        let named = pages(|choices| choices.whichside = "https://whichside.example/".to_owned());
        assert!(
            named
                .page(Status::BadGateway)
                .contains("href=\"https://whichside.example/#url=https%3A%2F%2Fshop.example%2F\"")
        );
    }

    #[test]
    fn the_first_language_stands_without_scripts() {
        let files = pages(|choices| choices.languages = "ar,en".to_owned());
        let page = files.page(Status::Timeout);
        assert!(page.contains("<html lang=\"ar\" dir=\"rtl\""));
        assert!(page.contains(">جرّب الآن</button>"));
    }

    #[test]
    fn what_stands_on_the_brand_can_be_read() {
        for (accent, on) in [
            ("#ffffff", "#000"),
            ("#ffe100", "#000"),
            ("#000000", "#fff"),
            ("#1f4e8c", "#fff"),
        ] {
            let files = pages(|choices| accent.clone_into(&mut choices.accent));
            let brand = format!("--brand:{accent};--on-brand:{on}");
            assert!(files.page(Status::Error).contains(&brand));
        }
    }
}

//! The owner's texts in the page's language: the English, or what a file of translations has for it.
//!
//! A translation is found by its English text, in `owner/<language>.json`, which the build writes. A file or an entry that is
//! missing leaves the English.

use js_sys::{JSON, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Response, window};
use whichside_owner::Label;

/// A language.
pub struct Words {
    translations: Option<JsValue>,
}

impl Words {
    /// The language the texts are written in.
    #[must_use]
    pub const fn english() -> Words {
        Words { translations: None }
    }

    /// A file of translations: an object from English texts to translated ones. None where it is no such thing.
    #[must_use]
    pub fn read(file: &str) -> Option<Words> {
        let translations = JSON::parse(file).ok().filter(JsValue::is_object)?;
        Some(Words {
            translations: Some(translations),
        })
    }

    /// Fetches a language. English is here already, and stands for a language that does not come.
    pub async fn fetched(language: &str) -> Words {
        let fetched = match language {
            "en" => None,
            other => file(other).await,
        };
        fetched
            .and_then(|file| Words::read(&file))
            .unwrap_or(Words::english())
    }

    /// Whether it says anything but the English.
    #[must_use]
    pub const fn is_translated(&self) -> bool {
        self.translations.is_some()
    }

    /// A text.
    #[must_use]
    pub fn say(&self, english: &str) -> String {
        self.translations
            .as_ref()
            .and_then(|all| Reflect::get(all, &english.into()).ok()?.as_string())
            .unwrap_or_else(|| english.to_owned())
    }

    /// A label.
    #[must_use]
    pub fn label(&self, label: Label) -> String {
        self.say(label.english())
    }

    /// A label with a number in it.
    #[must_use]
    pub fn count(&self, label: Label, count: usize) -> String {
        self.label(label).replace("{count}", &count.to_string())
    }
}

async fn file(language: &str) -> Option<String> {
    let name = ["owner/", language, ".json"].concat();
    let answer = JsFuture::from(window()?.fetch_with_str(&name)).await.ok()?;
    let answer: Response = answer.dyn_into().ok()?;
    let text = answer.ok().then(|| answer.text().ok())??;
    JsFuture::from(text).await.ok()?.as_string()
}

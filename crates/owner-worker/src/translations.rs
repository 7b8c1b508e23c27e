//! Fetches the owner's texts in a language, once for each language that is asked for.

use std::cell::RefCell;

use gloo_net::http::Request;
use whichside_owner::{Language, Words};

thread_local! {
    /// The language of the last request, and its words.
    static LAST: RefCell<Option<(Language, Words)>> = const { RefCell::new(None) };
}

/// The words of a language: English, which is compiled in, or those of the file `owner/<language>.json`. English stands in for
/// a language whose file does not come, until another language is asked for.
pub(crate) async fn words(language: Language) -> Words {
    let known = LAST.with_borrow(|last| {
        let last = last.as_ref().filter(|(of, _)| *of == language);
        last.map(|(_, words)| words.clone())
    });
    if let Some(words) = known {
        return words;
    }
    let words = match language {
        Language::English => Words::english(),
        Language::German | Language::Spanish | Language::Arabic => {
            fetched(language).await.unwrap_or_default()
        }
    };
    LAST.set(Some((language, words.clone())));
    words
}

async fn fetched(language: Language) -> Option<Words> {
    let file = format!("owner/{}.json", language.code());
    let response = Request::get(&file).send().await.ok()?;
    if !response.ok() {
        return None;
    }
    Words::read(language, &response.text().await.ok()?).ok()
}

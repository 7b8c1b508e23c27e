//! Fetches the owner's texts in a language, once for each language that is asked for.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use gloo_net::http::Request;
use whichside_owner::Words;

thread_local! {
    /// The language of the last request, and its words.
    static LAST: RefCell<Option<(String, Rc<Words>)>> = const { RefCell::new(None) };
}

/// The words of a language: English, which is compiled in, or those of the file `owner/<language>.json`. English stands in for
/// a language whose file does not come, until another language is asked for.
pub(crate) async fn words(language: &str) -> Rc<Words> {
    let known = LAST.with_borrow(|last| {
        last.as_ref()
            .filter(|(of, _)| of == language)
            .map(|(_, words)| Rc::clone(words))
    });
    if let Some(words) = known {
        return words;
    }
    let words = Rc::new(match language {
        "en" => Words::english(),
        other => fetched(other)
            .await
            .map_or_else(Words::english, |texts| Words::new(other, texts)),
    });
    LAST.set(Some((language.to_owned(), Rc::clone(&words))));
    words
}

async fn fetched(language: &str) -> Option<HashMap<String, String>> {
    let file = format!("owner/{language}.json");
    let response = Request::get(&file).send().await.ok()?;
    if !response.ok() {
        return None;
    }
    response.json().await.ok()
}

//! Asks the site for its own word once a check has ended, and shows it apart from what was measured. Whether it is asked, and what
//! of it is shown, is decided in `own_word`.

use futures::future::{AbortHandle, Abortable, LocalBoxFuture};
use wasm_bindgen_futures::spawn_local;
use whichside_diagnosis::words::Words;
use whichside_error_page::WordLabel;
use whichside_error_page::statement::Statement;
use yew::prelude::*;

use super::own_word::{OwnWordModel, own_word};
use crate::browser::time;
use crate::components::{outward_link, use_translations};

/// Fetches the text of an address that stands nowhere else, of at most [`MAX_BYTES`](whichside_error_page::statement::MAX_BYTES);
/// none where it does not come.
pub type FetchWord = Callback<String, LocalBoxFuture<'static, Option<String>>>;

/// The properties of [`SiteWord`].
#[derive(Properties, PartialEq)]
pub(super) struct SiteWordProps {
    /// Fetches it.
    pub(super) fetch: FetchWord,
    /// The check has ended.
    pub(super) ended: bool,
    /// Where the word is asked for; none where it is not.
    pub(super) address: Option<String>,
    /// Which check it is.
    pub(super) started: String,
}

/// How far the site's word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Course {
    /// The check is under way.
    Waiting,
    /// It is not asked for.
    NotAsked,
    /// It is asked for.
    Asking,
    /// The site says nothing, or nothing that helps.
    Nothing,
    /// The site says something.
    Said,
}

impl Course {
    /// For machines.
    const fn id(self) -> &'static str {
        match self {
            Course::Waiting => "waiting",
            Course::NotAsked => "not-asked",
            Course::Asking => "asking",
            Course::Nothing => "nothing",
            Course::Said => "said",
        }
    }
}

/// The site's own word, once it is there.
#[component]
pub(super) fn SiteWord(props: &SiteWordProps) -> Html {
    let words = use_translations();
    let said = use_state(|| None::<Statement>);
    let asking = use_state(|| false);
    {
        let (said, asking) = (said.setter(), asking.setter());
        let fetch = props.fetch.clone();
        use_effect_with(
            (props.address.clone(), props.started.clone(), props.ended),
            move |(address, _, ended)| {
                let (handle, registration) = AbortHandle::new_pair();
                if let Some(address) = address.clone() {
                    asking.set(true);
                    let read = fetch.emit(address);
                    spawn_local(async move {
                        // Aborted where the next check began, or the page is left.
                        if let Ok(text) = Abortable::new(read, registration).await {
                            said.set(text.and_then(|text: String| Statement::read(&text)));
                            asking.set(false);
                        }
                    });
                } else if *ended {
                    said.set(None);
                    asking.set(false);
                }
                move || handle.abort()
            },
        );
    }
    let model = said
        .as_ref()
        .and_then(|said| own_word(&words, said, |at| time::local(at, words.language())));
    let course = match (props.ended, &props.address, &model) {
        (false, ..) => Course::Waiting,
        (true, None, _) => Course::NotAsked,
        (true, Some(_), _) if *asking => Course::Asking,
        (true, Some(_), None) => Course::Nothing,
        (true, Some(_), Some(_)) => Course::Said,
    };
    html! {
        <div data-word={course.id()}>
            if let Some(model) = &model {
                { section(&words, model) }
            }
        </div>
    }
}

/// What a site says of itself.
fn section(words: &Words, model: &OwnWordModel) -> Html {
    let title = words.text(WordLabel::Title).to_owned();
    html! {
        <section class="own-word" aria-label={title.clone()}>
            <h2>{ title }</h2>
            <p class="also">{ words.text(WordLabel::Means) }</p>
            if let Some(title) = &model.title {
                <blockquote dir="auto">{ title }</blockquote>
            }
            <ul class="also">
                { for model.facts.iter().map(|fact| html! { <li>{ fact }</li> }) }
                { for model.links.iter().map(|link| html! {
                    <li>
                        { words.text(link.label) }
                        { " " }
                        { outward_link(&link.address, Classes::new(), None, html! {
                            <bdi dir="ltr">{ &link.text }</bdi>
                        }) }
                    </li>
                }) }
            </ul>
        </section>
    }
}

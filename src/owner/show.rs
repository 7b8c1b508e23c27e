//! Draws the section's content in the page's place for it. This is where the owner's program begins; the page does not link it.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use web_sys::Element;
use whichside_diagnosis::words::{Language, Words};
use whichside_owner::Site;
use yew::prelude::*;
use yew::{AppHandle, Renderer};

use super::asker::Asker;
use super::content::Content;
use super::program::Handover;
use crate::browser::file;
use crate::components::Translations;

thread_local! {
    /// Where the content is drawn, once it is.
    static DRAWN: RefCell<Option<(Element, AppHandle<Root>)>> = const { RefCell::new(None) };
}

/// Draws the content for what the page hands over, or draws it anew. What was pasted stays as long as the place is the same.
/// Whoever else is asked than the worker is a test.
pub fn show(handover: Handover, asker: Option<Asker>) {
    let Handover {
        place,
        site,
        language,
    } = handover;
    let props = RootProps {
        site,
        language,
        asker,
    };
    DRAWN.with_borrow_mut(|drawn| match drawn {
        Some((at, root)) if *at == place => root.update(props),
        _ => {
            let root = Renderer::<Root>::with_root_and_props(place.clone(), props).render();
            if let Some((_, earlier)) = drawn.replace((place, root)) {
                earlier.destroy();
            }
        }
    });
}

#[derive(Properties, PartialEq)]
struct RootProps {
    site: Site,
    language: Language,
    asker: Option<Asker>,
}

/// The content, and the page's words for what is around it.
#[component]
fn Root(props: &RootProps) -> Html {
    let words = use_state(Translations::default);
    {
        let words = words.setter();
        use_effect_with(props.language, move |language| {
            let language = *language;
            spawn_local(async move { words.set(translations(language).await) });
        });
    }
    html! {
        <ContextProvider<Translations> context={(*words).clone()}>
            <Content
                site={props.site.clone()}
                language={props.language}
                asker={props.asker.clone()}
            />
        </ContextProvider<Translations>>
    }
}

/// The words of a language. English stands in for one whose file does not come.
async fn translations(language: Language) -> Translations {
    let words = match language {
        Language::English => None,
        Language::German | Language::Spanish | Language::Arabic => file::language(language)
            .await
            .and_then(|file| Words::read(language, &file).ok()),
    };
    Translations::from(Rc::new(words.unwrap_or_default()))
}

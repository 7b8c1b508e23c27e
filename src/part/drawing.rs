//! Draws a part in the page's place for it, in the page's language. This is where a part's program begins; the page does not
//! link it.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use web_sys::Element;
use whichside_diagnosis::words::{Language, Words};
use yew::prelude::*;
use yew::{AppHandle, Renderer};

use crate::browser::file;
use crate::components::Translations;

/// Where a part is drawn, once it is. A program has one.
pub(crate) struct Drawing<C: BaseComponent>(RefCell<Option<(Element, AppHandle<C>)>>);

impl<C: BaseComponent> Drawing<C> {
    /// Nothing is drawn yet.
    pub(crate) const fn new() -> Drawing<C> {
        Drawing(RefCell::new(None))
    }

    /// Draws the part, or draws it anew. Its state stays as long as the place is the same.
    pub(crate) fn show(&self, place: Element, props: C::Properties) {
        let mut drawn = self.0.borrow_mut();
        match drawn.as_mut() {
            Some((at, root)) if *at == place => root.update(props),
            _ => {
                let root = Renderer::<C>::with_root_and_props(place.clone(), props).render();
                if let Some((_, earlier)) = drawn.replace((place, root)) {
                    earlier.destroy();
                }
            }
        }
    }
}

/// The properties of [`InLanguage`].
#[derive(Properties, PartialEq)]
pub(crate) struct InLanguageProps {
    /// The page's language.
    pub language: Language,
    /// What is said in it.
    pub children: Html,
}

/// What a part shows, with the page's words for it.
#[component]
pub(crate) fn InLanguage(props: &InLanguageProps) -> Html {
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
            { props.children.clone() }
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

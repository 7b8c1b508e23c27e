//! The owner's program as the page knows it: what it is handed, and how it is fetched.

use std::fmt;
use std::rc::Rc;

use futures::FutureExt;
use futures::future::LocalBoxFuture;
use js_sys::Promise;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::JsFuture;
use web_sys::Element;
use whichside_diagnosis::words::Language;
use whichside_owner::Site;

#[wasm_bindgen]
extern "C" {
    /// In `boot/start.js`, since only a script can import: fetches `owner.js` and calls its `show`.
    #[wasm_bindgen(js_name = showOwner)]
    fn show_owner(place: &Element, site: &str, language: &str) -> Promise;
}

/// What the page hands over: at first, and again whenever some of it has changed.
#[derive(Clone, Debug, PartialEq)]
pub struct Handover {
    /// The element that the program draws in. The page leaves its content alone.
    pub place: Element,
    /// What the check found out.
    pub site: Site,
    /// The page's language.
    pub language: Language,
}

/// The program did not load.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ProgramMissing;

type Show = dyn Fn(Handover) -> LocalBoxFuture<'static, Result<(), ProgramMissing>>;

/// Draws the section's content: the owner's program, or a test in its place.
#[derive(Clone)]
pub struct Program(Rc<Show>);

impl Program {
    /// A program that draws by this function.
    pub fn new<F>(show: impl Fn(Handover) -> F + 'static) -> Program
    where
        F: Future<Output = Result<(), ProgramMissing>> + 'static,
    {
        Program(Rc::new(move |handover| show(handover).boxed_local()))
    }

    /// The owner's program, fetched when it is first to draw, and again after it did not come.
    pub(super) fn fetched() -> Program {
        Program::new(|handover| async move {
            let Handover {
                place,
                site,
                language,
            } = handover;
            let site = serde_json::to_string(&site).map_err(|_| ProgramMissing)?;
            let shown = show_owner(&place, &site, language.code());
            match JsFuture::from(shown).await {
                Ok(_) => Ok(()),
                Err(_) => Err(ProgramMissing),
            }
        })
    }

    /// Has it draw, and tells once it does.
    pub(super) fn show(
        &self,
        handover: Handover,
    ) -> LocalBoxFuture<'static, Result<(), ProgramMissing>> {
        (self.0)(handover)
    }
}

impl PartialEq for Program {
    fn eq(&self, other: &Program) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl fmt::Debug for Program {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("Program")
    }
}

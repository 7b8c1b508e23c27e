//! A part's program as the page knows it: what it is handed, and how it is fetched.

use std::fmt;
use std::rc::Rc;

use futures::FutureExt;
use futures::future::LocalBoxFuture;
use js_sys::Promise;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::JsFuture;
use web_sys::Element;
use whichside_diagnosis::words::Language;

#[wasm_bindgen]
extern "C" {
    /// In `boot/start.js`, since only a script can import: fetches the program of this name and calls this function of it.
    #[wasm_bindgen(js_name = showPart)]
    fn show_part(
        name: &str,
        function: &str,
        place: &Element,
        content: &str,
        language: &str,
    ) -> Promise;
}

/// “How we know” and the report.
pub const EVIDENCE: Program = Program::Fetched {
    name: "evidence",
    function: "show",
};

/// How a remedy is done.
pub const STEPS: Program = Program::Fetched {
    name: "evidence",
    function: "showSteps",
};

/// The section for the site's owner.
pub const OWNER: Program = Program::Fetched {
    name: "owner",
    function: "show",
};

/// What the page hands over: at first, and again whenever some of it has changed.
#[derive(Clone, Debug, PartialEq)]
pub struct Handover {
    /// The element that the program draws in. The page leaves its content alone.
    pub place: Element,
    /// What is to be shown, in the form that the program reads.
    pub content: String,
    /// The page's language.
    pub language: Language,
}

impl Handover {
    /// What `show` was called with: an unknown language is English.
    #[must_use]
    pub fn new(place: Element, content: String, language: &str) -> Handover {
        let language = Language::of_tag(language).unwrap_or_default();
        Handover {
            place,
            content,
            language,
        }
    }
}

/// The program did not load, or was handed something that it cannot show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ProgramMissing;

type Show = dyn Fn(Handover) -> LocalBoxFuture<'static, Result<(), ProgramMissing>>;

/// What draws a part.
#[derive(Clone)]
pub enum Program {
    /// A program that is fetched when it is first to draw, and again after it did not come.
    Fetched {
        /// The program.
        name: &'static str,
        /// Its function that draws.
        function: &'static str,
    },
    /// A function in its place, for tests.
    Linked(Rc<Show>),
}

impl Program {
    /// A program that draws by this function.
    pub fn linked<F>(show: impl Fn(Handover) -> F + 'static) -> Program
    where
        F: Future<Output = Result<(), ProgramMissing>> + 'static,
    {
        Program::Linked(Rc::new(move |handover| show(handover).boxed_local()))
    }

    /// Has it draw, and tells once it does.
    pub(super) async fn show(self, handover: Handover) -> Result<(), ProgramMissing> {
        match self {
            Program::Fetched { name, function } => {
                let Handover {
                    place,
                    content,
                    language,
                } = handover;
                let shown = show_part(name, function, &place, &content, language.code());
                JsFuture::from(shown)
                    .await
                    .map(drop)
                    .map_err(|_| ProgramMissing)
            }
            Program::Linked(show) => show(handover).await,
        }
    }
}

impl PartialEq for Program {
    fn eq(&self, other: &Program) -> bool {
        match (self, other) {
            (
                Program::Fetched { name, function },
                Program::Fetched {
                    name: other_name,
                    function: other_function,
                },
            ) => name == other_name && function == other_function,
            (Program::Linked(one), Program::Linked(other)) => Rc::ptr_eq(one, other),
            (Program::Fetched { .. }, Program::Linked(_))
            | (Program::Linked(_), Program::Fetched { .. }) => false,
        }
    }
}

impl fmt::Debug for Program {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Program::Fetched { name, function } => write!(to, "Fetched({name:?}, {function:?})"),
            Program::Linked(_) => to.write_str("Linked"),
        }
    }
}

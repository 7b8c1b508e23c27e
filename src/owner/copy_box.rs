//! A command, configuration or mended lines to copy, with a button.

use gloo_timers::callback::Timeout;
use gloo_utils::window;
use wasm_bindgen_futures::spawn_local;
use web_sys::Element;
use whichside_owner::Label;
use yew::prelude::*;

use super::context::SectionContext;
use crate::browser::clipboard;
use crate::components::Button;

/// How long it is said beside the button that something was copied.
const NOTICE_MS: u32 = 4_000;

/// The properties of [`CopyBox`].
#[derive(Properties, PartialEq)]
pub(super) struct CopyBoxProps {
    /// What it is drawn with.
    pub context: SectionContext,
    /// The text.
    pub text: AttrValue,
}

/// A text to copy. It runs from left to right in every language.
#[component]
pub(super) fn CopyBox(props: &CopyBoxProps) -> Html {
    let context = &props.context;
    let code = use_node_ref();
    let notice = use_state(|| None::<Label>);
    {
        let notice = notice.clone();
        use_effect_with(*notice, move |shown| {
            let timeout = shown.map(|_| Timeout::new(NOTICE_MS, move || notice.set(None)));
            move || drop(timeout)
        });
    }
    let onclick = {
        let (context, text) = (context.clone(), props.text.clone());
        let (notice, code) = (notice.clone(), code.clone());
        Callback::from(move |_: MouseEvent| {
            let (context, text) = (context.clone(), text.clone());
            let (notice, code) = (notice.clone(), code.clone());
            spawn_local(async move {
                let result = match clipboard::copy(&text).await {
                    true => Some(Label::Copied),
                    false => select(&code).then_some(Label::Selected),
                };
                if let Some(label) = result {
                    context.announce.emit(context.text(label).to_owned());
                    notice.set(result);
                }
            });
        })
    };
    let copy = context.text(Label::Copy);
    html! {
        <div class="owner-copy" data-said={notice.map(|label| context.text(label).to_owned())}>
            <pre ref={code} dir="ltr" tabindex="0"><code>{ &props.text }</code></pre>
            <Button action="copy" quiet=true label={format!("{copy}: {}", props.text)} {onclick}>
                { copy }
            </Button>
        </div>
    }
}

/// Selects the text for the owner to copy by hand.
fn select(code: &NodeRef) -> bool {
    let selection = window().get_selection().ok().flatten();
    selection
        .zip(code.cast::<Element>())
        .is_some_and(|(selection, code)| selection.select_all_children(&code).is_ok())
}

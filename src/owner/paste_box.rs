//! A box to paste a text into. It is read once typing rests.

use gloo_timers::callback::Timeout;
use web_sys::HtmlTextAreaElement;
use whichside_owner::Label;
use yew::prelude::*;

use super::context::SectionContext;
use crate::components::Button;

/// How long typing has to rest before the box is read: to the eye, at once after pasting.
const DEBOUNCE_MS: u32 = 250;

/// The properties of [`PasteBox`].
#[derive(Properties, PartialEq)]
pub(super) struct PasteBoxProps {
    /// What it is drawn with.
    pub context: SectionContext,
    /// The id of the field.
    pub id: AttrValue,
    /// What to paste.
    pub title: Label,
    /// How much of it will do.
    pub hint: Label,
    /// Called with the text.
    pub onpaste: Callback<String>,
    /// What there is to say about the text.
    pub children: Html,
}

/// A box to paste a text into. The text is the browser's, so that megabytes of it are not drawn again.
#[component]
pub(super) fn PasteBox(props: &PasteBoxProps) -> Html {
    let (context, id) = (&props.context, &props.id);
    let area = use_node_ref();
    let pending = use_mut_ref(|| None::<Timeout>);
    let oninput = {
        let (pending, onpaste) = (pending.clone(), props.onpaste.clone());
        Callback::from(move |event: InputEvent| {
            let area: HtmlTextAreaElement = event.target_unchecked_into();
            let onpaste = onpaste.clone();
            let read = move || onpaste.emit(area.value());
            pending.replace(Some(Timeout::new(DEBOUNCE_MS, read)));
        })
    };
    let clear = {
        let (area, context, onpaste) = (area.clone(), context.clone(), props.onpaste.clone());
        Callback::from(move |_: MouseEvent| {
            pending.replace(None);
            if let Some(area) = area.cast::<HtmlTextAreaElement>() {
                area.set_value("");
                let _ = area.focus();
            }
            onpaste.emit(String::new());
            context
                .announce
                .emit(context.text(Label::Cleared).to_owned());
        })
    };
    let hint = format!("{id}-hint");
    html! {
        <section class="owner-paste">
            <h3><label for={id}>{ context.text(props.title) }</label></h3>
            <p class="note" id={hint.clone()}>{ context.text(props.hint) }</p>
            <textarea
                ref={area}
                {id}
                rows="6"
                dir="ltr"
                spellcheck="false"
                autocomplete="off"
                autocapitalize="off"
                aria-describedby={hint}
                {oninput}
            />
            <p class="row">
                <Button action="clear" quiet=true onclick={clear}>{ context.text(Label::Clear) }</Button>
            </p>
            <div data-part={format!("{id}-results")}>{ props.children.clone() }</div>
        </section>
    }
}

//! The page's policy: where to paste it, and what it makes of the widget.

use web_sys::HtmlTextAreaElement;
use whichside_embed::OwnerLabel;
use whichside_embed::policy::Change;
use yew::prelude::*;

use crate::components::{Translations, use_translations};
use crate::configurator::event::{Event, Field};
use crate::configurator::view_model::{PolicyModel, RemarkModel};

/// The properties of a [`PolicySection`].
#[derive(Properties, PartialEq)]
pub struct PolicySectionProps {
    /// What is shown.
    pub model: PolicyModel,
    /// Called with each event.
    pub dispatch: Callback<Event>,
}

/// The page's policy: where to paste it, and what it makes of the widget.
#[component]
pub fn PolicySection(props: &PolicySectionProps) -> Html {
    let words = use_translations();
    let model = &props.model;
    let oninput = props.dispatch.reform(|event: InputEvent| {
        let area = event.target_unchecked_into::<HtmlTextAreaElement>();
        Event::FieldChanged(Field::Policy, area.value())
    });
    html! {
        <section class="policy">
            <h2>{ words.text(OwnerLabel::Policy) }</h2>
            <p id="policy-means" class="note">{ words.text(OwnerLabel::PolicyMeans) }</p>
            <div class="choice">
                <label for="policy">{ words.text(OwnerLabel::PolicyBox) }</label>
                <textarea
                    id="policy"
                    name="policy"
                    rows="5"
                    dir="ltr"
                    autocomplete="off"
                    autocapitalize="off"
                    spellcheck="false"
                    aria-describedby="policy-means"
                    placeholder="content-security-policy: default-src 'self'"
                    value={model.pasted.clone()}
                    {oninput}
                />
            </div>
            <div class="answer" data-policy-answer="" data-blocked={model.blocked}>
                <p class="told" role="status">
                    { model.effect.map_or("", |label| words.text(label)) }
                </p>
                { for model.changes.iter().map(|change| show_change(&words, change)) }
                { for model.remarks.iter().map(|remark| show_remark(&words, remark)) }
            </div>
        </section>
    }
}

fn show_change(words: &Translations, change: &Change) -> Html {
    html! {
        <div>
            <p>{ words.text(OwnerLabel::Add) }</p>
            <pre dir="ltr" translate="no" data-policy-add="">
                <code>{ change.add.join("; ") }</code>
            </pre>
            <p>{ words.text(OwnerLabel::of_source(change.source)) }</p>
            <pre dir="ltr" translate="no" data-policy-whole=""><code>{ &change.whole }</code></pre>
        </div>
    }
}

fn show_remark(words: &Translations, remark: &RemarkModel) -> Html {
    let text = words.fill(remark.label, &[("tokens", &remark.tokens)]);
    html! { <p class="remark">{ text }</p> }
}

//! The one form: the address that fails, what the visitor sees, and where else to ask.

use web_sys::HtmlInputElement;
use whichside_diagnosis::words::{PageKey, Words};
use yew::prelude::*;

use super::options::{only_here, options};
use crate::app::event::Event;
use crate::app::view_model::FormModel;
use crate::components::{Button, Menu, MenuOption, use_translations};

/// What a visitor may see, with the values of the page contract.
const SYMPTOMS: [(&str, PageKey); 17] = [
    ("", PageKey::SeenNothing),
    ("502", PageKey::Seen502),
    ("504", PageKey::Seen504),
    ("503", PageKey::Seen503),
    ("500", PageKey::Seen500),
    ("404", PageKey::Seen404),
    ("403", PageKey::Seen403),
    ("429", PageKey::Seen429),
    ("unreachable", PageKey::SeenUnreachable),
    ("not-secure", PageKey::SeenNotSecure),
    ("blank", PageKey::SeenBlank),
    ("endless", PageKey::SeenEndless),
    ("other-page", PageKey::SeenOtherPage),
    ("dangerous", PageKey::SeenDangerous),
    ("puzzle", PageKey::SeenPuzzle),
    ("redirects", PageKey::SeenRedirects),
    ("400", PageKey::Seen400),
];

#[derive(Properties, PartialEq)]
pub(super) struct FormProps {
    pub(super) model: FormModel,
    pub(super) dispatch: Callback<Event>,
}

/// The one form.
#[component]
pub(super) fn AddressForm(props: &FormProps) -> Html {
    let words = use_translations();
    let FormProps { model, dispatch } = props;
    let onsubmit = dispatch.reform(|event: SubmitEvent| {
        event.prevent_default();
        Event::Submitted
    });
    let symptoms: Vec<MenuOption> = SYMPTOMS
        .into_iter()
        .map(|(value, key)| MenuOption::new(value, words.text(key).to_owned()))
        .collect();
    html! {
        <form class="ask" novalidate=true autocomplete="off" {onsubmit}>
            <h1 class={classes!("question", (!model.prominent).then_some("small"))}>
                <label for="url">{ words.text(PageKey::Which) }</label>
            </h1>
            { address_field(&words, model, dispatch) }
            if let Some(error) = &model.error {
                <p class="wrong" id="input-error" data-input-error="" role="alert">{ error }</p>
            }
            { for model.notes.iter().map(|note| html! { <p class="note">{ note }</p> }) }
            <label class="seen">
                <span>{ words.text(PageKey::Seen) }</span>
                <Menu
                    name="seen"
                    options={symptoms}
                    selected={model.symptom.clone()}
                    onchange={dispatch.reform(Event::SymptomChosen)}
                />
            </label>
            // Before the first check it is read by everybody; afterwards the verdict comes first.
            if model.prominent {
                { only_here(&words, model, dispatch) }
            }
            <details class="more">
                <summary>{ words.text(PageKey::WhoLooks) }</summary>
                { options(&words, model, dispatch) }
            </details>
        </form>
    }
}

/// The address and its buttons.
fn address_field(words: &Words, model: &FormModel, dispatch: &Callback<Event>) -> Html {
    let wrong = model.error.is_some();
    let oninput = dispatch.reform(|event: InputEvent| {
        Event::AddressTyped(event.target_unchecked_into::<HtmlInputElement>().value())
    });
    html! {
        <div class="field">
            <input
                id="url"
                name="url"
                type="text"
                inputmode="url"
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                enterkeyhint="go"
                placeholder="example.com"
                dir="ltr"
                aria-invalid={wrong.to_string()}
                aria-describedby={wrong.then_some("input-error")}
                value={model.address.clone()}
                {oninput}
            />
            <button type="submit">{ &model.submit }</button>
            if model.running {
                <Button
                    action="cancel"
                    quiet=true
                    onclick={dispatch.reform(|_| Event::CancelRequested)}
                >
                    { words.text(PageKey::Cancel) }
                </Button>
            }
        </div>
    }
}

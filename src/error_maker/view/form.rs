//! The form: what there is to write, and two menus.

use web_sys::HtmlInputElement;
use whichside_error_page::choices::{Field, Theme};
use whichside_error_page::{MakerLabel, Stack};
use yew::prelude::*;

use crate::components::{Menu, MenuOption, use_translations};
use crate::error_maker::event::Event;
use crate::error_maker::view_model::{FieldModel, ViewModel, example};

/// The properties of a [`Form`].
#[derive(Properties, PartialEq)]
pub struct FormProps {
    /// What is shown.
    pub model: ViewModel,
    /// Called with each event.
    pub dispatch: Callback<Event>,
}

/// The form: what there is to write, and two menus.
#[component]
pub fn Form(props: &FormProps) -> Html {
    let words = use_translations();
    let FormProps { model, dispatch } = props;
    let menu = |field: Field, label, selected: &'static str, options: Vec<MenuOption>| {
        let onchange = dispatch.reform(move |value| Event::Chosen(field, value));
        html! {
            <div class="choice">
                <label for={field.id()}>{ words.text(label) }</label>
                <Menu id={field.id()} name={field.id()} {selected} {options} {onchange} />
            </div>
        }
    };
    let stacks = Stack::ALL.map(|stack| MenuOption::new(stack.id(), stack.own_name()));
    let themes = Theme::ALL.map(|theme| {
        let label = match theme {
            Theme::Auto => MakerLabel::ThemeAuto,
            Theme::Light => MakerLabel::ThemeLight,
            Theme::Dark => MakerLabel::ThemeDark,
        };
        MenuOption::new(theme.id(), words.text(label).to_owned())
    });
    html! {
        <form
            class="choices"
            novalidate=true
            onsubmit={|event: SubmitEvent| event.prevent_default()}
        >
            <h2>{ words.text(MakerLabel::Choose) }</h2>
            <div class="menus">
                { menu(Field::Stack, MakerLabel::Stack, model.stack, stacks.into()) }
                { menu(Field::Theme, MakerLabel::Theme, model.theme, themes.into()) }
            </div>
            { for model.fields.iter().map(|field| html! {
                <Written key={field.field.id()} model={field.clone()} {dispatch} />
            }) }
        </form>
    }
}

#[derive(Properties, PartialEq)]
struct WrittenProps {
    model: FieldModel,
    dispatch: Callback<Event>,
}

/// A field to write in, with what is wrong with it.
#[component]
fn Written(props: &WrittenProps) -> Html {
    let words = use_translations();
    let FieldModel {
        field,
        label,
        typed,
        direction,
        wrong,
    } = &props.model;
    let (field, id) = (*field, field.id());
    let wrong_id = format!("{id}-wrong");
    let oninput = props.dispatch.reform(move |event: InputEvent| {
        let input = event.target_unchecked_into::<HtmlInputElement>();
        Event::Chosen(field, input.value())
    });
    html! {
        <div class="choice">
            <label for={id}>{ words.text(*label) }</label>
            <input
                {id}
                name={id}
                type="text"
                dir={*direction}
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                aria-invalid={wrong.is_some().to_string()}
                aria-describedby={wrong_id.clone()}
                placeholder={example(field)}
                value={typed.clone()}
                {oninput}
            />
            // Always there, so that a screen reader reads out what comes into it.
            <p class="wrong" id={wrong_id} aria-live="polite">
                if let Some(takes) = wrong {
                    { words.text(MakerLabel::Takes) }
                    { " " }
                    <bdi lang="en">{ takes }</bdi>
                }
            </p>
        </div>
    }
}

//! The form: what there is to write, and two menus.

use whichside_embed::OwnerLabel;
use whichside_error_page::choices::{Field, Theme};
use whichside_error_page::{MakerLabel, Stack};
use yew::prelude::*;

use super::written::Written;
use crate::components::{Menu, MenuOption, use_translations};
use crate::error_maker::event::Event;
use crate::error_maker::view_model::{ViewModel, example};

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
        let said = words.text(OwnerLabel::of_theme(theme));
        MenuOption::new(theme.id(), said.to_owned())
    });
    let written = |field| dispatch.reform(move |value| Event::Chosen(field, value));
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
                <Written
                    key={field.field.id()}
                    id={field.field.id()}
                    label={field.label}
                    typed={field.typed.clone()}
                    direction={field.direction}
                    wrong={field.wrong}
                    placeholder={example(field.field)}
                    oninput={written(field.field)}
                />
            }) }
        </form>
    }
}

//! The form: three addresses, four menus and a switch.

use whichside_diagnosis::words::Language;
use whichside_embed::snippet::Way;
use whichside_embed::{Mode, OwnerLabel, Theme};
use yew::prelude::*;

use super::address_field::AddressField;
use crate::components::use_translations;
use crate::components::{Menu, MenuOption, switch};
use crate::configurator::event::{Event, Field};
use crate::configurator::view_model::FormModel;

/// The properties of a [`Form`].
#[derive(Properties, PartialEq)]
pub struct FormProps {
    /// What is shown.
    pub model: FormModel,
    /// Called with each event.
    pub dispatch: Callback<Event>,
}

/// The form: three addresses, four menus and a switch.
#[component]
pub fn Form(props: &FormProps) -> Html {
    let words = use_translations();
    let FormProps { model, dispatch } = props;
    let option = |value, label| MenuOption::new(value, words.text(label).to_owned());
    let menu = |field: Field, label, selected: &'static str, options: Vec<MenuOption>| {
        let onchange = dispatch.reform(move |value| Event::FieldChanged(field, value));
        html! {
            <div class="choice">
                <label for={field.id()}>{ words.text(label) }</label>
                <Menu id={field.id()} name={field.id()} {selected} {options} {onchange} />
            </div>
        }
    };
    let modes = Mode::ALL.map(|mode| option(mode.id(), OwnerLabel::of_mode(mode)));
    let themes = Theme::ALL.map(|theme| option(theme.id(), OwnerLabel::of_theme(theme)));
    let ways = Way::ALL.map(|way| option(way.id(), OwnerLabel::of_way(way)));
    let languages = Language::ALL.map(|language| MenuOption {
        lang: Some(language.code().into()),
        ..MenuOption::new(language.code(), language.own_name())
    });
    let mut of_page_or_own = vec![option("", OwnerLabel::LangOfPage)];
    of_page_or_own.extend(languages);
    let onpinned = dispatch.reform(|pinned| {
        let value = if pinned { "1" } else { "" };
        Event::FieldChanged(Field::Pinned, value.to_owned())
    });
    html! {
        <form
            class="choices"
            novalidate=true
            onsubmit={|event: SubmitEvent| event.prevent_default()}
        >
            <h2>{ words.text(OwnerLabel::Choose) }</h2>
            <AddressField
                field={Field::Target}
                label={OwnerLabel::Target}
                example="https://shop.example/"
                model={model.target.clone()}
                {dispatch}
            />
            <AddressField
                field={Field::Page}
                label={OwnerLabel::Page}
                means={OwnerLabel::PageMeans}
                example="https://status.shop.example/"
                model={model.page.clone()}
                {dispatch}
            />
            <AddressField
                field={Field::Status}
                label={OwnerLabel::Status}
                means={OwnerLabel::StatusMeans}
                example="https://status.shop.example/api/v2/summary.json"
                model={model.status.clone()}
                {dispatch}
            />
            <div class="menus">
                { menu(Field::Mode, OwnerLabel::Mode, model.mode.id(), modes.into()) }
                { menu(Field::Theme, OwnerLabel::Theme, model.theme.id(), themes.into()) }
                { menu(
                    Field::Lang,
                    OwnerLabel::Lang,
                    model.lang.map_or("", Language::code),
                    of_page_or_own,
                ) }
                { menu(Field::Way, OwnerLabel::Way, model.way.id(), ways.into()) }
            </div>
            { switch(Field::Pinned.id(), model.pinned, &onpinned, html! {
                <>
                    <span>{ words.text(OwnerLabel::Pinned) }</span>
                    <small>{ words.text(OwnerLabel::PinnedMeans) }</small>
                </>
            }) }
        </form>
    }
}

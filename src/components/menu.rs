//! A menu to choose one of several values from.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// One of the values of a [`Menu`].
#[derive(Clone, Debug, PartialEq)]
pub struct MenuOption {
    /// The value that is reported.
    pub value: AttrValue,
    /// The text.
    pub text: AttrValue,
    /// The language of the text, where it is not the page's.
    pub lang: Option<AttrValue>,
}

impl MenuOption {
    /// A value with its text, in the page's language.
    pub fn new(value: impl Into<AttrValue>, text: impl Into<AttrValue>) -> MenuOption {
        MenuOption {
            value: value.into(),
            text: text.into(),
            lang: None,
        }
    }
}

/// The properties of a [`Menu`].
#[derive(Properties, PartialEq)]
pub struct MenuProps {
    /// The element's id.
    #[prop_or_default]
    pub id: Option<AttrValue>,
    /// The name of the field.
    #[prop_or_default]
    pub name: Option<AttrValue>,
    /// The name for screen readers, where no label is tied to the menu.
    #[prop_or_default]
    pub label: Option<AttrValue>,
    /// What there is to choose from.
    pub options: Vec<MenuOption>,
    /// The value that is chosen.
    pub selected: AttrValue,
    /// Called with the value that was chosen.
    pub onchange: Callback<String>,
}

/// A menu to choose one of several values from.
#[component]
pub fn Menu(props: &MenuProps) -> Html {
    let onchange = props
        .onchange
        .reform(|event: Event| event.target_unchecked_into::<HtmlSelectElement>().value());
    let select = use_node_ref();
    let of_select = select.clone();
    // The attribute `selected` says nothing any more once somebody has chosen.
    use_effect_with(
        (props.selected.clone(), props.options.clone()),
        move |(selected, _)| {
            if let Some(select) = of_select.cast::<HtmlSelectElement>() {
                select.set_value(selected);
            }
        },
    );
    html! {
        <select
            ref={select}
            id={props.id.clone()}
            name={props.name.clone()}
            aria-label={props.label.clone()}
            {onchange}
        >
            { for props.options.iter().map(|option| html! {
                <option
                    key={&*option.value}
                    value={&option.value}
                    lang={option.lang.clone()}
                    selected={option.value == props.selected}
                >
                    { &option.text }
                </option>
            }) }
        </select>
    }
}

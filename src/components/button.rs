//! A button that names its action for machines.

use yew::prelude::*;

/// The properties of a [`Button`].
#[derive(Properties, PartialEq)]
pub struct ButtonProps {
    /// The value of `data-action`.
    pub action: AttrValue,
    /// Less prominent than the button that it stands beside.
    #[prop_or_default]
    pub quiet: bool,
    /// Cannot be clicked.
    #[prop_or_default]
    pub disabled: bool,
    /// Whether what the button shows and hides is shown; none for other buttons.
    #[prop_or_default]
    pub expanded: Option<bool>,
    /// The name for screen readers, where it is not the text.
    #[prop_or_default]
    pub label: Option<AttrValue>,
    /// Called on a click.
    pub onclick: Callback<MouseEvent>,
    /// The text.
    pub children: Html,
}

/// A button that names its action for machines.
#[component]
pub fn Button(props: &ButtonProps) -> Html {
    let expanded = props.expanded.map(|expanded| expanded.to_string());
    html! {
        <button
            type="button"
            class={classes!(props.quiet.then_some("quiet"))}
            data-action={&props.action}
            disabled={props.disabled}
            aria-expanded={expanded}
            aria-label={props.label.clone()}
            onclick={&props.onclick}
        >
            { props.children.clone() }
        </button>
    }
}

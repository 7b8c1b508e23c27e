//! A link that opens a tab of its own, which learns nothing of this page.

use yew::prelude::*;

/// The properties of an [`OutwardLink`].
#[derive(Properties, PartialEq)]
pub struct OutwardLinkProps {
    /// The address.
    pub href: AttrValue,
    /// The classes.
    #[prop_or_default]
    pub class: Classes,
    /// The value of `data-action`, for machines.
    #[prop_or_default]
    pub action: Option<AttrValue>,
    /// The direction of the text, where it is not the page's.
    #[prop_or_default]
    pub dir: Option<AttrValue>,
    /// The language of what the link opens, where it is not the page's.
    #[prop_or_default]
    pub hreflang: Option<AttrValue>,
    /// The text.
    pub children: Html,
}

/// A link that opens a tab of its own, which learns nothing of this page.
#[component]
pub fn OutwardLink(props: &OutwardLinkProps) -> Html {
    html! {
        <a
            href={&props.href}
            class={props.class.clone()}
            target="_blank"
            rel="noopener noreferrer"
            data-action={props.action.clone()}
            dir={props.dir.clone()}
            hreflang={props.hreflang.clone()}
        >
            { props.children.clone() }
        </a>
    }
}

//! The frame of a page that makes something for a site's owner: the way to the check, what the page is for, and its manual.

use yew::prelude::*;

use super::{Translations, outward_link};

/// The name of the product, in every language.
const NAME: &str = "whichside";

/// The properties of a [`ToolPage`].
#[derive(Properties, PartialEq)]
pub struct ToolPageProps {
    /// The words of the page's language.
    pub words: Translations,
    /// What the link to the check says.
    pub to_check: String,
    /// The heading.
    pub title: String,
    /// What the page is for.
    pub introduction: String,
    /// The address of the manual.
    pub manual: &'static str,
    /// What the link to the manual says.
    pub to_manual: String,
    /// What is made here.
    pub children: Html,
}

/// The frame of a page that makes something for a site's owner.
#[component]
pub fn ToolPage(props: &ToolPageProps) -> Html {
    html! {
        <ContextProvider<Translations> context={props.words.clone()}>
            <div class="configurator page">
                <header class="top">
                    <a class="brand" href="./">
                        <bdi lang="en">{ NAME }</bdi>
                        <span>{ &props.to_check }</span>
                    </a>
                </header>
                <main>
                    <h1 class="question">{ &props.title }</h1>
                    <p class="lead">{ &props.introduction }</p>
                    { props.children.clone() }
                </main>
                <footer>
                    <p>
                        { outward_link(props.manual, Classes::new(), None, html! { &props.to_manual }) }
                    </p>
                </footer>
            </div>
        </ContextProvider<Translations>>
    }
}

//! The drawn page, as statements about its HTML: what the page contract promises to machines, and to screen readers.

use whichside_diagnosis::advice::for_visitor;
use yew::prelude::*;

use super::Page;
use crate::app::event::Event;
use crate::app::state::State;
use crate::app::update::tests::page::{Page as Visit, World};
use crate::app::view_model::view_model;
use crate::components::Translations;

/// The properties of [`InLanguage`].
#[derive(Properties, PartialEq)]
struct InLanguageProps {
    words: Translations,
    children: Html,
}

/// A page in a language.
#[component]
fn InLanguage(props: &InLanguageProps) -> Html {
    html! {
        <ContextProvider<Translations> context={props.words.clone()}>
            { props.children.clone() }
        </ContextProvider<Translations>>
    }
}

/// The HTML of a view in a language.
pub(crate) fn html_of(words: Translations, children: Html) -> String {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .expect("a runtime");
    let renderer =
        yew::LocalServerRenderer::<InLanguage>::with_props(InLanguageProps { words, children });
    tokio::task::LocalSet::new().block_on(&runtime, renderer.hydratable(false).render())
}

fn html_of_page(state: &State) -> String {
    let words = Translations::from(state.language.words.clone());
    html_of(
        words,
        html! { <Page model={view_model(state)} dispatch={Callback::noop()} /> },
    )
}

const SHOP: &str = "https://shop.example/cart";

fn positions<'a>(html: &str, parts: impl IntoIterator<Item = &'a str>) -> Vec<usize> {
    let find = |part: &str| {
        html.find(part)
            .unwrap_or_else(|| panic!("{part} in {html}"))
    };
    parts.into_iter().map(find).collect()
}

#[test]
fn the_verdict_is_in_the_document_from_the_beginning() {
    let html = html_of_page(&Visit::opened().state);
    assert_eq!(html.matches("data-verdict=").count(), 1);
    for attribute in [
        r#"data-state="idle""#,
        r#"data-side="unknown""#,
        r#"data-cause="unclear""#,
        r#"data-confidence="0.00""#,
        r#"data-cause-confidence="0.00""#,
    ] {
        assert!(html.contains(attribute), "{attribute} in {html}");
    }
}

#[test]
fn a_refused_address_is_tied_to_what_is_wrong_with_it() {
    let mut visit = Visit::opened();
    visit.submit("http://localhost/");
    let html = html_of_page(&visit.state);
    for part in [
        r#"aria-invalid="true""#,
        r#"aria-describedby="input-error""#,
        r#"id="input-error" data-input-error="" role="alert""#,
    ] {
        assert!(html.contains(part), "{part} in {html}");
    }
}

#[test]
fn remedies_stand_in_the_order_advised() {
    let mut visit = Visit::opened();
    visit.check(SHOP, World::BadGateway);
    let advised = for_visitor(&visit.state.run.verdict, &[]);
    let marks: Vec<String> = advised
        .iter()
        .map(|remedy| format!("data-remedy=\"{}\"", remedy.id()))
        .collect();
    let positions = positions(
        &html_of_page(&visit.state),
        marks.iter().map(|mark| &**mark),
    );
    assert!(positions.is_sorted(), "{positions:?}");
}

#[test]
fn the_sections_keep_their_order_and_the_report_is_shown_when_asked_for() {
    let mut visit = Visit::opened();
    visit.check(SHOP, World::Healthy);
    let html = html_of_page(&visit.state);
    let sections = [
        r#"class="ask""#,
        r#"class="verdict""#,
        "data-question=",
        r#"id="advice""#,
        r#"class="others owner""#,
        r#"class="evidence""#,
        r#"class="report""#,
    ];
    assert!(positions(&html, sections).is_sorted());
    assert!(!html.contains("data-report"));
    visit.happens(Event::ReportToggled);
    let html = html_of_page(&visit.state);
    assert!(html.contains("<pre data-report"));
    assert!(html.contains(r#"aria-expanded="true""#));
}

#[test]
fn what_was_fetched_is_text_and_never_markup() {
    let mut visit = Visit::opened();
    visit.happens(Event::AddressTyped("<img src=x>".to_owned()));
    let html = html_of_page(&visit.state);
    assert!(!html.contains("<img"), "{html}");
}

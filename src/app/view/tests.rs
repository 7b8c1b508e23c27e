//! The drawn page, as statements about its HTML: what the page contract promises to machines, and to screen readers.

use futures::FutureExt;
use whichside_diagnosis::advice::for_visitor;
use yew::prelude::*;

use super::page;
use crate::app::event::Event;
use crate::app::state::State;
use crate::app::update::tests::page::{Page as Visit, World};
use crate::app::view_model::view_model;
use crate::components::Translations;
use crate::evidence::{Content, Findings};

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
    let page = page(&words, view_model(state), &Callback::noop());
    html_of(words, page)
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
fn the_browser_keeps_no_address_that_was_typed() {
    let html = html_of_page(&Visit::opened().state);
    let fields = html.matches("<form").count() + html.matches("name=\"url\"").count();
    assert_eq!(html.matches("autocomplete=\"off\"").count(), fields);
    assert_eq!(fields, 2);
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
fn the_sections_keep_their_order() {
    let mut visit = Visit::opened();
    visit.check(SHOP, World::Healthy);
    let html = html_of_page(&visit.state);
    let sections = [
        r#"class="ask""#,
        r#"class="verdict""#,
        "data-question=",
        r#"id="advice""#,
        r#"class="others owner""#,
    ];
    assert!(positions(&html, sections).is_sorted());
}

/// The evidence and the report of a page, as their program draws them.
fn html_of_evidence(state: &State) -> String {
    let words = Translations::from(state.language.words.clone());
    let handed_over = view_model(state).findings.expect("a check");
    let findings: Findings = serde_json::from_str(&handed_over).expect("findings");
    let nothing_comes = Callback::from(|_| std::future::ready(None).boxed_local());
    html_of(
        words,
        html! { <Content {findings} fetch={nothing_comes} /> },
    )
}

#[test]
fn each_question_is_a_line_with_its_probe_and_the_report_is_out_of_sight() {
    let mut visit = Visit::opened();
    visit.check(SHOP, World::Healthy);
    let html = html_of_evidence(&visit.state);
    let parts = [
        r#"class="evidence""#,
        r#"data-probe="fetch""#,
        r#"class="report""#,
        r#"data-action="report""#,
    ];
    assert!(positions(&html, parts).is_sorted());
    assert!(!html.contains("data-report="));
    assert!(html.contains(r#"aria-expanded="false""#));
}

#[test]
fn what_was_fetched_is_text_and_never_markup() {
    let mut visit = Visit::opened();
    visit.happens(Event::AddressTyped("<img src=x>".to_owned()));
    let html = html_of_page(&visit.state);
    assert!(!html.contains("<img"), "{html}");
}

//! The drawn widget, as statements about its HTML.

use yew::prelude::*;

use super::WidgetFrame;
use crate::app::event as page;
use crate::app::view::tests::html_of;
use crate::components::Translations;
use crate::widget::event::{Embedding, Event};
use crate::widget::update::tests::{Frame, SHOP, STATUS};
use crate::widget::view_model::view_model;

fn html_of_frame(frame: &Frame) -> String {
    let words = Translations::from(frame.state.page.language.words.clone());
    let children = html! {
        <WidgetFrame
            model={view_model(&frame.state)}
            dispatch={Callback::<Event>::noop()}
            dispatch_page={Callback::<page::Event>::noop()}
        />
    };
    html_of(words, children)
}

#[test]
fn before_a_check_it_holds_the_button_that_starts_one_and_says_what_is_sent() {
    let html = html_of_frame(&Frame::ready(STATUS, SHOP));
    assert_eq!(html.matches("data-verdict=").count(), 1);
    for part in [
        r#"data-state="idle""#,
        r#"data-action="start""#,
        r#"href="./#sent""#,
    ] {
        assert!(html.contains(part), "{part} in {html}");
    }
    assert!(!html.contains("data-remedy"));
}

#[test]
fn a_click_that_did_not_count_is_announced_beside_the_way_to_the_whole_page() {
    let mut frame = Frame::ready(STATUS, SHOP);
    frame.happens(Event::ClickObscured);
    let html = html_of_frame(&frame);
    assert!(
        html.contains(r#"<p role="alert" data-covered="">"#),
        "{html}"
    );
    assert!(html.contains("./#url=https%3A%2F%2Fshop.example%2Fcart"));
}

#[test]
fn opened_by_itself_it_leads_to_the_whole_page() {
    let html = html_of_frame(&Frame::within(Embedding::TopLevel));
    assert!(html.contains(r#"data-action="elsewhere""#), "{html}");
    assert!(!html.contains(r#"data-action="start""#));
}

#[test]
fn a_check_in_here_can_be_stopped_and_read_in_full_on_the_page() {
    let mut frame = Frame::ready(STATUS, SHOP);
    frame.starts();
    let html = html_of_frame(&frame);
    for part in [
        r#"data-state="running""#,
        r#"data-action="cancel""#,
        r#"data-action="details""#,
        "<progress",
    ] {
        assert!(html.contains(part), "{part} in {html}");
    }
}

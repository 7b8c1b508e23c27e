//! What the widget shows, as statements about it.

use super::*;
use crate::app::event as app;
use crate::widget::event::{Embedding, Event};
use crate::widget::update::tests::{Frame, SHOP, STATUS};

fn before(frame: &Frame) -> BeforeModel {
    match view_model(&frame.state).body {
        Body::Before(before) => before,
        Body::Found(found) => panic!("found {found:?}"),
    }
}

fn actions_of(frame: &Frame) -> ActionsModel {
    match view_model(&frame.state).foot {
        Some(Foot::Actions(actions)) => actions,
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_whole_page_is_opened_with_the_address_as_a_url_component() {
    assert_eq!(
        page_address("https://shop.example/cart?a=b&c#d (é)"),
        "./#url=https%3A%2F%2Fshop.example%2Fcart%3Fa%3Db%26c%23d%20(%C3%A9)"
    );
}

#[test]
fn only_where_a_check_can_be_started_there_is_a_button_for_it() {
    let waiting = Frame::within(Embedding::OneUnknownParent);
    assert_eq!(before(&waiting).start, None);
    let alone = Frame::within(Embedding::TopLevel);
    assert_eq!(before(&alone).start, None);
    assert!(before(&alone).open_page.is_some());
    let ready = Frame::ready(STATUS, SHOP);
    assert!(before(&ready).start.is_some());
    assert_eq!(before(&ready).open_page, None);
}

#[test]
fn while_the_target_is_asked_the_button_cannot_be_clicked() {
    let mut frame = Frame::ready("https://help.other.example", SHOP);
    assert!(!before(&frame).asking);
    frame.starts();
    assert!(before(&frame).asking);
}

#[test]
fn what_is_sent_is_said_before_anything_is() {
    let ready = Frame::ready(STATUS, SHOP);
    assert!(matches!(
        view_model(&ready.state).foot,
        Some(Foot::Disclosure { .. })
    ));
}

#[test]
fn before_a_check_in_here_machines_read_that_there_is_none() {
    let ready = view_model(&Frame::ready(STATUS, SHOP).state);
    assert_eq!(ready.attributes.phase, "idle");
    assert_eq!(ready.attributes.confidence, "0.00");
    assert!(ready.remedy.is_none());
}

#[test]
fn a_running_check_can_be_stopped_and_a_stopped_one_repeated() {
    let mut frame = Frame::ready(STATUS, SHOP);
    frame.starts();
    let running = actions_of(&frame);
    assert!(running.cancel && !running.again && running.watch.is_none());
    frame.happens(Event::Page(app::Event::CancelRequested));
    let stopped = actions_of(&frame);
    assert!(!stopped.cancel && stopped.again && stopped.watch.is_some());
    assert!(view_model(&frame.state).remedy.is_none());
}

#[test]
fn what_the_status_page_says_waits_for_a_verdict() {
    let mut frame = Frame::ready(STATUS, SHOP);
    frame.starts();
    frame.state.incident = Some(Incident {
        impact: whichside_embed::Impact::Critical,
        name: "Down".to_owned(),
    });
    let incident = |frame: &Frame| match view_model(&frame.state).body {
        Body::Found(found) => found.incident,
        Body::Before(before) => panic!("before {before:?}"),
    };
    assert_eq!(incident(&frame), None);
    frame.state.page.run.phase = Phase::Done;
    let told = incident(&frame).expect("an incident");
    assert_eq!(told.impact, "critical");
    assert!(told.name.is_some_and(|name| name.contains("Down")));
    frame.state.page.run.cancelled = true;
    assert_eq!(incident(&frame), None);
}

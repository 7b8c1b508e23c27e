//! The evidence and the report in a real browser: what is handed over is shown, the report leaves out what the visitor wants left
//! out, and a program that did not come can be asked for again.

#![cfg(target_arch = "wasm32")]

mod common;

use std::borrow::Cow;
use std::cell::Cell;
use std::rc::Rc;

use gloo_timers::future::TimeoutFuture;
use gloo_utils::{body, document};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::Element;
use whichside::evidence::{Findings, show};
use whichside::part::{Part, PartProps, Program, ProgramMissing};
use whichside_diagnosis::report::BrowserInfo;
use whichside_diagnosis::{Check, Millis, Outcome, Probe, Setting, Target, UrlParts};
use yew::{AttrValue, Renderer};

use common::element;

wasm_bindgen_test_configure!(run_in_browser);

/// What the page hands over of a check in which the site's fetch failed.
fn findings() -> String {
    let parts = UrlParts {
        scheme: "https".into(),
        host: "shop.example".into(),
        path: "/cart".into(),
        ..UrlParts::default()
    };
    let (target, _) = Target::new(parts, "whichside.example").expect("a target");
    let mut check = Check::new(target, Setting::default());
    check.next_probes(Millis(0));
    check.observe(Probe::Fetch, Outcome::Failed, Millis(20));
    let findings = Findings {
        record: Cow::Borrowed(check.record()),
        ended: false,
        cancelled: false,
        elapsed: Millis(30),
        started: Cow::Borrowed("2026-11-27T12:00:00Z"),
        browser: Cow::Owned(BrowserInfo::default()),
    };
    serde_json::to_string(&findings).expect("JSON")
}

/// A part in the page, drawn by a program.
fn part(program: Program) -> Element {
    let place = document().create_element("div").expect("an element");
    body().append_child(&place).expect("a place");
    let props = PartProps {
        program,
        content: Some(AttrValue::from(findings())),
    };
    Renderer::<Part>::with_root_and_props(place.clone(), props).render();
    place
}

/// The evidence's program, linked instead of fetched.
fn program() -> Program {
    Program::linked(|handover| {
        let shown = show(handover).map_err(|_| ProgramMissing);
        async move { shown }
    })
}

#[wasm_bindgen_test]
async fn the_report_leaves_the_path_out_until_the_visitor_wants_it_in() {
    let place = part(program());
    element(&place, "[data-probe=fetch][data-outcome=failed]").await;
    element(&place, "[data-action=report][aria-expanded=false]")
        .await
        .click();
    let report = element(&place, "pre[data-report]").await;
    let text = report.text_content().unwrap_or_default();
    assert!(
        text.contains("shop.example") && !text.contains("/cart"),
        "{text}"
    );
    element(&place, "input[name=redacted]").await.click();
    for _ in 0..6_000 {
        if report.text_content().unwrap_or_default().contains("/cart") {
            return;
        }
        TimeoutFuture::new(10).await;
    }
    panic!("the path did not come into the report");
}

#[wasm_bindgen_test]
async fn a_program_that_did_not_come_can_be_asked_for_again() {
    let tries = Rc::new(Cell::new(0));
    let place = part(Program::linked(move |handover| {
        tries.set(tries.get() + 1);
        let shown = match tries.get() {
            1 => Err(ProgramMissing),
            _ => show(handover).map_err(|_| ProgramMissing),
        };
        async move { shown }
    }));
    element(&place, "[data-action=load]").await.click();
    element(&place, "[data-probe=fetch]").await;
    assert!(
        place
            .query_selector("[data-action=load]")
            .expect("a selector")
            .is_none()
    );
}

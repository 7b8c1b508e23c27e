//! The probes in a real browser: `wasm-bindgen-test` in headless Chromium, against the runner's own server, which has a
//! page at `/` and none at most other paths, and against a port where nothing listens.

#![cfg(target_arch = "wasm32")]

use std::cell::RefCell;
use std::rc::Rc;

use gloo_timers::future::TimeoutFuture;
use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use whichside::probe::{Prober, parse_url};
use whichside_diagnosis::observation::{Ice, Round};
use whichside_diagnosis::{Ask, Outcome, Probe, UrlParts, What};

wasm_bindgen_test_configure!(run_in_browser);

/// The runner's own page.
const PRESENT: &str = "/";
/// A page that the runner's server does not have.
const ABSENT: &str = "/absent/page.html";
/// A port that IANA keeps unassigned, and where nothing listens.
const CLOSED: &str = "http://127.0.0.1:49151/";

type Reports = Rc<RefCell<Vec<(Probe, Outcome)>>>;

/// A report that writes down what it is told.
fn recorder() -> (Reports, Rc<dyn Fn(Probe, Outcome)>) {
    let reports = Reports::default();
    let written = Rc::clone(&reports);
    (
        reports,
        Rc::new(move |probe, outcome| written.borrow_mut().push((probe, outcome))),
    )
}

/// Lets everything that waits for no event run as far as it can.
async fn microtasks() {
    JsFuture::from(Promise::resolve(&JsValue::NULL))
        .await
        .expect("a resolved promise");
}

/// Waits until there are so many reports: a minute at most, which no machine is too slow for.
async fn wait_for(reports: &Reports, count: usize) {
    for _ in 0..6_000 {
        if reports.borrow().len() >= count {
            return;
        }
        TimeoutFuture::new(10).await;
    }
}

/// The one outcome of a probe, or `None` where it reports none.
async fn outcome(what: What) -> Option<Outcome> {
    let prober = Prober::new();
    let (reports, report) = recorder();
    prober.start(
        Ask {
            probe: Probe::Fetch,
            what,
        },
        report,
    );
    assert!(
        reports.borrow().is_empty(),
        "nothing is reported before `start` returns"
    );
    wait_for(&reports, 1).await;
    match reports.borrow().as_slice() {
        [(probe, outcome)] => {
            assert_eq!(*probe, Probe::Fetch);
            Some(outcome.clone())
        }
        _ => None,
    }
}

/// How many elements match in the page.
fn count(selector: &str) -> u32 {
    let document = web_sys::window()
        .and_then(|window| window.document())
        .expect("a document");
    document
        .query_selector_all(selector)
        .expect("a selector")
        .length()
}

/// A URL of the runner's own server.
fn own(path: &str) -> String {
    let origin = web_sys::window()
        .expect("a window")
        .location()
        .origin()
        .expect("an origin");
    format!("{origin}{path}")
}

#[wasm_bindgen_test]
fn the_browser_takes_a_url_apart() {
    let seen = |text: &str| {
        parse_url(text).map(|url| {
            let UrlParts {
                scheme,
                host,
                port,
                path,
                query,
                credentials,
                fragment,
            } = url;
            format!("{scheme} {host} {port:?} {path} {query:?} {credentials} {fragment}")
        })
    };
    for row in [
        "https://shop.example → https shop.example None / None false false",
        "https://bücher.example/a b → https xn--bcher-kva.example None /a%20b None false false",
        "HTTPS://Shop.Example./x? → https shop.example. None /x None false false",
        "http://shop.example:80/ → http shop.example None / None false false",
        "https://shop.example:8443/?a#f → https shop.example Some(8443) / Some(\"a\") false true",
        "https://me:secret@shop.example/ → https shop.example None / None true false",
        "https://me@shop.example/ → https shop.example None / None true false",
        "https://[2001:DB8::1]/ → https [2001:db8::1] None / None false false",
        "https://0x7f.1/ → https 127.0.0.1 None / None false false",
        "ftp://shop.example/ → ftp shop.example None / None false false",
    ] {
        let (text, parts) = row.split_once(" → ").expect("a row of the table");
        assert_eq!(seen(text).as_deref(), Some(parts), "{text}");
    }
    for none in [
        "",
        "shop.example",
        "https://",
        "https://shop.example:99999/",
        "https://[::1/",
    ] {
        assert!(parse_url(none).is_none(), "{none:?} is no URL");
    }
}

#[wasm_bindgen_test]
async fn the_link_is_up_where_the_tests_run() {
    assert_eq!(outcome(What::Link).await, Some(Outcome::Link(true)));
}

#[wasm_bindgen_test]
async fn an_opaque_fetch_is_answered_by_any_page_even_a_missing_one() {
    for url in [own(PRESENT), own(ABSENT)] {
        assert_eq!(outcome(What::Fetch { url }).await, Some(Outcome::Answered));
    }
}

#[wasm_bindgen_test]
async fn an_opaque_fetch_of_a_closed_port_fails() {
    assert_eq!(
        outcome(What::Fetch { url: CLOSED.into() }).await,
        Some(Outcome::Failed)
    );
}

#[wasm_bindgen_test]
async fn a_page_that_is_no_trace_and_no_resolver_is_a_failure() {
    assert_eq!(
        outcome(What::Trace { url: own(PRESENT) }).await,
        Some(Outcome::Failed)
    );
    assert_eq!(
        outcome(What::Dns { url: own(PRESENT) }).await,
        Some(Outcome::Failed)
    );
    assert_eq!(
        outcome(What::Dns { url: CLOSED.into() }).await,
        Some(Outcome::Failed)
    );
}

#[wasm_bindgen_test]
async fn a_trace_and_a_resolvers_answer_are_read() {
    let trace = "data:text/plain,ts=1795257344.801%0Aloc=DE%0Awarp=off%0A";
    let Some(Outcome::Trace(trace)) = outcome(What::Trace { url: trace.into() }).await else {
        panic!("a trace")
    };
    assert_eq!(trace.country.as_deref(), Some("DE"));
    let missing = r#"data:application/json,{"Status":3}"#;
    let seen = outcome(What::Dns {
        url: missing.into(),
    })
    .await;
    assert_eq!(seen.as_ref().map(Outcome::word), Some("missing"));
}

#[wasm_bindgen_test]
async fn an_answer_longer_than_any_services_is_a_failure() {
    let long = format!(
        "data:application/json,{{\"Status\":3}}{}",
        "%20".repeat(70_000)
    );
    assert_eq!(
        outcome(What::Dns { url: long }).await,
        Some(Outcome::Failed)
    );
}

#[wasm_bindgen_test]
async fn the_commit_oracle_tells_a_page_from_a_missing_one_and_leaves_nothing_behind() {
    for _ in 0..5 {
        assert_eq!(
            outcome(What::Commit { url: own(PRESENT) }).await,
            Some(Outcome::Opened)
        );
        assert_eq!(
            outcome(What::Commit { url: own(ABSENT) }).await,
            Some(Outcome::Failed)
        );
        assert_eq!(
            outcome(What::Commit { url: CLOSED.into() }).await,
            Some(Outcome::Failed)
        );
    }
    assert_eq!(count("iframe.probe-frame"), 0);
}

#[wasm_bindgen_test]
async fn the_self_test_holds_only_where_the_present_page_is_there() {
    // The failing one first: what is found to hold is remembered.
    let unsound = What::SelfTest {
        present: ABSENT.into(),
        absent: ABSENT.into(),
    };
    assert_eq!(outcome(unsound).await, Some(Outcome::Sound(false)));
    let sound = What::SelfTest {
        present: PRESENT.into(),
        absent: ABSENT.into(),
    };
    assert_eq!(outcome(sound).await, Some(Outcome::Sound(true)));
}

/// The status oracle's question.
fn status(url: String) -> What {
    What::Status {
        url,
        present: own(PRESENT),
        absent: own(ABSENT),
    }
}

#[wasm_bindgen_test]
async fn without_our_worker_the_status_oracle_asks_nobody() {
    for url in [own(ABSENT), CLOSED.into(), own(PRESENT)] {
        assert_eq!(
            outcome(status(url.clone())).await,
            Some(Outcome::Unavailable),
            "{url}"
        );
    }
    assert_eq!(count("link[rel=prefetch]"), 0);
}

#[wasm_bindgen_test]
async fn an_event_source_tells_an_answer_from_a_closed_port() {
    for (url, expected) in [
        (own(PRESENT), Outcome::Answered),
        (CLOSED.into(), Outcome::Failed),
    ] {
        let mut told = None;
        // Unavailable where a busy machine's resolver was slow with the name that the probe is tried on first; it is tried anew.
        for _ in 0..60 {
            told = outcome(What::Events { url: url.clone() }).await;
            if told != Some(Outcome::Unavailable) {
                break;
            }
        }
        assert_eq!(told, Some(expected), "{url}");
    }
}

#[wasm_bindgen_test]
async fn ice_gathering_sees_no_connection_to_a_closed_port() {
    let Some(seen) = outcome(What::Ice {
        host: "127.0.0.1".into(),
        port: 49151,
        address: Some("127.0.0.1".into()),
        webrtc: true,
    })
    .await
    else {
        panic!("an outcome")
    };
    let Outcome::Ice(Ice {
        connects,
        secures,
        completes,
        ..
    }) = seen
    else {
        panic!("{seen:?}")
    };
    assert!(!connects && !secures && completes);
}

#[wasm_bindgen_test]
async fn what_cannot_be_asked_is_unavailable_or_failed_and_never_a_panic() {
    for nonsense in ["", "https://", "https://a b/", "\u{0}"] {
        for what in [
            What::Fetch {
                url: nonsense.into(),
            },
            What::Commit {
                url: nonsense.into(),
            },
            status(nonsense.into()),
            What::Events {
                url: nonsense.into(),
            },
            What::Trace {
                url: nonsense.into(),
            },
            What::Dns {
                url: nonsense.into(),
            },
            What::Ice {
                host: nonsense.into(),
                port: 0,
                address: Some(nonsense.into()),
                webrtc: true,
            },
            What::Measure {
                order: nonsense.into(),
            },
        ] {
            let prober = Prober::new();
            let (_, report) = recorder();
            prober.start(
                Ask {
                    probe: Probe::Link,
                    what,
                },
                report,
            );
            TimeoutFuture::new(5).await;
        }
    }
}

#[wasm_bindgen_test]
async fn cancelling_removes_what_was_put_into_the_page_and_silences_every_probe() {
    let prober = Prober::new();
    let (reports, report) = recorder();
    let everything = [
        (Probe::Fetch, What::Fetch { url: own(PRESENT) }),
        (Probe::Commit, What::Commit { url: own(PRESENT) }),
        (Probe::Events, What::Events { url: own(PRESENT) }),
        (Probe::Trace, What::Trace { url: own(PRESENT) }),
        (
            Probe::Ice,
            What::Ice {
                host: "127.0.0.1".into(),
                port: 49151,
                address: None,
                webrtc: true,
            },
        ),
        (
            Probe::Outside(Round::First),
            What::Measure { order: "{}".into() },
        ),
    ];
    for (probe, what) in everything.clone() {
        prober.start(Ask { probe, what }, Rc::clone(&report));
    }
    // The probes have begun, none can have ended.
    microtasks().await;
    assert!(count("iframe.probe-frame") > 0, "the probes have begun");
    prober.cancel();
    microtasks().await;
    assert_eq!(count("iframe.probe-frame, link[rel=prefetch]"), 0);
    // The same probes of somebody else, begun later, have all reported.
    let (of_another, report_of_another) = recorder();
    let another = Prober::new();
    let all = everything.len();
    for (probe, what) in everything {
        another.start(Ask { probe, what }, Rc::clone(&report_of_another));
    }
    wait_for(&of_another, all).await;
    assert_eq!(of_another.borrow().len(), all);
    another.cancel();
    assert_eq!(*reports.borrow(), []);

    let again = Ask {
        probe: Probe::Fetch,
        what: What::Fetch { url: own(PRESENT) },
    };
    prober.start(again, report);
    wait_for(&reports, 1).await;
    assert_eq!(
        *reports.borrow(),
        [(Probe::Fetch, Outcome::Answered)],
        "the next check reports again"
    );
}

#[wasm_bindgen_test]
async fn a_report_may_cancel_what_reports_it() {
    let prober = Rc::new(Prober::new());
    let (reports, record) = recorder();
    let canceller = Rc::clone(&prober);
    let report: Rc<dyn Fn(Probe, Outcome)> = Rc::new(move |probe, outcome| {
        record(probe, outcome);
        canceller.cancel();
    });
    for probe in [Probe::Link, Probe::Seen] {
        prober.start(
            Ask {
                probe,
                what: What::Link,
            },
            Rc::clone(&report),
        );
    }
    wait_for(&reports, 1).await;
    // A second report would have come in the same turn, or in the next ones.
    TimeoutFuture::new(100).await;
    assert_eq!(reports.borrow().len(), 1);
}

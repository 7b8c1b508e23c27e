//! The widget's behaviour, as statements about it.

use whichside_diagnosis::words::Language;
use whichside_diagnosis::{Cause, Confidence, Millis, Outcome, Probability, Probe, Side, Verdict};
use whichside_embed::Label;
use whichside_embed::{Impact, Theme};

use super::*;
use crate::app::update::tests::page::parse;
use crate::env::Env;

pub(crate) const STATUS: &str = "https://status.shop.example";
pub(crate) const SHOP: &str = r#"{"whichside":1,"type":"open","target":"https://shop.example/cart","theme":"dark","language":"de","status":"https://status.shop.example/api/v2/summary.json"}"#;

/// A widget without a browser.
pub(crate) struct Frame {
    pub(crate) state: State,
    now: Millis,
    effects: Vec<Effect>,
}

impl Frame {
    pub(crate) fn within(around: Embedding) -> Frame {
        let mut frame = Frame {
            state: State::new(),
            now: Millis(1_000),
            effects: Vec::new(),
        };
        frame.happens(Event::Opened(around));
        frame
    }

    /// In a page of this origin, which has said what it wants.
    pub(crate) fn ready(origin: &str, open: &str) -> Frame {
        let mut frame = Frame::within(Embedding::OneUnknownParent);
        frame.hears(origin, open);
        frame.effects.clear();
        frame
    }

    pub(crate) fn happens(&mut self, event: Event) {
        let env = Env {
            now: self.now,
            time: "2026-11-21T12:00:00Z".to_owned(),
            hour: 498_732,
            random: 1.0,
            own_host: "whichside.example".to_owned(),
            parse,
        };
        let effects = self.state.update(event, &env);
        self.effects.extend(effects);
    }

    fn hears(&mut self, origin: &str, text: &str) {
        self.happens(Event::MessageReceived {
            origin: origin.to_owned(),
            text: text.to_owned(),
        });
    }

    pub(crate) fn starts(&mut self) {
        self.happens(Event::StartClicked);
    }

    /// What was said to the page around since the test last looked, with whom it was said to.
    fn posts(&mut self) -> Vec<(Option<String>, String)> {
        let effects = std::mem::take(&mut self.effects);
        let posts = effects.into_iter().filter_map(|effect| match effect {
            Effect::PostMessage { to, text } => Some((to, text)),
            _ => None,
        });
        posts.collect()
    }

    fn measures(&self) -> bool {
        self.effects
            .iter()
            .any(|effect| matches!(effect, Effect::Page(page::Effect::StartProbes { .. })))
    }
}

#[test]
fn a_page_that_belongs_to_the_target_has_it_checked_inside() {
    for origin in [STATUS, "https://shop.example", "https://a.b.shop.example"] {
        let mut frame = Frame::ready(origin, SHOP);
        frame.starts();
        assert_eq!(frame.state.stage, Stage::Inside, "{origin}");
        assert!(frame.measures());
        let fetches = |effect: &Effect| matches!(effect, Effect::FetchSummary { url, .. } if url == "https://status.shop.example/api/v2/summary.json");
        assert!(frame.effects.iter().any(fetches));
    }
}

#[test]
fn nothing_but_the_visitors_start_starts_anything() {
    let mut frame = Frame::within(Embedding::OneUnknownParent);
    for text in [
        SHOP,
        SHOP,
        r#"{"whichside":1,"type":"reset"}"#,
        "start",
        "{}",
    ] {
        frame.hears(STATUS, text);
    }
    assert!(!frame.measures());
    assert_eq!(frame.state.stage, Stage::Ready);
    let asks = |effect: &Effect| {
        matches!(
            effect,
            Effect::AskAgreement { .. } | Effect::FetchSummary { .. } | Effect::OpenPage(_)
        )
    };
    assert!(!frame.effects.iter().any(asks));
}

#[test]
fn any_other_page_needs_an_agreement_and_without_one_the_check_has_its_own_tab() {
    let stranger = "https://help.other.example";
    for agreed in [true, false] {
        let mut frame = Frame::ready(stranger, SHOP);
        frame.starts();
        assert_eq!(frame.state.stage, Stage::Asking);
        assert!(!frame.measures());
        let turn = frame.effects.iter().find_map(|effect| match effect {
            Effect::AskAgreement {
                turn,
                target,
                hosts,
            } => {
                assert_eq!(target, "shop.example");
                assert_eq!(*hosts, ["help.other.example"]);
                Some(*turn)
            }
            _ => None,
        });
        let turn = turn.expect("the target is asked");
        frame.happens(Event::AgreementAnswered {
            turn: turn.wrapping_sub(1),
            agreed: true,
        });
        assert_eq!(
            frame.state.stage,
            Stage::Asking,
            "an answer to an older question"
        );
        frame.effects.clear();
        frame.happens(Event::AgreementAnswered { turn, agreed });
        assert_eq!(frame.measures(), agreed);
        let tab = Effect::OpenPage("https://shop.example/cart".to_owned());
        assert_eq!(frame.effects.contains(&tab), !agreed);
        let verdicts = frame.posts();
        let told = verdicts.iter().any(|(_, text)| text.contains("verdict"));
        assert_eq!(told, agreed, "what runs elsewhere is not told");
    }
}

#[test]
fn an_agreement_that_comes_after_the_page_asked_for_something_else_starts_nothing() {
    let mut frame = Frame::ready("https://help.other.example", SHOP);
    frame.starts();
    let turn = frame.state.turn;
    let other = SHOP.replace("shop.example/cart", "bank.example/");
    frame.hears("https://help.other.example", &other);
    frame.effects.clear();
    frame.happens(Event::AgreementAnswered { turn, agreed: true });
    assert!(!frame.measures());
    assert_eq!(frame.state.stage, Stage::Ready);
}

#[test]
fn where_not_every_page_around_is_known_nothing_is_measured() {
    let list =
        |origins: &[&str]| Embedding::Origins(origins.iter().map(ToString::to_string).collect());
    for around in [
        Embedding::Nested,
        list(&[]),
        list(&["https://evil.example"]),
        list(&["null", "null"]),
        list(&[STATUS, "null"]),
        list(&[STATUS, "http://shop.example"]),
    ] {
        let mut frame = Frame::within(around.clone());
        frame.hears(STATUS, SHOP);
        frame.starts();
        assert!(!frame.measures(), "{around:?}");
        assert_eq!(frame.state.stage, Stage::Elsewhere, "{around:?}");
    }
    let mut frame = Frame::within(list(&[STATUS, "https://shop.example"]));
    frame.hears(STATUS, SHOP);
    frame.starts();
    assert!(frame.measures());
}

#[test]
fn the_nearest_page_speaks_for_itself_where_a_browser_withholds_it() {
    let withheld = Embedding::Origins(vec!["null".to_owned()]);
    for (origin, measures) in [
        (STATUS, true),
        ("https://evil.example", false),
        ("null", false),
    ] {
        let mut frame = Frame::within(withheld.clone());
        frame.hears(origin, SHOP);
        frame.starts();
        assert_eq!(frame.measures(), measures, "{origin}");
    }
}

#[test]
fn only_the_page_that_spoke_first_is_listened_to() {
    let mut frame = Frame::ready(STATUS, SHOP);
    let other = SHOP.replace("shop.example/cart", "bank.example/");
    frame.hears("https://evil.example", &other);
    frame.hears("https://evil.example", r#"{"whichside":1,"type":"reset"}"#);
    assert_eq!(frame.state.address(), "https://shop.example/cart");
    assert!(frame.posts().is_empty());
}

#[test]
fn all_but_the_greeting_goes_to_the_page_around_alone() {
    let mut frame = Frame::within(Embedding::OneUnknownParent);
    let hello = r#"{"whichside":1,"type":"hello"}"#.to_owned();
    assert_eq!(frame.posts(), [(None, hello)]);
    frame.hears(STATUS, SHOP);
    frame.starts();
    frame.happens(Event::EscapePressed);
    frame.happens(Event::EscapePressed);
    let posts = frame.posts();
    assert!(posts.len() >= 3, "{posts:?}");
    for (to, text) in posts {
        assert_eq!(to.as_deref(), Some(STATUS), "{text}");
    }
}

#[test]
fn a_verdict_is_told_once_as_long_as_it_stands() {
    let mut frame = Frame::ready(STATUS, SHOP);
    frame.starts();
    assert!(
        frame
            .posts()
            .iter()
            .any(|(_, text)| text.contains(r#""state":"running""#))
    );
    let run = |outcome| {
        Event::Page(page::Event::Observed {
            run: 1,
            probe: Probe::Link,
            outcome: Outcome::Link(outcome),
        })
    };
    frame.happens(run(false));
    assert_eq!(frame.posts().len(), 1);
    frame.happens(run(false));
    assert!(frame.posts().is_empty());
}

#[test]
fn an_address_that_cannot_be_checked_is_said_and_starts_nothing() {
    for target in [
        "https://localhost/",
        "https://whichside.example/",
        "javascript://x",
        "http://192.168.0.1/",
    ] {
        let mut frame = Frame::ready(STATUS, &SHOP.replace("https://shop.example/cart", target));
        assert_eq!(frame.state.stage, Stage::Invalid, "{target}");
        frame.starts();
        assert!(!frame.measures());
    }
}

#[test]
fn a_status_page_is_asked_only_where_a_target_could_be() {
    for status in [
        "http://status.shop.example/x",
        "https://192.168.0.1/x",
        "https://localhost/x",
        "x",
    ] {
        let open = SHOP.replace("https://status.shop.example/api/v2/summary.json", status);
        let mut frame = Frame::ready(STATUS, &open);
        frame.starts();
        assert!(frame.measures(), "the check runs all the same");
        let fetches = |effect: &Effect| matches!(effect, Effect::FetchSummary { .. });
        assert!(!frame.effects.iter().any(fetches), "{status}");
    }
}

#[test]
fn what_the_status_page_says_stands_beside_the_verdict_and_changes_nothing() {
    let mut frame = Frame::ready(STATUS, SHOP);
    frame.starts();
    let before = frame.state.page.run.verdict.clone();
    let turn = frame.state.turn;
    let summary = r#"{"status":{"indicator":"critical"},"incidents":[{"name":"Down","status":"identified"}]}"#;
    frame.happens(Event::SummaryLoaded {
        turn: turn.wrapping_sub(1),
        summary: Some(summary.to_owned()),
    });
    assert_eq!(frame.state.incident, None, "of an older check");
    frame.happens(Event::SummaryLoaded {
        turn,
        summary: Some(summary.to_owned()),
    });
    let incident = frame
        .state
        .incident
        .as_ref()
        .map(|incident| incident.impact);
    assert_eq!(incident, Some(Impact::Critical));
    assert_eq!(frame.state.page.run.verdict, before);
}

#[test]
fn reset_ends_the_check_and_stands_ready_again() {
    let mut frame = Frame::ready(STATUS, SHOP);
    frame.starts();
    frame.effects.clear();
    frame.now = Millis(9_000);
    frame.hears(STATUS, r#"{"whichside":1,"type":"reset"}"#);
    assert_eq!(frame.state.stage, Stage::Ready);
    assert_eq!(
        frame.state.shown_since,
        Millis(9_000),
        "a click has to wait again"
    );
    assert!(
        frame
            .effects
            .contains(&Effect::Page(page::Effect::EndProbes))
    );
    frame.effects.clear();
    frame.starts();
    assert!(frame.measures());
}

#[test]
fn the_same_wish_again_disturbs_no_check() {
    let mut frame = Frame::ready(STATUS, SHOP);
    frame.starts();
    frame.effects.clear();
    frame.hears(STATUS, SHOP);
    assert_eq!(frame.state.stage, Stage::Inside);
    assert!(
        !frame
            .effects
            .contains(&Effect::Page(page::Effect::EndProbes))
    );
}

#[test]
fn another_dress_or_language_takes_nothing_away() {
    let mut frame = Frame::ready(STATUS, SHOP);
    frame.starts();
    frame.effects.clear();
    frame.hears(
        STATUS,
        &SHOP.replace("dark", "light").replace("\"de\"", "\"es\""),
    );
    assert_eq!(frame.state.stage, Stage::Inside);
    assert!(frame.effects.contains(&Effect::SetTheme(Theme::Light)));
    assert!(
        frame
            .effects
            .contains(&Effect::Page(page::Effect::FetchLanguage(
                Language::Spanish
            )))
    );
    assert!(
        !frame
            .effects
            .contains(&Effect::Page(page::Effect::EndProbes))
    );
}

#[test]
fn the_status_pages_account_comes_anew_with_every_check() {
    let mut frame = Frame::ready(STATUS, SHOP);
    frame.starts();
    let turn = frame.state.turn;
    let summary = Some(r#"{"status":{"indicator":"major"}}"#.to_owned());
    frame.happens(Event::SummaryLoaded { turn, summary });
    frame.effects.clear();
    frame.happens(Event::Page(page::Event::Submitted));
    assert_eq!(frame.state.incident, None, "it was of the check before");
    let again =
        |effect: &Effect| matches!(effect, Effect::FetchSummary { turn: new, .. } if *new != turn);
    assert!(frame.effects.iter().any(again));
}

#[test]
fn a_check_that_was_stopped_is_not_told() {
    let mut frame = Frame::ready(STATUS, SHOP);
    frame.starts();
    frame.effects.clear();
    frame.happens(Event::EscapePressed);
    assert!(frame.state.page.run.cancelled);
    assert!(frame.posts().is_empty());
}

#[test]
fn whoever_leaves_while_the_target_is_asked_finds_nothing_started() {
    let mut frame = Frame::ready("https://help.other.example", SHOP);
    frame.starts();
    let turn = frame.state.turn;
    frame.happens(Event::EscapePressed);
    frame.effects.clear();
    frame.happens(Event::AgreementAnswered { turn, agreed: true });
    frame.happens(Event::AgreementAnswered {
        turn,
        agreed: false,
    });
    assert!(frame.effects.is_empty());
    assert_eq!(frame.state.stage, Stage::Ready);
}

#[test]
fn escape_stops_a_check_first_and_then_closes() {
    let mut frame = Frame::ready(STATUS, SHOP);
    frame.starts();
    frame.effects.clear();
    frame.happens(Event::EscapePressed);
    assert!(frame.state.page.run.cancelled);
    frame.effects.clear();
    frame.happens(Event::EscapePressed);
    let closes = frame.posts().iter().any(|(_, text)| text.contains("close"));
    assert!(closes);
}

#[test]
fn it_speaks_and_looks_as_the_page_around_wants() {
    let mut frame = Frame::within(Embedding::OneUnknownParent);
    frame.hears(STATUS, SHOP);
    assert!(frame.effects.contains(&Effect::SetTheme(Theme::Dark)));
    let fetch = Effect::Page(page::Effect::FetchLanguage(Language::German));
    assert!(frame.effects.contains(&fetch));
    let file = r#"{"widget.Details":["Alle Einzelheiten"]}"#.to_owned();
    let details = |frame: &Frame| {
        frame
            .state
            .page
            .language
            .words
            .text(Label::Details)
            .to_owned()
    };
    let came = |language| Event::Page(page::Event::LanguageLoaded(language, Some(file.clone())));
    frame.happens(came(Language::Spanish));
    assert_eq!(details(&frame), "All details");
    frame.happens(came(Language::German));
    assert_eq!(details(&frame), "Alle Einzelheiten");
}

#[test]
fn opened_by_itself_it_listens_to_nobody() {
    let mut frame = Frame::within(Embedding::TopLevel);
    frame.hears(STATUS, SHOP);
    frame.starts();
    assert_eq!(frame.state.stage, Stage::Alone);
    assert!(frame.effects.is_empty());
}

#[test]
fn a_verdict_as_it_is_told_is_what_the_page_contract_says() {
    let mut frame = Frame::ready(STATUS, SHOP);
    frame.starts();
    frame.state.page.run.verdict = Verdict {
        side: Side::Theirs,
        cause: Cause::BadGateway,
        confidence: Confidence::of(Probability::new(0.974)),
        cause_confidence: Confidence::of(Probability::new(0.9)),
        ..Verdict::default()
    };
    frame.effects.clear();
    frame.happens(Event::ClickObscured);
    let (_, text) = frame.posts().pop().expect("a verdict");
    let expected = concat!(
        r#"{"whichside":1,"type":"verdict","target":"https://shop.example/cart","state":"running","#,
        r#""side":"theirs","cause":"bad-gateway","confidence":"0.97","causeConfidence":"0.90"}"#
    );
    assert_eq!(text, expected);
}

#[test]
fn what_is_wrong_at_the_visitors_is_not_told() {
    for (side, cause) in [
        (Side::Yours, Cause::CaptivePortal),
        (Side::Works, Cause::BrowserState),
    ] {
        let mut frame = Frame::ready(STATUS, SHOP);
        frame.starts();
        frame.state.page.run.verdict = Verdict {
            side,
            cause,
            confidence: Confidence::of(Probability::new(0.974)),
            cause_confidence: Confidence::of(Probability::new(0.9)),
            ..Verdict::default()
        };
        frame.effects.clear();
        frame.happens(Event::ClickObscured);
        let (_, text) = frame.posts().pop().expect("a verdict");
        assert!(
            text.contains(r#""cause":"unclear","confidence":"0.97","causeConfidence":"0.00""#),
            "{text}"
        );
    }
}

//! The page's behaviour, as statements about it.

// Its files are made from the keys, whose names only tools have.
#[cfg(not(target_arch = "wasm32"))]
mod language;
pub(crate) mod page;

use whichside_diagnosis::advice::for_visitor;
use whichside_diagnosis::{
    Ask, Cause, Check, InputError, Millis, Outcome, Probe, Question, Remedy, Side, report,
};

use self::page::{Page, World};
use crate::app::event::{Effect, Event, FocusTarget};
use crate::app::state::Phase;

const SHOP: &str = "https://shop.example/cart";

#[test]
fn a_healthy_site_is_said_to_work() {
    let mut page = Page::opened();
    page.check(SHOP, World::Healthy);
    assert_eq!(page.state.run.phase, Phase::Done);
    assert_eq!(page.state.run.verdict.side, Side::Works);
}

#[test]
fn a_bad_gateway_for_all_is_the_sites() {
    let mut page = Page::opened();
    page.check(SHOP, World::BadGateway);
    assert_eq!(page.state.run.verdict.side, Side::Theirs);
    assert_eq!(page.state.run.verdict.cause, Cause::BadGateway);
}

#[test]
fn bad_input_starts_nothing_and_loses_nothing() {
    let mut page = Page::opened();
    page.check(SHOP, World::BadGateway);
    let verdict = page.state.run.verdict.clone();
    page.effects.clear();
    page.submit("   ");
    assert_eq!(page.state.form.error, Some(InputError::Empty));
    assert_eq!(page.state.run.phase, Phase::Done);
    assert_eq!(page.state.run.verdict, verdict);
    assert!(page.asked.is_empty());
    assert_eq!(page.effects, [Effect::Focus(FocusTarget::Input)]);
    page.happens(Event::AddressTyped("s".into()));
    assert_eq!(
        page.state.form.error, None,
        "typing takes the complaint away"
    );
}

#[test]
fn bad_input_leaves_a_running_check_alone() {
    let mut page = Page::opened();
    page.submit(SHOP);
    let outstanding = page.asked.len();
    page.submit("http://localhost/");
    assert_eq!(page.state.form.error, Some(InputError::ThisDevice));
    assert_eq!(page.state.run.phase, Phase::Running);
    assert_eq!(page.asked.len(), outstanding);
}

#[test]
fn our_own_address_is_refused() {
    let mut page = Page::opened();
    page.submit("https://whichside.example/");
    assert_eq!(page.state.form.error, Some(InputError::Ourselves));
    assert_eq!(page.state.run.phase, Phase::Idle);
}

#[test]
fn a_link_fills_the_form_in_and_starts_nothing() {
    let mut page = Page::with_prefill(Some(SHOP));
    assert_eq!(page.state.form.input, SHOP);
    assert_eq!(page.state.run.phase, Phase::Idle);
    assert!(page.asked.is_empty() && page.wake.is_none() && page.effects.is_empty());
    page.happens(Event::Submitted);
    assert_eq!(page.state.run.phase, Phase::Running);
}

#[test]
fn a_second_submit_ends_the_first_and_drops_its_late_answers() {
    let mut page = Page::opened();
    page.submit(SHOP);
    let (old, _) = page.asked[0].clone();
    page.submit("https://bank.example/");
    assert!(page.asked.iter().all(|(run, _)| *run != old));
    page.happens(Event::Observed {
        run: old,
        probe: Probe::Link,
        outcome: Outcome::Link(false),
    });
    assert_ne!(page.state.run.verdict.cause, Cause::Offline);
    page.finish(World::Healthy);
    assert_eq!(page.state.run.verdict.side, Side::Works);
}

#[test]
fn a_tab_that_is_open_for_months_waits_as_on_its_first_day() {
    let mut page = Page::opened();
    page.now = Millis(100 * 86_400_000);
    page.submit(SHOP);
    let began = page.now;
    while page.state.run.phase == Phase::Running {
        page.asked.clear();
        assert!(page.sleep(), "patience ends");
    }
    let patience = page.now.since(began);
    assert!((Millis(2_000)..Millis(60_000)).contains(&patience));
    page.check(SHOP, World::BadGateway);
    page.happens(Event::WatchChanged(true));
    assert!(page.until_next_look() >= Some(Millis(5_000)));
}

#[test]
fn a_late_answer_to_the_last_check_is_still_an_observation() {
    let mut page = Page::opened();
    page.submit(SHOP);
    let run = page.asked[0].0;
    page.asked
        .retain(|(_, ask)| !matches!(ask.probe, Probe::Fetch));
    page.finish(World::BadGateway);
    page.happens(Event::Observed {
        run,
        probe: Probe::Fetch,
        outcome: Outcome::Answered,
    });
    let seen = page
        .state
        .run
        .check
        .as_ref()
        .and_then(|check| check.outcome(Probe::Fetch));
    assert_eq!(seen, Some(&Outcome::Answered));
    assert_eq!(page.state.run.phase, Phase::Done);
}

#[test]
fn cancelling_leaves_nothing_outstanding() {
    let mut page = Page::opened();
    page.submit(SHOP);
    let (run, _) = page.asked[0].clone();
    page.happens(Event::CancelRequested);
    assert!(page.asked.is_empty());
    assert_eq!(page.state.run.phase, Phase::Done);
    assert!(page.state.run.cancelled);
    let verdict = page.state.run.verdict.clone();
    page.happens(Event::Observed {
        run,
        probe: Probe::Link,
        outcome: Outcome::Link(false),
    });
    assert_eq!(page.state.run.verdict, verdict);
    page.sleep();
    assert!(page.wake.is_none(), "a page at rest is not woken");
}

#[test]
fn a_site_that_answers_nobody_releases_its_verdict_by_patience() {
    let mut page = Page::opened();
    page.submit(SHOP);
    page.asked.clear();
    page.finish(World::Healthy);
    assert_eq!(page.state.run.phase, Phase::Done);
    assert!(page.state.run.elapsed <= Millis(20_000));
}

#[test]
fn a_remedy_that_did_not_help_is_remembered_and_not_advised_again() {
    let mut page = Page::opened();
    page.check(SHOP, World::Unlinked);
    assert_eq!(page.state.run.verdict.cause, Cause::Offline);
    let advised = |page: &Page| for_visitor(&page.state.run.verdict, &page.state.remedies.tried);
    let first: Remedy = advised(&page)[0];
    page.happens(Event::RemedyDone(first));
    assert_eq!(page.state.run.phase, Phase::Running);
    page.finish(World::Unlinked);
    assert_eq!(
        page.state.remedies.before,
        Some((Side::Yours, Cause::Offline))
    );
    assert!(!advised(&page).contains(&first));
    page.check(SHOP, World::Unlinked);
    assert!(
        !advised(&page).contains(&first),
        "the same site, the same memory"
    );
    page.check("https://bank.example/", World::Unlinked);
    assert!(advised(&page).contains(&first), "another site starts anew");
}

#[test]
fn a_remedy_that_was_done_in_vain_speaks_against_the_causes_it_would_have_mended() {
    let mut page = Page::opened();
    page.check(SHOP, World::Unlinked);
    let before = page.state.run.verdict.cause_confidence;
    page.happens(Event::RemedyDone(Remedy::CheckLink));
    page.finish(World::Unlinked);
    let done = page.state.run.verdict.cause_confidence;
    assert!(done < before, "{done} after {before}");
    page.happens(Event::RemedySkipped(Remedy::OtherNetwork));
    page.check(SHOP, World::Unlinked);
    let skipped = page.state.run.verdict.cause_confidence;
    assert!(
        (skipped.fraction() - done.fraction()).abs() < 1e-9,
        "what was skipped says nothing: {skipped} after {done}"
    );
}

#[test]
fn a_site_that_failed_in_this_session_and_answers_now_has_recovered() {
    let mut page = Page::opened();
    page.check(SHOP, World::BadGateway);
    page.check(SHOP, World::Healthy);
    assert_eq!(page.state.run.verdict.cause, Cause::Recovered);
}

#[test]
fn a_site_that_comes_and_goes_is_intermittent() {
    let mut page = Page::opened();
    for world in [World::Healthy, World::BadGateway, World::Healthy] {
        page.check(SHOP, world);
    }
    page.check(SHOP, World::BadGateway);
    assert_eq!(page.state.run.verdict.side, Side::Theirs);
    let intermittent = probability(&page, Cause::Intermittent);
    let mut steady = Page::opened();
    steady.check(SHOP, World::BadGateway);
    assert!(intermittent > 5.0 * probability(&steady, Cause::Intermittent));
}

fn probability(page: &Page, wanted: Cause) -> f64 {
    let ranked = page.state.run.verdict.ranked.iter();
    ranked
        .filter(|(cause, _)| *cause == wanted)
        .map(|(_, probability)| probability.fraction())
        .sum()
}

#[test]
fn what_is_older_than_a_week_or_of_a_clock_ahead_leaves_the_device_when_the_page_opens() {
    let failure = |hour: u32| format!(r#"{{"hour":{hour},"origin":"a","cause":"path"}}"#);
    let fresh = failure(498_730);
    let opened = |kept: &[&str]| {
        let mut page = Page::unopened();
        page.kept = format!("[{}]", kept.join(","));
        page.open(None, None, &["en"]);
        page.effects.into_iter().find_map(|effect| match effect {
            Effect::SaveHistory(left) => Some(left),
            _ => None,
        })
    };
    let left = opened(&[&failure(490_000), &fresh, &failure(500_000)]);
    assert_eq!(left, Some(format!("[{fresh}]")));
    assert_eq!(opened(&[&fresh]), None);
}

#[test]
fn failures_are_kept_on_the_device_and_forgotten_when_asked() {
    let mut page = Page::opened();
    page.check(SHOP, World::BadGateway);
    let kept: Vec<&Effect> = page
        .effects
        .iter()
        .filter(|effect| matches!(effect, Effect::SaveHistory(_)))
        .collect();
    let history =
        r#"[{"hour":498732,"origin":"https://shop.example","cause":"bad-gateway"}]"#.to_owned();
    assert_eq!(kept, [&Effect::SaveHistory(history)]);
    assert!(!page.state.session.history.is_empty());
    page.check(SHOP, World::BadGateway);
    assert_eq!(
        page.effects
            .iter()
            .filter(|effect| matches!(effect, Effect::SaveHistory(_)))
            .count(),
        1,
        "looking again is not failing again"
    );
    page.happens(Event::HistoryCleared);
    assert!(page.state.session.history.is_empty());
    assert!(page.effects.contains(&Effect::SaveHistory(String::new())));
}

#[test]
fn a_visitor_who_cannot_answer_a_question_is_not_asked_it_again() {
    let mut page = Page::opened();
    page.check(SHOP, World::Healthy);
    let before = page.state.run.verdict.clone();
    page.happens(Event::QuestionAnswered(Question::StillFails, None));
    let asked = page.state.run.check.as_ref().and_then(Check::question);
    assert_ne!(asked, Some(Question::StillFails));
    assert_eq!(page.state.run.verdict, before);
}

#[test]
fn a_visitor_whose_tab_alone_still_fails_is_led_to_the_browsers_memory() {
    let mut page = Page::opened();
    page.check(SHOP, World::Healthy);
    let asked = |page: &Page| page.state.run.check.as_ref().and_then(Check::question);
    assert_eq!(asked(&page), Some(Question::StillFails));
    page.happens(Event::QuestionAnswered(Question::StillFails, Some(true)));
    assert_eq!(page.state.run.verdict.side, Side::Unknown);
    assert_eq!(asked(&page), Some(Question::PrivateWindow));
    page.happens(Event::QuestionAnswered(
        Question::PrivateWindow,
        Some(false),
    ));
    assert_eq!(page.state.run.verdict.cause, Cause::BrowserState);
}

#[test]
fn watching_looks_again_with_growing_pauses_until_the_site_is_back() {
    let mut page = Page::opened();
    page.check(SHOP, World::BadGateway);
    page.happens(Event::WatchChanged(true));
    assert!(page.effects.contains(&Effect::RequestNotifications));
    page.happens(Event::NotificationsAllowed(true));
    let mut pauses = Vec::new();
    for _ in 0..3 {
        pauses.push(page.until_next_look().expect("a look"));
        page.finish(World::BadGateway);
    }
    assert!(pauses.is_sorted() && pauses[0] < pauses[2], "{pauses:?}");
    page.until_next_look().expect("a look");
    page.finish(World::Healthy);
    assert!(page.state.watch.watching.is_none());
    assert!(
        page.effects
            .iter()
            .any(|effect| matches!(effect, Effect::Notify { .. }))
    );
    page.sleep();
    assert!(page.wake.is_none());
}

#[test]
fn a_look_of_a_watch_asks_others_only_where_something_changed() {
    let outside = |(_, ask): &(u32, Ask)| matches!(ask.probe, Probe::Outside(_) | Probe::Dns(..));
    let mut page = Page::opened();
    page.check(SHOP, World::BadGateway);
    page.happens(Event::WatchChanged(true));
    while page.state.run.phase != Phase::Running && page.sleep() {}
    assert!(!page.asked.is_empty() && !page.asked.iter().any(outside));
    page.finish(World::BadGateway);
    assert_eq!(page.state.run.verdict.cause, Cause::BadGateway);
    // The site is back: what vantages saw before no longer counts.
    while page.state.run.phase != Phase::Running && page.sleep() {}
    while let Some((run, ask)) = page.asked.pop() {
        for (probe, outcome) in World::Healthy.answers(&ask) {
            page.happens(Event::Observed {
                run,
                probe,
                outcome,
            });
        }
        if page.asked.iter().any(outside) {
            break;
        }
    }
    assert!(page.asked.iter().any(outside), "others are asked anew");
    page.finish(World::Healthy);
    assert_eq!(page.state.run.verdict.side, Side::Works);
}

#[test]
fn a_watch_ends_by_itself_after_a_day() {
    let mut page = Page::opened();
    page.check(SHOP, World::BadGateway);
    page.happens(Event::WatchChanged(true));
    let began = page.now;
    let mut looks = 0;
    while page.state.watch.watching.is_some() {
        assert!(page.sleep(), "a watch is always woken");
        if page.state.run.phase == Phase::Running {
            looks += 1;
            page.finish(World::BadGateway);
        }
    }
    assert!(page.state.watch.ended && looks > 90);
    assert!(page.now.since(began) >= Millis(86_400_000));
    page.happens(Event::WatchChanged(true));
    assert!(!page.state.watch.ended);
}

/// Checks a broken site, and watches it.
fn watching(turn_elsewhere: bool) -> Page {
    let mut page = Page::opened();
    page.turn_elsewhere = turn_elsewhere;
    page.check(SHOP, World::BadGateway);
    page.happens(Event::WatchChanged(true));
    page
}

#[test]
fn of_the_tabs_that_watch_a_target_one_looks() {
    let mut other = watching(true);
    assert_eq!(other.until_next_look(), None, "another tab has the turn");
    // That tab was closed.
    other.happens(Event::TurnCame);
    assert!(other.until_next_look().is_some());
    other.finish(World::Healthy);
    assert!(other.effects.contains(&Effect::TellBack));
    assert!(other.effects.contains(&Effect::GiveTurnUp));
}

#[test]
fn a_tab_that_hears_that_the_site_is_back_looks_once_for_itself() {
    let mut page = watching(true);
    page.happens(Event::BackElsewhere);
    assert!(page.until_next_look().is_some());
    page.finish(World::BadGateway);
    assert_eq!(page.until_next_look(), None, "it was not back for this tab");
    page.happens(Event::BackElsewhere);
    assert!(page.until_next_look().is_some());
    page.finish(World::Healthy);
    assert!(page.state.watch.watching.is_none());
    assert!(!page.effects.contains(&Effect::TellBack));
}

#[test]
fn a_hidden_tab_leaves_the_turn_to_one_that_is_seen() {
    let mut page = watching(false);
    page.happens(Event::VisibilityChanged(false));
    assert!(page.effects.contains(&Effect::GiveTurnUp));
    page.happens(Event::VisibilityChanged(true));
    assert!(page.until_next_look().is_some(), "the turn comes again");
}

#[test]
fn a_site_that_asks_for_patience_is_left_alone_until_then() {
    let mut page = Page::opened();
    page.check(SHOP, World::Unavailable { retry_after_s: 600 });
    page.happens(Event::WatchChanged(true));
    let pause = page.until_next_look().expect("a look");
    assert!(pause >= Millis(600_000), "{pause:?}");
    page.finish(World::Unavailable { retry_after_s: 600 });
    let pause = page.until_next_look().expect("another look");
    assert!(pause < Millis(600_000), "it was asked once: {pause:?}");
}

#[test]
fn only_from_this_browser_is_kept_for_the_next_visit() {
    let mut page = Page::opened();
    page.happens(Event::OnlyHereChanged(true));
    assert!(page.effects.contains(&Effect::SaveOnlyHere(true)));
    let mut again = Page::unopened();
    again.only_here = true;
    again.open(None, None, &[]);
    assert!(again.state.form.only_here);
}

#[test]
fn a_watch_says_nothing_of_remedies() {
    let mut page = Page::opened();
    page.check(SHOP, World::BadGateway);
    page.happens(Event::RemedyDone(Remedy::Reload));
    page.finish(World::BadGateway);
    page.happens(Event::WatchChanged(true));
    page.until_next_look().expect("a look");
    assert_eq!(page.state.remedies.before, None);
}

#[test]
fn a_hidden_tab_waits_unless_it_may_notify() {
    let mut page = Page::opened();
    page.check(SHOP, World::BadGateway);
    page.happens(Event::WatchChanged(true));
    page.happens(Event::VisibilityChanged(false));
    assert_eq!(page.until_next_look(), None, "hidden, it does not look");
    page.happens(Event::VisibilityChanged(true));
    assert!(page.until_next_look().is_some());
    page.finish(World::BadGateway);
    page.happens(Event::NotificationsAllowed(true));
    page.happens(Event::VisibilityChanged(false));
    assert!(page.until_next_look().is_some());
}

#[test]
fn stopping_a_watch_lets_the_page_rest() {
    let mut page = Page::opened();
    page.check(SHOP, World::BadGateway);
    page.happens(Event::WatchChanged(true));
    page.happens(Event::WatchChanged(false));
    assert_eq!(page.until_next_look(), None);
    assert!(page.wake.is_none());
}

#[test]
fn a_check_begun_while_watching_is_woken_at_its_own_pace() {
    let mut page = Page::opened();
    page.check(SHOP, World::BadGateway);
    page.happens(Event::WatchChanged(true));
    while page
        .wake
        .is_some_and(|(_, at)| at.since(page.now) < Millis(1_000))
    {
        page.sleep();
    }
    page.submit(SHOP);
    let (_, at) = page.wake.expect("a wake");
    assert!(at.since(page.now) <= Millis(100));
}

#[test]
fn losing_the_link_while_a_check_runs_is_seen() {
    let mut page = Page::opened();
    page.submit(SHOP);
    page.happens(Event::ConnectivityChanged(false));
    assert!(!page.state.browser.info.online);
    assert_eq!(page.state.run.verdict.cause, Cause::Offline);
}

#[test]
fn only_from_this_browser_asks_nobody_outside() {
    let mut page = Page::opened();
    page.happens(Event::OnlyHereChanged(true));
    page.submit(SHOP);
    let outside = |(_, ask): &(u32, Ask)| matches!(ask.probe, Probe::Outside(_) | Probe::Dns(..));
    assert!(!page.asked.is_empty());
    assert!(!page.asked.iter().any(outside));
}

#[test]
fn the_report_is_schema_1_and_redacted_unless_the_visitor_asks_otherwise() {
    let mut page = Page::opened();
    assert_eq!(
        page.state.findings(),
        None,
        "there is nothing to report yet"
    );
    page.check(SHOP, World::BadGateway);
    let findings = page.state.findings().expect("findings");
    let check = Check::from(findings.record.clone().into_owned());
    assert_eq!(*check.verdict(), page.state.run.verdict);
    let report = |redacted| report::json(&check, &findings.started, &findings.browser, redacted);
    let packed: String = report(true).split_whitespace().collect();
    for part in [
        "\"schema\":1",
        "\"target\":",
        "\"started\":",
        "\"verdict\":{",
        "\"observations\":[",
        "\"browser\":{",
    ] {
        assert!(packed.contains(part), "{part} in {packed}");
    }
    assert!(
        !packed.contains("/cart") && !packed.contains("Test/1"),
        "{packed}"
    );
    let open = report(false);
    assert!(open.contains("/cart") && open.contains("Test/1"), "{open}");
}

#[test]
fn the_owners_section_is_about_the_last_check_that_is_done() {
    let mut page = Page::opened();
    assert_eq!(page.state.site(), None);
    page.check(SHOP, World::BadGateway);
    let site = page.state.site().map(|site| (site.cause, site.host));
    assert_eq!(site, Some((Cause::BadGateway, "shop.example".to_owned())));
    page.submit(SHOP);
    assert_eq!(page.state.site(), None, "not yet");
}

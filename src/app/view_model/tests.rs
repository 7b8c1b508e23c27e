//! What the page shows, as statements about it.

use whichside_diagnosis::advice::for_visitor;
use whichside_diagnosis::target::Note;
use whichside_diagnosis::words::{HalfState, Language};
use whichside_diagnosis::{Check, Millis, Question, Remedy};

use super::*;
use crate::app::event::Event;
use crate::app::state::Turn;
use crate::app::update::tests::page::{Page, World};
use crate::components::Shape;
use crate::evidence::Findings;
use crate::evidence::own_word::address;
use crate::evidence::view_model::{EvidenceModel, evidence};

const SHOP: &str = "https://shop.example/cart";

fn shown(page: &Page) -> ViewModel {
    view_model(&page.state)
}

/// The evidence, as its program draws it from what the page hands over.
fn known(page: &Page) -> EvidenceModel {
    let handed_over = shown(page).findings.expect("a check");
    let findings: Findings = serde_json::from_str(&handed_over).expect("findings");
    let check = Check::from(findings.record.clone().into_owned());
    evidence(&page.state.language.words, &findings, &check)
}

/// Where the evidence's program asks for the site's own word.
fn asked_for_its_word(page: &Page) -> Option<String> {
    let handed_over = shown(page).findings.expect("a check");
    let findings: Findings = serde_json::from_str(&handed_over).expect("findings");
    let check = Check::from(findings.record.clone().into_owned());
    address(&findings, &check)
}

fn text(page: &Page, key: PageKey) -> String {
    page.state.language.words.text(key).to_owned()
}

/// A page with the finished check of a world.
fn checked(world: World) -> Page {
    let mut page = Page::opened();
    page.check(SHOP, world);
    page
}

#[test]
fn a_site_that_answers_is_asked_for_its_own_word_at_its_own_origin_once_the_check_has_ended() {
    let word = "https://shop.example/.well-known/whichside.json";
    for world in [World::BadGateway, World::Healthy] {
        assert_eq!(asked_for_its_word(&checked(world)).as_deref(), Some(word));
    }
    let mut page = Page::opened();
    page.check("https://shop.example:8443/cart?id=7", World::BadGateway);
    assert_eq!(
        asked_for_its_word(&page).as_deref(),
        Some("https://shop.example:8443/.well-known/whichside.json")
    );
}

#[test]
fn a_site_is_not_asked_for_its_word_during_a_check_nor_after_one_that_was_stopped_nor_where_nothing_arrives()
 {
    let mut page = Page::opened();
    page.submit(SHOP);
    assert_eq!(asked_for_its_word(&page), None);
    page.happens(Event::CancelRequested);
    assert_eq!(asked_for_its_word(&page), None);
    assert_eq!(asked_for_its_word(&checked(World::Unlinked)), None);
}

#[test]
fn before_a_check_the_page_asks_its_question_and_shows_the_form_alone() {
    let page = Page::opened();
    let shown = shown(&page);
    assert_eq!(shown.title, text(&page, PageKey::Title));
    assert_eq!(shown.verdict.headline, text(&page, PageKey::Question));
    assert_eq!(shown.verdict.announcement, "");
    assert!(shown.form.prominent);
    assert!(shown.verdict.facts.is_none() && shown.verdict.hops.is_empty());
    assert!(shown.question.is_none() && shown.advice.is_none() && shown.owner.is_none());
    assert!(shown.findings.is_none());
}

#[test]
fn while_nothing_is_known_the_page_says_how_far_it_is_and_advises_nothing() {
    let mut page = Page::opened();
    page.submit(SHOP);
    let shown = shown(&page);
    assert!(shown.title.contains("shop.example"), "{}", shown.title);
    assert!(shown.advice.is_none() && shown.question.is_none());
    let facts = shown.verdict.facts.expect("facts");
    let progress = facts.progress.expect("progress");
    assert_eq!(progress.answered, 0);
    assert_eq!(progress.asked, page.asked.len());
    assert_eq!(facts.now_asking, None);
    assert_eq!(shown.verdict.guide, None, "nothing stands yet");
    assert!(shown.form.running);
}

#[test]
fn a_finished_check_is_announced_with_its_cause_and_leads_to_the_guide() {
    let page = checked(World::BadGateway);
    let shown = shown(&page);
    let verdict = &shown.verdict;
    assert_eq!(
        verdict.announcement,
        format!("{} {}", verdict.headline, verdict.explanation)
    );
    assert_eq!(verdict.guide.as_deref(), Some("guide/#bad-gateway"));
    assert!(shown.title.contains(&verdict.headline), "{}", shown.title);
    let facts = verdict.facts.as_ref().expect("facts");
    assert_eq!(facts.progress, None);
    assert_eq!(facts.host.url, SHOP);
    assert_eq!(shown.form.submit, text(&page, PageKey::CheckAgain));
}

#[test]
fn while_a_check_runs_only_the_sentence_is_announced() {
    let mut page = checked(World::Unlinked);
    page.happens(Event::Submitted);
    let verdict = shown(&page).verdict;
    assert_eq!(verdict.announcement, verdict.headline);
}

#[test]
fn a_stopped_check_says_so_and_stands_by_nothing() {
    let mut page = Page::opened();
    page.submit(SHOP);
    page.happens(Event::CancelRequested);
    let shown = shown(&page);
    assert_eq!(shown.verdict.headline, text(&page, PageKey::Stopped));
    assert!(shown.title.contains("shop.example"), "{}", shown.title);
    assert_eq!(shown.verdict.guide, None);
    assert_eq!(shown.question, None);
}

#[test]
fn the_device_being_offline_is_said() {
    let mut page = Page::opened();
    assert!(!shown(&page).offline);
    page.happens(Event::ConnectivityChanged(false));
    assert!(shown(&page).offline);
}

#[test]
fn the_first_remedy_is_the_best_one_and_the_others_are_counted() {
    let page = checked(World::BadGateway);
    let advice = shown(&page).advice.expect("advice");
    let advised = for_visitor(&page.state.run.verdict, &[]);
    let first = advice.first.expect("a remedy").remedy;
    let others: Vec<Remedy> = advice.others.iter().map(|other| other.remedy).collect();
    assert_eq!(first, advised[0]);
    assert_eq!(others, advised[1..]);
    let number = others.len().to_string();
    assert!(
        advice.others_label.contains(&number),
        "{}",
        advice.others_label
    );
}

#[test]
fn a_remedy_that_was_skipped_is_not_shown_any_more() {
    let mut page = checked(World::Unlinked);
    let first = |page: &Page| shown(page).advice?.first.map(|first| first.remedy);
    let skipped = first(&page).expect("a remedy");
    page.happens(Event::RemedySkipped(skipped));
    assert_ne!(first(&page), Some(skipped));
}

#[test]
fn what_a_remedy_changed_is_said_once_the_next_check_is_done() {
    let said = |world| {
        let mut page = checked(World::BadGateway);
        page.happens(Event::RemedyDone(Remedy::Reload));
        let running = shown(&page).verdict.facts.expect("facts").changes;
        page.finish(world);
        let done = shown(&page).verdict.facts.expect("facts").changes;
        assert!(running.len() < done.len(), "{running:?} {done:?}");
        done.last().cloned().expect("a line")
    };
    let unchanged = said(World::BadGateway);
    assert_ne!(said(World::Healthy), unchanged);
    assert_ne!(
        said(World::Unlinked),
        unchanged,
        "another cause is a change"
    );
}

#[test]
fn a_watch_counts_down_in_seconds_then_in_minutes_and_can_be_stopped() {
    let mut page = checked(World::BadGateway);
    page.happens(Event::WatchChanged(true));
    let watching = |page: &Page| {
        let advice = shown(page).advice.expect("advice");
        let all = advice.first.into_iter().chain(advice.others);
        all.filter_map(|remedy| match remedy.actions {
            RemedyActions::Watching(text) => Some(text),
            RemedyActions::Row(_) => None,
        })
        .next()
        .expect("a watch")
    };
    let words = page.state.language.words.clone();
    let due = |page: &mut Page, seconds: u64| {
        let due = page.state.timer.now.plus(Millis(seconds * 1_000));
        if let Some(watch) = &mut page.state.watch.watching {
            watch.due = due;
        }
        watching(page)
    };
    let filled = |key, number: &str| words.fill(key, &[("number", number)]);
    assert_eq!(due(&mut page, 89), filled(PageKey::Watching, "89"));
    assert_eq!(due(&mut page, 150), filled(PageKey::WatchingLong, "2"));
    page.state.watch.turn = Turn::Awaited;
    assert_eq!(due(&mut page, 30), filled(PageKey::Watching, "30"));
    assert_eq!(
        due(&mut page, 0),
        filled(PageKey::WatchingElsewhere, ""),
        "it is another tab that looks"
    );
    page.state.watch.not_before = page.state.timer.now.plus(Millis(600_000));
    assert_eq!(due(&mut page, 610), filled(PageKey::WatchingAsked, "11"));
    page.state.run.phase = Phase::Running;
    assert_eq!(watching(&page), filled(PageKey::WatchingNow, "0"));
}

#[test]
fn a_question_is_put_once_a_check_is_done() {
    let page = checked(World::Healthy);
    let question = shown(&page).question.expect("a question");
    assert_eq!(question.question, Question::StillFails);
    let mut running = page;
    running.happens(Event::Submitted);
    assert_eq!(shown(&running).question, None);
}

#[test]
fn the_visitors_half_comes_first_in_the_direction_of_reading() {
    let emblem = |page: &Page| shown(page).verdict.emblem;
    let english = checked(World::BadGateway);
    assert_eq!(emblem(&english).left.text, text(&english, PageKey::You));
    assert_eq!(emblem(&english).right.state, HalfState::Broken);
    let mut arabic = english;
    arabic.happens(Event::LanguageChosen(Language::Arabic));
    arabic.worded(Language::Arabic);
    assert_eq!(emblem(&arabic).right.text, text(&arabic, PageKey::You));
    assert_eq!(emblem(&arabic).left.state, HalfState::Broken);
}

#[test]
fn runners_up_are_named_under_a_verdict_alone() {
    let mut page = Page::opened();
    page.submit(SHOP);
    let runners_up = |page: &Page| known(page).runners_up;
    assert_eq!(runners_up(&page), None);
    page.finish(World::Unlinked);
    let others = page
        .state
        .run
        .verdict
        .ranked
        .iter()
        .filter(|(cause, probability)| {
            *cause != page.state.run.verdict.cause && probability.fraction() >= 0.05
        });
    assert_eq!(runners_up(&page).is_some(), others.count() > 0);
}

#[test]
fn every_bar_can_be_seen_and_stays_within_the_check() {
    for world in [World::Healthy, World::BadGateway, World::Unlinked] {
        for line in known(&checked(world)).lines {
            assert!(line.bar.width >= 20, "{line:?}");
            assert!(line.bar.start + line.bar.width <= 1_000, "{line:?}");
        }
    }
}

#[test]
fn a_question_without_an_answer_is_marked_as_being_asked() {
    let mut page = Page::opened();
    page.submit(SHOP);
    let lines = known(&page).lines;
    assert!(lines.iter().all(|line| line.shape == Shape::Asking));
}

#[test]
fn notes_on_the_target_make_way_for_what_is_wrong() {
    let mut page = Page::opened();
    page.state.form.notes = vec![Note::CredentialsDropped];
    assert_eq!(shown(&page).form.notes.len(), 1);
    page.submit("http://localhost/");
    let form = shown(&page).form;
    assert!(form.error.is_some());
    assert!(form.notes.is_empty());
}

#[test]
fn where_only_this_browser_looks_no_path_is_offered_to_others() {
    let mut page = Page::opened();
    assert_eq!(shown(&page).form.share_path, Some(false));
    page.happens(Event::OnlyHereChanged(true));
    assert_eq!(shown(&page).form.share_path, None);
}

#[test]
fn what_is_remembered_can_be_forgotten() {
    let mut page = checked(World::BadGateway);
    assert!(shown(&page).form.remembers);
    page.happens(Event::HistoryCleared);
    assert!(!shown(&page).form.remembers);
}

#[test]
fn the_owners_section_is_out_of_sight_while_a_check_runs() {
    let mut page = checked(World::BadGateway);
    assert!(shown(&page).owner.expect("the section").site.is_some());
    page.happens(Event::Submitted);
    assert!(shown(&page).owner.expect("the section").site.is_none());
}

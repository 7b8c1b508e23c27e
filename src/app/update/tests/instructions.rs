//! How remedies are done: when the file that says so is asked for, and what is shown by it.

use whichside_diagnosis::Remedy;
use whichside_diagnosis::words::{Language, Words};
use whichside_guide::visitor::{Browser, System, Visitor};
use whichside_guide::{json, steps};

use super::page::{Page, World};
use crate::app::event::Event;
use crate::app::state::InstructionsFile;

/// The file of a language, in which each sentence is the English with a mark before it.
fn file(language: Language) -> String {
    let marked = |text: &str| (text.to_owned(), vec![format!("~{text}")]);
    let translations = whichside_guide::texts().into_iter().map(marked).collect();
    json::render(&Words::new(language, translations))
}

fn came(page: &mut Page, language: Language) {
    page.happens(Event::InstructionsLoaded(language, Some(file(language))));
}

/// The steps of a remedy as they stand in the page, without the marks; none where the page has none.
fn shown(page: &Page, remedy: Remedy) -> Vec<String> {
    match &page.state.guidance.instructions {
        InstructionsFile::Loaded(file) => file
            .of(remedy, page.state.guidance.visitor)
            .map(|how| {
                let steps = how.steps.iter();
                steps
                    .map(|step| step.trim_start_matches('~').to_owned())
                    .collect()
            })
            .unwrap_or_default(),
        InstructionsFile::Awaited | InstructionsFile::Missing => Vec::new(),
    }
}

fn missing(page: &Page) -> bool {
    matches!(page.state.guidance.instructions, InstructionsFile::Missing)
}

#[test]
fn the_file_is_asked_for_once_when_the_page_has_opened() {
    let mut page = Page::opened();
    assert_eq!(page.instructed, [Language::English]);
    assert!(matches!(
        page.state.guidance.instructions,
        InstructionsFile::Awaited
    ));
    page.check("https://shop.example/", World::BadGateway);
    came(&mut page, Language::English);
    page.check("https://shop.example/", World::BadGateway);
    assert_eq!(page.instructed, [Language::English]);
}

#[test]
fn every_remedy_has_the_steps_of_the_browser_and_system_that_were_told() {
    let mut page = Page::opened();
    came(&mut page, Language::English);
    assert_eq!(
        page.state.guidance.visitor,
        Visitor::of(Browser::Firefox, System::Linux)
    );
    for &remedy in Remedy::ALL {
        assert_eq!(
            shown(&page, remedy),
            steps(remedy, page.state.guidance.visitor),
            "{}",
            remedy.id()
        );
    }
}

#[test]
fn the_visitor_corrects_browser_and_system_and_nothing_takes_it_back() {
    let mut page = Page::opened();
    came(&mut page, Language::English);
    page.happens(Event::BrowserCorrected(Some(Browser::Safari)));
    page.happens(Event::SystemCorrected(Some(System::Ios)));
    let iphone = Visitor::of(Browser::Safari, System::Ios);
    let is_iphones = |page: &Page| shown(page, Remedy::Reload) == steps(Remedy::Reload, iphone);
    assert!(is_iphones(&page));
    page.check("https://shop.example/", World::BadGateway);
    page.open(Some("other.example"), None, &["en"]);
    assert!(is_iphones(&page), "a changed fragment opens the page again");
    page.happens(Event::BrowserCorrected(None));
    assert_eq!(page.state.guidance.visitor.browser, None);
    assert!(!shown(&page, Remedy::Reload).is_empty());
}

#[test]
fn a_wrong_file_or_a_part_of_one_is_none_and_says_so() {
    let whole = file(Language::English);
    let half: String = whole.chars().take(whole.len() / 2).collect();
    let astray = whole.replacen("\"how\":[", "\"how\":[99999,", 1);
    for wrong in [
        None,
        Some(String::new()),
        Some("<!doctype html>\n<title>Sign in</title>\n".into()),
        Some(half),
        Some(astray),
        Some(file(Language::German)),
    ] {
        let mut page = Page::opened();
        page.happens(Event::InstructionsLoaded(Language::English, wrong.clone()));
        assert!(missing(&page), "{:.60}", wrong.unwrap_or_default());
    }
}

#[test]
fn another_language_has_a_file_of_its_own_and_the_older_one_comes_too_late() {
    let mut page = Page::opened();
    page.happens(Event::LanguageChosen(Language::Arabic));
    assert_eq!(
        page.instructed,
        [Language::English],
        "English is spoken until Arabic came"
    );
    page.worded(Language::Arabic);
    page.sleep();
    assert_eq!(page.instructed, [Language::English, Language::Arabic]);
    came(&mut page, Language::English);
    assert!(matches!(
        page.state.guidance.instructions,
        InstructionsFile::Awaited
    ));
    came(&mut page, Language::Arabic);
    assert!(!shown(&page, Remedy::Reload).is_empty());
    page.happens(Event::LanguageChosen(Language::English));
    page.sleep();
    assert_eq!(page.instructed.last(), Some(&Language::English));
    assert!(
        shown(&page, Remedy::Reload).is_empty(),
        "no Arabic steps in an English page"
    );
}

#[test]
fn a_language_that_does_not_come_leaves_the_steps_of_the_one_that_stands() {
    let mut page = Page::unopened();
    page.open(None, None, &["de"]);
    assert!(page.instructed.is_empty(), "German is awaited");
    page.happens(Event::LanguageLoaded(Language::German, None));
    page.sleep();
    assert_eq!(page.instructed, [Language::English]);
}

#[test]
fn what_did_not_come_is_asked_for_again_with_the_next_check_or_link() {
    let mut page = Page::opened();
    page.happens(Event::InstructionsLoaded(Language::English, None));
    page.happens(Event::ConnectivityChanged(false));
    page.happens(Event::ConnectivityChanged(true));
    page.sleep();
    assert_eq!(page.instructed.len(), 2);
    page.happens(Event::InstructionsLoaded(Language::English, None));
    page.submit("https://shop.example/");
    page.sleep();
    assert_eq!(page.instructed.len(), 3);
    came(&mut page, Language::English);
    assert!(!shown(&page, Remedy::Watch).is_empty());
}

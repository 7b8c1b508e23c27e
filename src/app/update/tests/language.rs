//! Which language the page speaks, as statements about it.

use whichside_diagnosis::words::{self, Language, PageKey, Words};

use super::page::{Page, World, marked_words as file};
use crate::app::event::{Effect, Event};

fn check_button(page: &Page) -> &str {
    page.state.language.words.text(PageKey::Check)
}

/// A page in a browser that asks for these languages, where one may have been chosen once.
fn in_languages(chosen: Option<&str>, languages: &[&str]) -> Page {
    let mut page = Page::unopened();
    page.open(None, chosen, languages);
    page
}

#[test]
fn the_first_language_of_the_browser_that_we_have_is_fetched_and_spoken() {
    let mut page = in_languages(None, &["fr", "es-MX", "de"]);
    assert_eq!(page.effects, [Effect::FetchLanguage(Language::Spanish)]);
    assert_eq!(check_button(&page), "Check", "English stands until it came");
    page.effects.clear();
    page.happens(Event::LanguageLoaded(Language::Spanish, Some(file())));
    assert_eq!(
        page.effects,
        [Effect::ShowLanguage],
        "what was not chosen is not kept"
    );
    assert_eq!(check_button(&page), "~Check");
}

#[test]
fn english_and_languages_we_do_not_have_fetch_nothing() {
    for languages in [&["en-US", "de"][..], &["fr", "ja"], &[]] {
        let page = in_languages(None, languages);
        assert!(page.effects.is_empty(), "{languages:?}: {:?}", page.effects);
        assert_eq!(page.state.language.words.language(), Language::English);
    }
}

#[test]
fn a_language_chosen_once_comes_before_the_browsers() {
    let page = in_languages(Some("ar"), &["de"]);
    assert_eq!(page.effects, [Effect::FetchLanguage(Language::Arabic)]);
    let page = in_languages(Some("en"), &["de"]);
    assert!(page.effects.is_empty());
}

#[test]
fn a_choice_is_kept_once_it_is_spoken_and_can_be_taken_back() {
    let mut page = Page::opened();
    page.happens(Event::LanguageChosen(Language::German));
    assert_eq!(page.effects, [Effect::FetchLanguage(Language::German)]);
    page.effects.clear();
    page.happens(Event::LanguageLoaded(Language::German, Some(file())));
    assert_eq!(
        page.effects,
        [Effect::ShowLanguage, Effect::SaveLanguage(Language::German)]
    );
    page.effects.clear();
    page.happens(Event::LanguageChosen(Language::English));
    assert_eq!(
        page.effects,
        [
            Effect::ShowLanguage,
            Effect::SaveLanguage(Language::English)
        ]
    );
    assert_eq!(check_button(&page), "Check");
}

#[test]
fn a_language_that_does_not_come_or_is_none_leaves_english_standing() {
    let portal = "<!doctype html>\n<title>Sign in</title>\n";
    let whole = file();
    let truncated = &whole[..whole.len() / 2];
    for came in [None, Some(""), Some(portal), Some(truncated)] {
        let mut page = Page::opened();
        page.happens(Event::LanguageChosen(Language::German));
        page.effects.clear();
        page.happens(Event::LanguageLoaded(
            Language::German,
            came.map(str::to_owned),
        ));
        assert_eq!(
            page.effects,
            [Effect::ShowLanguage],
            "the menu shows what stands"
        );
        assert_eq!(page.state.language.words.language(), Language::English);
        assert_eq!(check_button(&page), "Check");
        page.effects.clear();
        page.happens(Event::LanguageChosen(Language::German));
        assert_eq!(
            page.effects,
            [Effect::FetchLanguage(Language::German)],
            "it may be tried again"
        );
    }
}

#[test]
fn a_file_that_comes_after_another_choice_changes_nothing() {
    let mut page = Page::opened();
    page.happens(Event::LanguageChosen(Language::German));
    page.happens(Event::LanguageChosen(Language::Arabic));
    page.effects.clear();
    page.happens(Event::LanguageLoaded(Language::German, Some(file())));
    assert!(page.effects.is_empty());
    assert_eq!(page.state.language.words.language(), Language::English);
    page.happens(Event::LanguageLoaded(Language::Arabic, Some(file())));
    assert_eq!(page.state.language.words.language(), Language::Arabic);
}

#[test]
fn another_language_changes_what_is_said_and_nothing_that_was_found() {
    let mut page = Page::opened();
    page.check("https://shop.example/", World::BadGateway);
    let verdict = page.state.run.verdict.clone();
    let in_english = Words::english();
    let english = words::headline(&in_english, &verdict, false);
    page.happens(Event::LanguageChosen(Language::German));
    page.happens(Event::LanguageLoaded(Language::German, Some(file())));
    assert_eq!(page.state.run.verdict, verdict);
    let said = words::headline(&page.state.language.words, &page.state.run.verdict, false);
    assert_eq!(said, format!("~{english}"));
}

#[test]
fn a_changed_fragment_changes_no_language() {
    let mut page = in_languages(None, &["de"]);
    page.happens(Event::LanguageChosen(Language::English));
    page.effects.clear();
    page.open(None, None, &["de"]);
    assert!(page.effects.is_empty());
}

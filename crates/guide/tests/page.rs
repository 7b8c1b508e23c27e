//! The guide's page: whole, valid, and linked.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::collections::BTreeSet;

use scraper::{ElementRef, Html, Selector};
use whichside_diagnosis::words::{Language, Translations, Words};
use whichside_diagnosis::{Cause, Remedy};
use whichside_guide::page;

fn guide() -> (String, Html) {
    let html = page::render(&Words::english());
    let parsed = Html::parse_document(&html);
    (html, parsed)
}

fn all<'a>(page: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    page.select(&Selector::parse(selector).unwrap()).collect()
}

fn ids(page: &Html) -> Vec<&str> {
    all(page, "[id]")
        .into_iter()
        .map(|element| element.value().id().unwrap())
        .collect()
}

#[test]
fn it_is_well_formed() {
    let (html, page) = guide();
    assert!(page.errors.is_empty(), "{:?}", page.errors);
    assert!(html.starts_with("<!DOCTYPE html>"));
    // html5ever mends silently what a parser may mend: every element that is opened must be closed by its own name.
    let mut open: Vec<&str> = Vec::new();
    for tag in html.split('<').skip(1) {
        let name = tag
            .split(|letter: char| !(letter.is_alphanumeric() || letter == '/'))
            .next()
            .unwrap();
        match name.strip_prefix('/') {
            Some(closed) => assert_eq!(open.pop(), Some(closed), "…<{}", &tag[..tag.len().min(60)]),
            None if ["", "meta", "link", "input", "path"].contains(&name) => {}
            None => open.push(name),
        }
    }
    assert!(open.is_empty(), "{open:?} stay open");
}

#[test]
fn every_cause_and_every_remedy_is_an_anchor() {
    let (_, page) = guide();
    let ids: BTreeSet<_> = ids(&page).into_iter().collect();
    for &cause in Cause::ALL {
        assert!(ids.contains(cause.id()), "no #{}", cause.id());
    }
    for &remedy in Remedy::ALL {
        assert!(ids.contains(remedy.id()), "no #{}", remedy.id());
    }
}

#[test]
fn no_anchor_is_given_twice() {
    let (_, page) = guide();
    let all = ids(&page);
    let different: BTreeSet<_> = all.iter().collect();
    let twice: Vec<_> = different
        .iter()
        .filter(|id| all.iter().filter(|other| *other == **id).count() > 1)
        .collect();
    assert!(twice.is_empty(), "{twice:?}");
}

#[test]
fn every_link_leads_somewhere_under_any_path() {
    let (_, page) = guide();
    let ids: BTreeSet<_> = ids(&page).into_iter().collect();
    let links = all(&page, "a[href]");
    assert!(links.len() > 200, "only {} links", links.len());
    for link in links {
        let to = link.attr("href").unwrap();
        match to.strip_prefix('#') {
            Some(id) => assert!(ids.contains(id), "#{id} leads nowhere"),
            None => assert!(
                ["../", "../error-page/"].contains(&to),
                "only the first page and the one that makes the error page are linked besides: {to}"
            ),
        }
    }
    for (selector, attribute) in [
        ("link[href]", "href"),
        ("script[src]", "src"),
        ("img[src]", "src"),
    ] {
        for element in all(&page, selector) {
            let to = element.attr(attribute).unwrap();
            assert!(
                !to.starts_with('/') && !to.contains(':'),
                "{to} is not relative"
            );
        }
    }
    for described in all(&page, "[aria-labelledby], [aria-describedby], label[for]") {
        for attribute in ["aria-labelledby", "aria-describedby", "for"] {
            if let Some(id) = described.attr(attribute) {
                assert!(ids.contains(id), "{attribute}={id}");
            }
        }
    }
}

#[test]
fn headings_go_down_one_level_at_a_time() {
    let (_, page) = guide();
    let mut before = 0;
    for heading in all(&page, "h1, h2, h3, h4, h5, h6") {
        let level: u32 = heading.value().name()[1..].parse().unwrap();
        assert!(
            level <= before + 1,
            "h{level} after h{before}: {:?}",
            heading.text().collect::<String>()
        );
        before = level;
    }
    assert_eq!(all(&page, "h1").len(), 1);
}

#[test]
fn nothing_in_it_needs_what_the_policy_forbids() {
    let (html, page) = guide();
    assert!(all(&page, "[style], style, [onclick], [onload], iframe, img").is_empty());
    for script in all(&page, "script") {
        let data = script.attr("type") == Some("application/ld+json");
        assert!(data || script.attr("src").is_some(), "an inline script");
    }
    assert!(!html.contains("http://") || !html.contains("src=\"http"));
}

#[test]
fn its_title_and_description_fit_a_search_result() {
    let (_, page) = guide();
    let title: String = all(&page, "title")[0].text().collect();
    assert!((30..=65).contains(&title.chars().count()), "{title}");
    let about = all(&page, "meta[name=description]")[0]
        .attr("content")
        .unwrap();
    assert!(
        (70..=160).contains(&about.chars().count()),
        "{} letters",
        about.chars().count()
    );
}

#[test]
fn its_structured_data_is_an_article_in_its_language() {
    let (_, page) = guide();
    let data: String = all(&page, "script[type='application/ld+json']")[0]
        .text()
        .collect();
    let data: serde_json::Value = serde_json::from_str(&data).unwrap();
    assert_eq!(data["@type"], "TechArticle");
    assert_eq!(data["inLanguage"], "en");
    let title: String = all(&page, "title")[0].text().collect();
    assert_eq!(data["headline"], title);
}

#[test]
fn without_a_script_the_search_is_not_shown() {
    let (_, page) = guide();
    assert!(all(&page, "search")[0].attr("hidden").is_some());
}

#[test]
fn another_language_lies_in_a_folder_and_finds_the_way_back() {
    let german = Words::new(Language::German, Translations::new());
    let both = [("en", "English"), ("de", "Deutsch")];
    for (language, style, home, link) in [
        (Words::english(), "guide.css", "../", "de/"),
        (german, "../guide.css", "../../", "../"),
    ] {
        let page = Html::parse_document(&page::render_among(&language, &both));
        assert_eq!(
            all(&page, "link[rel=stylesheet]")[0].attr("href"),
            Some(style)
        );
        assert_eq!(all(&page, "a.brand")[0].attr("href"), Some(home));
        assert_eq!(all(&page, ".languages a")[0].attr("href"), Some(link));
        assert_eq!(
            all(&page, "html")[0].attr("lang"),
            Some(language.language().code())
        );
    }
}

//! The texts: plain enough for a reader at school level, and whole, so that they can be translated.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::collections::BTreeSet;

use whichside_diagnosis::words::{Language, Sentence, Words, remedy_title};
use whichside_diagnosis::{Cause, Remedy};
use whichside_guide::articles::{self, Article, Block, QUESTIONS};
use whichside_guide::visitor::{Browser, Visitor};
use whichside_guide::{Loss, inline, json, page, remedies, steps};

/// Sentences of a text: they end with a full stop, a question mark or a colon before a space or the end.
fn sentences(text: &str) -> Vec<String> {
    let mut all = Vec::new();
    let mut one = String::new();
    for word in text.split_whitespace() {
        one.push_str(word);
        one.push(' ');
        if word.ends_with(['.', '?', '!', ':']) || word.ends_with(".”") {
            all.push(std::mem::take(&mut one));
        }
    }
    if !one.is_empty() {
        all.push(one);
    }
    all
}

/// Words of a sentence; the arrows of a menu path are none.
fn words(sentence: &str) -> usize {
    sentence
        .split_whitespace()
        .filter(|word| word.contains(char::is_alphanumeric))
        .count()
}

fn average(texts: &BTreeSet<&'static str>) -> f64 {
    let lengths: Vec<usize> = texts
        .iter()
        .flat_map(|text| sentences(&inline::plain(text)))
        .map(|sentence| words(&sentence))
        .collect();
    f64::from(u32::try_from(lengths.iter().sum::<usize>()).unwrap())
        / f64::from(u32::try_from(lengths.len()).unwrap())
}

fn of_block(block: &'static Block, found: &mut BTreeSet<&'static str>) {
    match block {
        Block::Text(text) => drop(found.insert(text)),
        Block::Points(points) => found.extend(points.iter().copied()),
        Block::Terms(terms) => found.extend(terms.iter().map(|(_, meaning)| *meaning)),
        Block::Table { rows, .. } => found.extend(rows.iter().flatten().copied()),
        Block::Part { blocks, .. } => blocks.iter().for_each(|block| of_block(block, found)),
    }
}

fn of_article(article: &'static Article) -> BTreeSet<&'static str> {
    let mut found = BTreeSet::new();
    article
        .blocks
        .iter()
        .for_each(|block| of_block(block, &mut found));
    found
}

/// What a visitor reads, by part of the guide.
fn visitors_texts() -> Vec<(&'static str, BTreeSet<&'static str>)> {
    let all_steps = Remedy::ALL
        .iter()
        .flat_map(|&remedy| Visitor::grid().flat_map(move |visitor| steps(remedy, visitor)));
    let about = Remedy::ALL
        .iter()
        .map(|&remedy| remedies::words(remedy))
        .flat_map(|words| [words.why, words.tells]);
    let causes = Cause::ALL
        .iter()
        .map(|&cause| articles::causes::words(cause))
        .flat_map(|words| [words.what, words.looks]);
    vec![
        ("steps", all_steps.collect()),
        (
            "remedies",
            about
                .chain(Loss::ALL.iter().map(|loss| loss.text()))
                .collect(),
        ),
        ("causes", causes.collect()),
        ("meaning", of_article(&articles::MEANING)),
        ("reasons", of_article(&articles::REASONS)),
        ("examples", of_article(&articles::EXAMPLES)),
        (
            "questions",
            QUESTIONS
                .iter()
                .flat_map(|question| [question.asked, question.answer])
                .collect(),
        ),
    ]
}

#[test]
fn sentences_for_visitors_have_sixteen_words_on_average_or_fewer() {
    for (part, texts) in visitors_texts() {
        let average = average(&texts);
        println!("{part}: {average:.1}");
        assert!(average <= 16.0, "{part}: {average:.1} words a sentence");
    }
}

#[test]
fn no_sentence_for_a_visitor_is_endless() {
    for (_, texts) in visitors_texts() {
        for text in texts {
            for sentence in sentences(&inline::plain(text)) {
                assert!(
                    words(&sentence) <= 32,
                    "{} words: {sentence}",
                    words(&sentence)
                );
            }
        }
    }
}

#[test]
fn quotes_and_apostrophes_are_typographic() {
    for text in visitors_texts().into_iter().flat_map(|(_, texts)| texts) {
        // Every second piece stands between backticks.
        for prose in text.split('`').step_by(2) {
            assert!(!prose.contains(['"', '\'']), "{text}");
        }
    }
}

#[test]
fn every_text_can_be_translated_and_none_stays_english() {
    let titles = Remedy::ALL.iter().map(|&remedy| remedy_title(remedy));
    let texts = whichside_guide::texts()
        .into_iter()
        .map(Sentence::by_english);
    let marked = |sentence: Sentence| {
        let text = format!("⟦{}⟧", sentence.english);
        (sentence.key.to_owned(), vec![text])
    };
    let other = Words::new(Language::Arabic, texts.chain(titles).map(marked).collect());
    let file: serde_json::Value = serde_json::from_str(&json::render(&other)).unwrap();
    for text in file["lists"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|list| list.as_array().unwrap())
    {
        assert!(text.as_str().unwrap().starts_with('⟦'), "{text}");
    }
    let html = page::render_among(&other, &[("en", "English"), ("ar", "العربية")]);
    assert!(html.contains("lang=\"ar\" dir=\"rtl\""));
    let page = scraper::Html::parse_document(&html);
    let body = scraper::Selector::parse("body").unwrap();
    // Commands and technical names are never translated.
    let code = scraper::Selector::parse("code").unwrap();
    let code: BTreeSet<String> = page
        .select(&code)
        .map(|element| element.text().collect())
        .collect();
    let mut depth = 0_i32;
    for piece in page.select(&body).next().unwrap().text() {
        let mut outside = String::new();
        for letter in piece.chars() {
            match letter {
                '⟦' => depth += 1,
                '⟧' => depth -= 1,
                _ if depth == 0 => outside.push(letter),
                _ => {}
            }
        }
        // What may stand outside a translated text: names of products, code, and the signs between names.
        let mut rest = outside.clone();
        for name in ["whichside", "English", "العربية"]
            .into_iter()
            .chain(Browser::ALL.iter().map(|browser| browser.name()))
        {
            rest = rest.replace(name, "");
        }
        let prose = rest.contains(char::is_alphabetic);
        assert!(
            !prose || code.contains(&outside),
            "“{outside}” is not translated"
        );
    }
}

#[test]
fn the_list_of_what_to_translate_is_whole() {
    let all = whichside_guide::texts();
    assert!(all.iter().all(|text| !text.trim().is_empty()));
    for (part, texts) in visitors_texts() {
        for text in texts {
            assert!(all.contains(text), "{part}: “{text}” is not listed");
        }
    }
    for &step in whichside_owner::Step::ALL {
        assert!(
            all.contains(step.title()) && all.contains(step.why()),
            "{}",
            step.id()
        );
    }
    // Commands and configuration are no texts.
    assert!(
        !all.iter()
            .any(|text| text.contains("proxy_buffers 32 16k;"))
    );
}

//! What holds of every table: keys of their own, plain short English, and files that are taken whole or not at all.

use std::collections::BTreeSet;

use super::english::LineKey;
use super::*;

/// A file of a language in which every sentence is `{key} {English}`.
fn file(language: Language) -> &'static str {
    let lines = catalogue().into_iter().map(|(name, english)| {
        let forms = if english.contains('|') && language == Language::Arabic {
            6
        } else {
            english.split('|').count()
        };
        let text = english.split('|').next_back().unwrap_or_default();
        let forms: Vec<String> = (0..forms)
            .map(|form| format!("{form} {name} {text}"))
            .collect();
        format!("{}\n", forms.join("|"))
    });
    let file = format!("{}\n{}", fingerprint(), lines.collect::<String>());
    file.leak()
}

#[test]
fn every_key_has_a_name_of_its_own_and_its_sentence() {
    let catalogue = catalogue();
    let names: BTreeSet<&str> = catalogue.iter().map(|(name, _)| *name).collect();
    assert_eq!(names.len(), catalogue.len());
    assert_eq!(catalogue.len(), FrameKey::FIRST + FrameKey::COUNT);
    let english = Words::english();
    for (place, (name, sentence)) in catalogue.iter().enumerate().take(FrameKey::FIRST) {
        assert_eq!(english.at(place), *sentence, "{name}");
        assert!(!sentence.is_empty(), "{name}");
    }
    let at = |name: &str| catalogue.iter().position(|(each, _)| *each == name);
    assert_eq!(
        at("page.Offline"),
        Some(PageKey::FIRST + PageKey::Offline.at()),
        "the tables stand in the order in which they are chained"
    );
}

#[test]
fn sentences_average_at_most_sixteen_words() {
    let mut lengths = Vec::new();
    for (name, text) in catalogue() {
        let mut length = 0;
        for word in text.split(['|', ' ']) {
            length += 1;
            // Labels are no sentences; what ends like one is.
            if word
                .trim_end_matches(['”', ')'])
                .ends_with(['.', '?', '!', '…'])
            {
                assert!(
                    length <= 30,
                    "{name} has a sentence of {length} words: {text}"
                );
                lengths.push(length);
                length = 0;
            }
        }
    }
    assert!(lengths.len() > 150, "{} sentences", lengths.len());
    let average = lengths.iter().sum::<usize>() as f64 / lengths.len() as f64;
    assert!(average <= 16.0, "{average:.1} words a sentence");
}

#[test]
fn a_language_is_taken_whole() {
    let german = Words::read(Language::German, file(Language::German)).unwrap_or_default();
    assert_eq!(german.language(), Language::German);
    assert_eq!(german.text(PageKey::Check), "0 page.Check Check");
    assert_eq!(
        german.frame().first(),
        Some(&"0 frame.Skip Skip to the verdict")
    );
    assert!(Words::english().frame().is_empty(), "English stands there");
}

#[test]
fn a_wrong_file_or_a_part_of_one_is_no_language() {
    let whole = file(Language::German);
    let (_, lines) = whole.split_once('\n').unwrap_or_default();
    let older: &str = format!("{}\n{lines}", fingerprint() ^ 1).leak();
    let longer: &str = format!("{whole}one more\n").leak();
    for wrong in [
        "",
        "\n",
        "<!doctype html>\n<title>Sign in to this network</title>\n",
        older,
        longer,
        whole.trim_end(),
        &whole[..whole.len() / 2],
        lines,
    ] {
        let read = Words::read(Language::German, wrong);
        assert!(read.is_none(), "{:.40}", wrong);
    }
}

#[test]
fn placeholders_are_filled_by_name_and_never_read_again() {
    let words = Words::english();
    let filled = words.filled("{a} and {b}, {a} {c}{", &[("a", "{b}"), ("b", "2")]);
    assert_eq!(filled, "{b} and 2, {b} {");
    assert_eq!(words.count(LineKey::SomeAnswer, 1, 6), "1 of 6 answers");
    assert_eq!(words.count(LineKey::SomeAnswer, 3, 6), "3 of 6 answer");
    assert_eq!(words.count(LineKey::NoneAnswers, 0, 6), "none answers");
}

#[test]
fn what_is_filled_in_runs_in_its_own_direction() {
    let arabic = Words::read(Language::Arabic, file(Language::Arabic)).unwrap_or_default();
    assert_eq!(
        arabic.filled("{host}: 502", &[("host", "shop.example")]),
        "\u{2068}shop.example\u{2069}: 502"
    );
    assert!(
        arabic
            .count(LineKey::ClockHours, 11, 0)
            .starts_with("4 evidence.ClockHours"),
        "eleven takes the fifth of six forms"
    );
}

//! Each reader is given some hundred texts: its own with pieces put in, taken out and repeated, its own JSON with odd members, and
//! any characters at all.

#![allow(
    clippy::unwrap_used,
    reason = "a test whose material is missing must fail loudly"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde_json::{Value, json};
use whichside_readers::{READERS, Reader};

/// Texts for each reader.
const CASES: u32 = 400;

/// Pieces that parsers trip over.
const PIECES: [&str; 40] = [
    "{",
    "}",
    "[",
    "]",
    "\"",
    "\\",
    "\\u0000",
    "\\ud800",
    ":",
    ",",
    ";",
    "=",
    "#",
    "?",
    "/",
    "//",
    "://",
    "@",
    "%",
    "%00",
    ".",
    "..",
    "\n",
    "\r\n",
    "\t",
    " ",
    "\0",
    "\u{202e}",
    "\u{200b}",
    "\u{feff}",
    "\u{2028}",
    "é",
    "𝕏",
    "<b>",
    "![x](y)",
    "-1",
    "18446744073709551616",
    "1e999",
    "null",
    "xn--",
];

#[derive(Clone, Debug)]
enum Edit {
    Insert(Index, &'static str),
    Remove(Index, usize),
    Repeat(Index, usize, usize),
}

fn edit() -> impl Strategy<Value = Edit> {
    prop_oneof![
        4 => (any::<Index>(), select(&PIECES[..])).prop_map(|(at, piece)| Edit::Insert(at, piece)),
        2 => (any::<Index>(), 1..30_usize).prop_map(|(at, length)| Edit::Remove(at, length)),
        1 => (any::<Index>(), 1..12_usize, 2..200_usize).prop_map(|(at, length, times)| Edit::Repeat(at, length, times)),
    ]
}

fn edited(text: &str, edits: &[Edit]) -> String {
    let mut characters: Vec<char> = text.chars().collect();
    for edit in edits {
        let count = characters.len();
        let (at, remove, insert): (usize, usize, Vec<char>) = match edit {
            Edit::Insert(at, piece) => (at.index(count + 1), 0, piece.chars().collect()),
            Edit::Remove(at, length) => (at.index(count + 1), *length, Vec::new()),
            Edit::Repeat(at, length, times) => {
                let at = at.index(count + 1);
                let piece = &characters[at..count.min(at + length)];
                (at, 0, piece.repeat(*times))
            }
        };
        characters.splice(at..count.min(at + remove), insert);
    }
    characters.into_iter().collect()
}

fn odd() -> impl Strategy<Value = Value> {
    prop_oneof![
        select(vec![
            json!(null),
            json!(true),
            json!(-1),
            json!(u64::MAX),
            json!(i64::MIN),
            json!(1e308),
            json!(0.5),
            json!(""),
            json!([]),
            json!({}),
            json!(["a", ["b"]]),
            json!({ "": { "a": 1 } }),
            json!("\u{202e}![p](https://evil.example/t.png)\u{9b}"),
            json!("https:<//evil.example/"),
            json!("//192.168.0.1/x?y#z"),
            json!("a".repeat(5_000)),
        ]),
        ".{0,40}".prop_map(Value::from),
        any::<u16>().prop_map(Value::from),
    ]
}

/// Every place in a piece of JSON, as pointers (RFC 6901).
fn places(value: &Value, at: &str, found: &mut Vec<String>) {
    found.push(at.to_owned());
    match value {
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                places(item, &format!("{at}/{index}"), found);
            }
        }
        Value::Object(members) => {
            for (name, member) in members {
                let name = name.replace('~', "~0").replace('/', "~1");
                places(member, &format!("{at}/{name}"), found);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// The text with other members in it, where it is JSON.
fn with_members(text: &str, members: &[(Index, Value)]) -> String {
    let Ok(mut json) = serde_json::from_str::<Value>(text) else {
        return text.to_owned();
    };
    for (at, member) in members {
        let mut all = Vec::new();
        places(&json, "", &mut all);
        if let Some(place) = json.pointer_mut(&all[at.index(all.len())]) {
            *place = member.clone();
        }
    }
    json.to_string()
}

fn given_to(reader: &Reader) -> impl Strategy<Value = String> + use<> {
    let seeds = (reader.seeds)();
    let edits = prop::collection::vec(edit(), 0..6);
    let members = prop::collection::vec((any::<Index>(), odd()), 1..4);
    prop_oneof![
        3 => (select(seeds.clone()), edits).prop_map(|(seed, edits)| edited(&seed, &edits)),
        3 => (select(seeds), members).prop_map(|(seed, members)| with_members(&seed, &members)),
        1 => "(?s).{0,300}",
    ]
}

fn checked(name: &str) {
    let reader = READERS.iter().find(|reader| reader.name == name).unwrap();
    for seed in (reader.seeds)() {
        (reader.check)(&seed);
    }
    let config = Config {
        cases: CASES,
        failure_persistence: None,
        ..Config::default()
    };
    // The same texts in every run: what nobody has seen yet is left to the fuzzer.
    let chance = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    TestRunner::new_with_rng(config, chance)
        .run(&given_to(reader), |text| {
            (reader.check)(&text);
            Ok(())
        })
        .unwrap();
}

/// A test for each reader, so that they run side by side.
macro_rules! readers {
    ($($test:ident: $name:literal,)+) => {
        $(
            #[test]
            fn $test() {
                checked($name);
            }
        )+
        const TESTED: &[&str] = &[$($name),+];
    };
}

readers! {
    a_target_is_safe_and_is_read_as_it_is_written: "target",
    a_resolvers_answer_is_addresses_or_nothing: "doh",
    a_trace_is_a_clock_and_a_country: "trace",
    an_orders_answer_leads_to_the_service_alone: "globalping-order",
    a_measurement_is_plain_words_and_leads_nowhere_private: "globalping-results",
    a_summary_is_one_plain_line: "summary",
    a_statement_is_bounded_and_is_read_as_it_is_written: "statement",
    a_message_is_read_as_it_is_written: "message",
    an_attribute_stays_in_its_place: "attributes",
    a_policy_that_is_mended_lets_the_widget_in: "policy",
    a_history_is_a_week_and_is_read_as_it_is_written: "history",
    a_record_leads_to_a_verdict_that_holds_together: "record",
    a_log_is_explained_by_its_own_lines: "log",
    a_mistake_is_on_a_line_of_the_configuration: "configuration",
}

#[test]
fn every_reader_has_its_test_and_its_target_for_the_fuzzer() {
    let names: Vec<&str> = READERS.iter().map(|reader| reader.name).collect();
    assert_eq!(names, TESTED);
    let fuzz = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz");
    let manifest = fs::read_to_string(fuzz.join("Cargo.toml")).unwrap();
    let targets = fs::read_dir(fuzz.join("fuzz_targets")).unwrap();
    let targets: BTreeSet<String> = targets
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    let wanted: BTreeSet<String> = names.iter().map(|name| format!("{name}.rs")).collect();
    assert_eq!(targets, wanted);
    for name in names {
        let bin = format!("[[bin]]\nname = \"{name}\"\npath = \"fuzz_targets/{name}.rs\"\n");
        assert!(manifest.contains(&bin), "fuzz/Cargo.toml has no {name}");
        let text = fs::read_to_string(fuzz.join(format!("fuzz_targets/{name}.rs"))).unwrap();
        let call =
            format!("fuzz_target!(|bytes: &[u8]| whichside_readers::check(\"{name}\", bytes));");
        assert!(
            text.contains(&call),
            "fuzz_targets/{name}.rs gives its bytes to another reader"
        );
    }
}

//! What holds for every remedy, whoever asks.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::collections::BTreeSet;

use whichside_diagnosis::{Cause, Remedy, advice};
use whichside_guide::visitor::{Browser, System, Visitor};
use whichside_guide::{Instructions, Loss, json, remedies, steps};

#[test]
fn every_visitor_gets_steps_for_every_remedy() {
    for &remedy in Remedy::ALL {
        for visitor in Visitor::grid() {
            let steps = steps(remedy, visitor);
            assert!(
                steps.len() >= 2,
                "{} for {visitor:?}: {steps:?}",
                remedy.id()
            );
            let different: BTreeSet<_> = steps.iter().collect();
            assert_eq!(
                different.len(),
                steps.len(),
                "{} for {visitor:?}",
                remedy.id()
            );
        }
    }
}

#[test]
fn whatever_is_turned_off_is_turned_on_again() {
    for &remedy in Remedy::ALL {
        if remedies::words(remedy).loss == Loss::Protection {
            for visitor in Visitor::grid() {
                let all = steps(remedy, visitor).join(" ");
                assert!(
                    all.contains("on again") || all.contains("back on"),
                    "{}: {all}",
                    remedy.id()
                );
            }
        }
    }
    for &system in System::ALL {
        let all = steps(
            Remedy::ChangeResolver,
            Visitor {
                browser: None,
                system: Some(system),
            },
        );
        assert!(all.last().unwrap().contains("set it back"), "{all:?}");
    }
}

#[test]
fn nobody_is_told_to_install_software() {
    for &remedy in Remedy::ALL {
        for step in Visitor::grid().flat_map(|visitor| steps(remedy, visitor)) {
            let step = step.to_lowercase();
            for words in [
                "download",
                "install a",
                "install an",
                "install the",
                "app store",
            ] {
                assert!(
                    !step.contains(words) || step.contains("downloads"),
                    "{step}"
                );
            }
        }
    }
}

#[test]
fn menus_are_those_of_the_browser_and_system_before_the_visitor() {
    use Browser::{Chrome, Edge, Firefox, Opera, Safari, SamsungInternet};
    use System::{Android, Ios, Linux, Macos, Windows};
    for (remedy, browser, system, says, never) in [
        (
            Remedy::PrivateWindow,
            Firefox,
            Windows,
            "Ctrl + Shift + P",
            "Cmd",
        ),
        (
            Remedy::PrivateWindow,
            Chrome,
            Macos,
            "Cmd + Shift + N",
            "Ctrl",
        ),
        (
            Remedy::PrivateWindow,
            SamsungInternet,
            Android,
            "Secret mode",
            "Ctrl",
        ),
        (
            Remedy::PrivateWindow,
            Edge,
            Windows,
            "InPrivate",
            "Incognito",
        ),
        (Remedy::Reload, Safari, Macos, "Cmd + Option + R", "Ctrl"),
        (Remedy::Reload, Chrome, Windows, "F5", "Cmd"),
        (Remedy::ClearSiteData, Safari, Ios, "Website Data", "Ctrl"),
        (
            Remedy::ClearSiteData,
            Safari,
            Macos,
            "Manage Website Data",
            "swipe",
        ),
        (
            Remedy::ClearSiteData,
            Firefox,
            Linux,
            "Clear cookies and site data",
            "⋮",
        ),
        (
            Remedy::ClearSiteData,
            SamsungInternet,
            Android,
            "Sites and downloads",
            "Ctrl",
        ),
        (
            Remedy::ChangeResolver,
            Firefox,
            Android,
            "one.one.one.one",
            "Hardware properties",
        ),
        (
            Remedy::ChangeResolver,
            Edge,
            Windows,
            "Use secure DNS",
            "Private DNS",
        ),
        (
            Remedy::ChangeResolver,
            Safari,
            Ios,
            "Configure DNS",
            "secure DNS",
        ),
        (
            Remedy::FlushDns,
            Opera,
            Windows,
            "ipconfig /flushdns",
            "dscacheutil",
        ),
        (Remedy::FlushDns, Safari, Macos, "dscacheutil", "ipconfig"),
        (
            Remedy::FlushDns,
            Firefox,
            Linux,
            "resolvectl flush-caches",
            "ipconfig",
        ),
        (
            Remedy::ExtensionsOff,
            Chrome,
            Linux,
            "chrome://extensions",
            "edge://",
        ),
        (
            Remedy::ExtensionsOff,
            Chrome,
            Android,
            "has no extensions",
            "chrome://",
        ),
        (
            Remedy::UpdateBrowser,
            Safari,
            Ios,
            "Software Update",
            "Help",
        ),
        (
            Remedy::UpdateBrowser,
            Firefox,
            Linux,
            "software updates",
            "About Firefox",
        ),
        (Remedy::VpnOff, Safari, Macos, "Private Relay", "taskbar"),
        (
            Remedy::SetClock,
            Chrome,
            Android,
            "General management",
            "Time & language",
        ),
    ] {
        let all = steps(remedy, Visitor::of(browser, system)).join(" ");
        assert!(
            all.contains(says),
            "{} for {browser:?} on {system:?}: {all}",
            remedy.id()
        );
        assert!(
            !all.contains(never),
            "{} for {browser:?} on {system:?}: {all}",
            remedy.id()
        );
    }
}

#[test]
fn a_remedy_fixes_the_causes_that_advise_it_and_every_remedy_has_one() {
    for &remedy in Remedy::ALL {
        let fixes = remedies::fixes(remedy);
        assert!(!fixes.is_empty(), "{} is for nothing", remedy.id());
        for &cause in Cause::ALL {
            assert_eq!(
                fixes.contains(&cause),
                advice::for_cause(cause).contains(&remedy)
            );
        }
    }
}

#[test]
fn the_file_gives_the_page_exactly_these_remedies() {
    let file = json::render(&whichside_diagnosis::words::Words::english());
    let read = Instructions::read(&file, "en").unwrap();
    for &remedy in Remedy::ALL {
        let words = remedies::words(remedy);
        for visitor in Visitor::grid() {
            let how = read.of(remedy, visitor).unwrap();
            let steps = steps(remedy, visitor);
            assert_eq!(how.steps, steps, "{} for {visitor:?}", remedy.id());
            assert_eq!((how.why, how.tells), (words.why, words.tells));
            match words.loss {
                Loss::Nothing => assert_eq!(how.loss, None),
                loss @ (Loss::SignedOut
                | Loss::Connection
                | Loss::Setting
                | Loss::Protection
                | Loss::OpenTabs) => assert_eq!(how.loss, Some(loss.text())),
            }
        }
        let same = Visitor::grid()
            .all(|visitor| steps(remedy, visitor) == steps(remedy, Visitor::default()));
        let how = read.of(remedy, Visitor::default()).unwrap();
        assert_eq!(how.varies, !same, "{}", remedy.id());
    }
    for &system in System::ALL {
        assert_eq!(read.system(system), Some(system.name()));
    }
}

#[test]
fn every_pair_that_exists_has_every_remedy_in_the_file() {
    let file = json::render(&whichside_diagnosis::words::Words::english());
    let read = Instructions::read(&file, "en").unwrap();
    assert!(Visitor::pairs().count() > 20);
    for (browser, system) in Visitor::pairs() {
        for &remedy in Remedy::ALL {
            let how = read.of(remedy, Visitor::of(browser, system)).unwrap();
            assert!(how.steps.len() > 1, "{} for {browser:?}", remedy.id());
        }
    }
}

#[test]
fn a_file_that_is_not_whole_is_none() {
    let file = json::render(&whichside_diagnosis::words::Words::english());
    assert!(
        Instructions::read(&file, "de").is_none(),
        "another language"
    );
    for (right, wrong) in [
        ("\"version\":2", "\"version\":1"),
        ("[\"Windows\",", "["),
        ("\"id\":\"reload\"", "\"id\":\"load\""),
        ("\"lists\":[[", "\"lists\":[[],["),
        ("\"how\":[0", "\"how\":[1000000"),
        ("\"how\":[", "\"how\":[-1,"),
    ] {
        assert!(file.contains(right), "{right}");
        let changed = file.replacen(right, wrong, 1);
        assert!(Instructions::read(&changed, "en").is_none(), "{wrong}");
    }
    for length in (0..file.len()).step_by(997) {
        let part = file.get(..length).unwrap_or_default();
        assert!(Instructions::read(part, "en").is_none(), "{length} bytes");
    }
}

#[test]
fn what_is_typed_as_it_stands_is_marked_on_both_sides() {
    for text in whichside_guide::texts() {
        assert_eq!(text.matches('`').count() % 2, 0, "{text}");
    }
}

#[test]
fn the_file_is_light_enough_for_a_poor_connection() {
    let file = json::render(&whichside_diagnosis::words::Words::english());
    let mut compressed = Vec::new();
    brotli::BrotliCompress(
        &mut file.as_bytes(),
        &mut compressed,
        &brotli::enc::BrotliEncoderParams::default(),
    )
    .unwrap();
    println!("{} bytes, {} by brotli", file.len(), compressed.len());
    assert!(compressed.len() <= 12_000, "{} bytes", compressed.len());
}

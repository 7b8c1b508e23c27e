//! What holds for every remedy, whoever asks.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::collections::BTreeSet;

use whichside_diagnosis::{Cause, Remedy, advice};
use whichside_guide::visitor::{Browser, System, Visitor};
use whichside_guide::{Loss, json, remedies, steps};

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
fn the_file_gives_the_page_exactly_these_steps() {
    let file: serde_json::Value =
        serde_json::from_str(&json::render(&whichside_guide::Language::english())).unwrap();
    let columns = file["systems"].as_array().unwrap().len() + 1;
    assert_eq!(
        file["browsers"].as_array().unwrap().len(),
        Browser::ALL.len()
    );
    for (entry, &remedy) in file["remedies"].as_array().unwrap().iter().zip(Remedy::ALL) {
        assert_eq!(entry["id"], remedy.id());
        assert_eq!(entry["title"], remedies::words(remedy).title);
        assert!(file["losses"][entry["loss"].as_str().unwrap()].is_string());
        for visitor in Visitor::grid() {
            // As the module's head tells a reader to do it.
            let row = visitor.browser.map_or(Browser::ALL.len(), |browser| {
                Browser::ALL.iter().position(|one| *one == browser).unwrap()
            });
            let column = visitor.system.map_or(System::ALL.len(), |system| {
                System::ALL.iter().position(|one| *one == system).unwrap()
            });
            let how = entry["how"].as_array().unwrap();
            let cell = if how.len() == 1 {
                0
            } else {
                row * columns + column
            };
            let list = usize::try_from(how[cell].as_u64().unwrap()).unwrap();
            let read: Vec<&str> = file["lists"][list]
                .as_array()
                .unwrap()
                .iter()
                .map(|text| {
                    file["texts"][usize::try_from(text.as_u64().unwrap()).unwrap()]
                        .as_str()
                        .unwrap()
                })
                .collect();
            assert_eq!(
                read,
                steps(remedy, visitor),
                "{} for {visitor:?}",
                remedy.id()
            );
        }
    }
    assert_eq!(
        file["remedies"].as_array().unwrap().len(),
        Remedy::ALL.len()
    );
}

#[test]
fn the_file_is_light_enough_for_a_poor_connection() {
    let file = json::render(&whichside_guide::Language::english());
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

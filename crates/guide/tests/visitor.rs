//! The visitor's browser and system are told from what the browser says of itself.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

use proptest::prelude::*;
use whichside_guide::visitor::{Browser, Hints, System, Visitor, detect};

use Browser::{Chrome, Edge, Firefox, Opera, Safari, SamsungInternet};
use System::{Android, ChromeOs, Ios, Linux, Macos, Windows};

#[test]
fn browsers_of_today_are_known_by_their_user_agent_alone() {
    for (browser, system, agent) in [
        (
            Some(Chrome),
            Some(Windows),
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36",
        ),
        (
            Some(Chrome),
            Some(Macos),
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36",
        ),
        (
            Some(Chrome),
            Some(Linux),
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36",
        ),
        (
            Some(Chrome),
            Some(ChromeOs),
            "Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36",
        ),
        (
            Some(Chrome),
            Some(Android),
            "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Mobile Safari/537.36",
        ),
        (
            Some(Chrome),
            Some(Ios),
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/143.0.7499.108 Mobile/15E148 Safari/604.1",
        ),
        (
            Some(Edge),
            Some(Windows),
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36 Edg/143.0.0.0",
        ),
        (
            Some(Edge),
            Some(Macos),
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36 Edg/143.0.0.0",
        ),
        (
            Some(Edge),
            Some(Android),
            "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Mobile Safari/537.36 EdgA/143.0.0.0",
        ),
        (
            Some(Edge),
            Some(Ios),
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 EdgiOS/143.0.3650.75 Mobile/15E148 Safari/605.1.15",
        ),
        (
            Some(Firefox),
            Some(Windows),
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:146.0) Gecko/20100101 Firefox/146.0",
        ),
        (
            Some(Firefox),
            Some(Macos),
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:146.0) Gecko/20100101 Firefox/146.0",
        ),
        (
            Some(Firefox),
            Some(Linux),
            "Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:146.0) Gecko/20100101 Firefox/146.0",
        ),
        (
            Some(Firefox),
            Some(Android),
            "Mozilla/5.0 (Android 16; Mobile; rv:146.0) Gecko/146.0 Firefox/146.0",
        ),
        (
            Some(Firefox),
            Some(Ios),
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) FxiOS/146.0 Mobile/15E148 Safari/605.1.15",
        ),
        (
            Some(Safari),
            Some(Macos),
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Safari/605.1.15",
        ),
        (
            Some(Safari),
            Some(Ios),
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Mobile/15E148 Safari/604.1",
        ),
        (
            Some(SamsungInternet),
            Some(Android),
            "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/29.0 Chrome/136.0.0.0 Mobile Safari/537.36",
        ),
        (
            Some(SamsungInternet),
            Some(Android),
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/29.0 Chrome/136.0.0.0 Safari/537.36",
        ),
        (
            Some(Opera),
            Some(Windows),
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 OPR/126.0.0.0",
        ),
        (
            Some(Opera),
            Some(Android),
            "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36 OPR/92.0.0.0",
        ),
        (
            Some(Opera),
            Some(Ios),
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 OPT/5.4.0 Mobile/15E148 Safari/604.1",
        ),
        // What another maker's browser or an app opens has menus of its own.
        (
            None,
            Some(Android),
            "Mozilla/5.0 (Linux; Android 15; SM-S921B Build/AP3A.240905.015; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/143.0.7499.34 Mobile Safari/537.36",
        ),
        (
            None,
            Some(Ios),
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148",
        ),
        (
            None,
            Some(Ios),
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 [FBAN/FBIOS;FBAV/530.0.0.37.106]",
        ),
        (
            None,
            Some(Windows),
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 YaBrowser/25.10.0.0 Safari/537.36",
        ),
        (
            None,
            Some(Windows),
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/30.0 Chrome/138.0.0.0 Safari/537.36",
        ),
        (
            Some(Firefox),
            None,
            "Mozilla/5.0 (Mobile; rv:48.0; A405DL) Gecko/48.0 Firefox/48.0 KAIOS/2.5",
        ),
        (None, None, "curl/8.14.1"),
        (None, None, ""),
    ] {
        assert_eq!(
            detect(agent, &Hints::default()),
            Visitor { browser, system },
            "{agent}"
        );
    }
}

#[test]
fn client_hints_say_more_than_the_user_agent() {
    const CHROME_LINUX: &str = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36";
    for (browser, system, brands, platform, mobile) in [
        (
            Some(Chrome),
            Some(Linux),
            &["Google Chrome", "Chromium", "Not A(Brand"][..],
            Some("Linux"),
            Some(false),
        ),
        (
            Some(Chrome),
            Some(Linux),
            &["Chromium", "Not)A;Brand"],
            Some("Linux"),
            Some(false),
        ),
        (
            Some(Edge),
            Some(Windows),
            &["Microsoft Edge", "Chromium", "Not A(Brand"],
            Some("Windows"),
            Some(false),
        ),
        (
            Some(Opera),
            Some(Macos),
            &["Opera", "Chromium", "Not A(Brand"],
            Some("macOS"),
            Some(false),
        ),
        (
            Some(SamsungInternet),
            Some(Android),
            &["Samsung Internet", "Chromium", "Not.A/Brand"],
            Some("Android"),
            Some(true),
        ),
        (
            Some(Chrome),
            Some(ChromeOs),
            &["Google Chrome", "Chromium"],
            Some("Chrome OS"),
            Some(false),
        ),
        // A phone that shows the desktop site.
        (
            Some(Chrome),
            Some(Android),
            &["Google Chrome", "Chromium"],
            Some("Linux"),
            Some(true),
        ),
        // Brave, and an app's own window.
        (
            None,
            Some(Linux),
            &["Brave", "Chromium", "Not A(Brand"],
            Some("Linux"),
            Some(false),
        ),
        (
            None,
            Some(Android),
            &["Android WebView", "Chromium", "Not A(Brand"],
            Some("Android"),
            Some(true),
        ),
    ] {
        let hints = Hints {
            brands,
            platform,
            mobile,
            touch_points: 0,
        };
        assert_eq!(
            detect(CHROME_LINUX, &hints),
            Visitor { browser, system },
            "{brands:?}"
        );
    }
}

#[test]
fn an_ipad_that_poses_as_a_mac_is_known_by_its_touch_screen() {
    const SAFARI: &str = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Safari/605.1.15";
    for (touch_points, system) in [(0, Macos), (5, Ios)] {
        let hints = Hints {
            touch_points,
            ..Hints::default()
        };
        assert_eq!(detect(SAFARI, &hints), Visitor::of(Safari, system));
    }
}

#[test]
fn only_pairs_that_exist_are_offered() {
    let pairs: Vec<_> = Visitor::pairs().collect();
    assert_eq!(pairs.len(), 6 + 5 + 5 + 2 + 1 + 5);
    assert!(pairs.contains(&(SamsungInternet, Android)));
    assert!(!pairs.contains(&(Safari, Windows)));
    assert_eq!(Visitor::grid().count(), 49);
}

proptest! {
    #[test]
    fn whatever_a_browser_says_a_browser_that_does_not_exist_is_never_told(
        agent in ".{0,200}", platform in proptest::option::of(".{0,12}"), brand in ".{0,16}", touch_points in any::<u8>(),
    ) {
        let hints = Hints { brands: &[&brand], platform: platform.as_deref(), mobile: None, touch_points };
        let Visitor { browser, system } = detect(&agent, &hints);
        if let (Some(browser), Some(system)) = (browser, system) {
            prop_assert!(browser.runs_on(system));
        }
    }
}

//! Reports are pasted into ticket systems, which make links, pictures and mentions of what looks like one.

#![allow(
    clippy::unwrap_used,
    reason = "a test whose material is missing must fail loudly"
)]

use whichside_diagnosis::observation::Round;
use whichside_diagnosis::outside::{Answer, Place, Sight, Vantage};
use whichside_diagnosis::words::Words;
use whichside_diagnosis::{
    Check, Millis, Outcome, Probe, Setting, Target, UrlParts, lenient, report,
};

const HOSTILE: &str = "/![p](https://evil.example/t.png)<b>@everyone</b>`|*\u{202e}\u{2028}\u{9b}";

/// Both forms of the report, with all that it can hold.
fn whole_report() -> [String; 2] {
    let parts = UrlParts {
        scheme: "https".into(),
        host: "[2606:4700::1111]".into(),
        path: "/![p](https://evil.example/t.png)".into(),
        query: Some("q=![p](https://evil.example/t.png)".into()),
        ..UrlParts::default()
    };
    let mut check = Check::new(Target::new(parts, "").unwrap().0, Setting::default());
    let saw = Sight::Answer(Answer {
        code: 302,
        location: Some(HOSTILE.to_owned()),
        ..Answer::default()
    });
    let vantage = Vantage {
        place: Place::default(),
        saw,
        took: None,
    };
    check.observe(
        Probe::Vantage(Round::ALL[0], 0),
        Outcome::Vantage(vantage),
        Millis(9),
    );
    let browser = report::BrowserInfo::default();
    [
        report::json(&check, "", &browser, false),
        report::text(&Words::english(), &check, "", &browser, false),
    ]
}

#[test]
fn an_address_in_a_report_is_plain_text_in_any_ticket_system() {
    for report in whole_report() {
        assert!(report.contains("[2606:4700::1111]"), "{report}");
        for markup in ["![", "](", "<b>", "@everyone", "`", "|*"] {
            assert!(!report.contains(markup), "{markup} stands in {report}");
        }
        let unseen = report
            .chars()
            .find(|character| *character != '\n' && lenient::is_unseen(*character));
        assert_eq!(unseen, None, "{report}");
    }
}

//! What the page keeps on the device, and what it hands over to its parts: anybody's hand may have been at it.

use whichside_diagnosis::words::{self, Words};
use whichside_diagnosis::{
    Cause, Check, CheckRecord, History, Millis, Outcome, Probe, Side, advice, lines, path, report,
};
use whichside_embed::ToHost;

use crate::services::shop;
use crate::{Reader, texts};

/// The failures of the last week.
pub const HISTORY: Reader = Reader {
    name: "history",
    seeds: || {
        texts(&[
            r#"[{"hour":1000,"origin":"https://shop.example","cause":"bad-gateway"},{"hour":1001,"origin":"https://shop.example","cause":"path"}]"#,
            r#"[{"hour":900,"origin":"https://other.example","cause":"dns-local"}]"#,
        ])
    },
    check: history,
};

fn history(text: &str) {
    let now = 1_010;
    let history = History::read(text, now);
    assert_eq!(History::read(&history.text(), now), history);
    let kept = history.of("https://shop.example");
    assert!(kept.len() <= 200);
    assert!(
        kept.iter()
            .all(|cause| matches!(cause.side(), Side::Yours | Side::Theirs))
    );
    // A week is a week, and what stands in the future is dropped.
    assert!(History::read(&history.text(), now + 168).is_empty());
    let mut noted = history.clone();
    noted.note(now, "https://shop.example", Cause::BadGateway);
    assert_eq!(History::read(&noted.text(), now), noted);
}

/// The record of a check, as a part of the page takes it.
pub const RECORD: Reader = Reader {
    name: "record",
    seeds: records,
    check: |text| {
        let Ok(record) = serde_json::from_str::<CheckRecord>(text) else {
            return;
        };
        let written = serde_json::to_string(&record).unwrap_or_default();
        let check = Check::from(record);
        let read: Option<CheckRecord> = serde_json::from_str(&written).ok();
        assert_eq!(read.as_ref(), Some(check.record()));
        holds_together(&check);
    },
};

fn records() -> Vec<String> {
    let mut check = shop();
    let empty = serde_json::to_string(check.record());
    check.next_probes(Millis(0));
    for (probe, outcome) in [
        (Probe::Link, Outcome::Link(true)),
        (Probe::Oracle, Outcome::Sound(true)),
        (Probe::Fetch, Outcome::Failed),
        (Probe::Commit, Outcome::Silent),
    ] {
        check.observe(probe, outcome, Millis(40));
    }
    let full = serde_json::to_string(check.record());
    [empty, full].into_iter().flatten().collect()
}

/// What holds for every check, whatever was observed.
pub fn holds_together(check: &Check) {
    let verdict = check.verdict();
    assert!((0.0..=1.0).contains(&verdict.confidence.fraction()));
    assert!(verdict.cause_confidence.fraction() <= verdict.confidence.fraction());
    assert_eq!(verdict.cause.side(), verdict.side);
    if verdict.evidence.is_empty() {
        assert_eq!(
            (verdict.side, verdict.confidence.fraction()),
            (Side::Unknown, 0.0)
        );
    }
    let english = Words::english();
    let mut shown = words::explanation(&english, check, verdict, false);
    shown.extend(
        path::hops(check.record(), verdict)
            .iter()
            .map(|hop| format!("{hop:?}")),
    );
    shown.extend(
        lines::lines(&english, check.record())
            .iter()
            .map(|line| line.text.to_string()),
    );
    shown.extend(
        advice::for_visitor(verdict, &[])
            .iter()
            .map(|remedy| remedy.id()),
    );
    let browser = report::BrowserInfo::default();
    // Redacted it tells of no path and no query.
    for report in [
        report::json(check, "", &browser, true),
        report::text(&english, check, "", &browser, true),
    ] {
        assert!(!report.contains("s3cr3t"), "{report}");
        shown.push_str(&report);
    }
    assert!(shown.len() < 400_000, "{} bytes are shown", shown.len());
    let message = ToHost::Verdict {
        target: check.target(),
        done: true,
        verdict,
    };
    let message: serde_json::Value = serde_json::from_str(&message.text()).unwrap_or_default();
    assert!(
        verdict.side == Side::Theirs || message["cause"] == Cause::Unclear.id(),
        "{message}"
    );
}

//! The judge: what the page said, against what a fair judge accepts. Pure.

use serde::{Deserialize, Serialize};
use whichside_calibration::judgement::Judgement;
use whichside_calibration::score::CONFIDENT;

use crate::visit::{OwnWord, Shown};

/// Requests that reached the target or its twin, told apart by who sent them.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Requests {
    /// From the visitor's browser.
    pub visitor: usize,
    /// From outside vantages.
    pub outside: usize,
    /// From the visitor's browser, but no HTTP: WebRTC's knocking on the same port, which asks nothing of
    /// the site.
    pub not_http: usize,
}

/// What the side at the end came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum End {
    /// It is accepted.
    Right,
    /// None was named though one could be: no help, but no wrong either.
    Unknown,
    /// Another was named, or nothing was said.
    Wrong,
}

/// The judgement of one visit.
#[derive(Debug, Serialize)]
pub struct Judged {
    /// The side at the end, with what the visitor answered.
    pub end: End,
    /// The side before the visitor was asked.
    pub unasked: End,
    /// The cause at the end was right.
    pub cause_right: bool,
    /// A wrong side was shown with confidence, at any time.
    pub confidently_wrong: bool,
    /// Milliseconds until a side was first named.
    pub first_ms: Option<f64>,
    /// Milliseconds until the check was done.
    pub done_ms: Option<f64>,
    /// The verdict at the end.
    pub verdict: Option<Shown>,
    /// Why the run did not pass; empty: it did. Sides left unknown and wrong causes are counted over the
    /// whole run.
    pub failures: Vec<String>,
}

/// Judges what was `shown`. What left the browser is judged by the egress contract.
pub fn judge(shown: &[Shown], accepted: &Judgement) -> Judged {
    let mut failures = Vec::new();
    let done = shown.iter().find(|verdict| verdict.state == "done");
    // What the visitor answers comes after the check is done.
    let last = shown.last();
    let unasked = done
        .or(last)
        .map_or(End::Wrong, |verdict| end(verdict, accepted));
    let end = last.map_or(End::Wrong, |verdict| end(verdict, accepted));
    let cause_right =
        end == End::Right && last.is_some_and(|verdict| accepted.causes.contains(&verdict.cause));

    failures.extend(shown.iter().find_map(breach_of_contract));
    match (done, last) {
        (None, None) => failures.push("nothing was shown after the click".to_owned()),
        (None, Some(_)) => failures.push("the check was never done".to_owned()),
        (Some(verdict), _) if end == End::Wrong => failures.push(format!(
            "wrong side: {}, not {}",
            verdict.side,
            accepted.sides.join(" or ")
        )),
        (Some(_), _) => {}
    }
    let wrong = shown
        .iter()
        .find(|verdict| is_confidently_wrong(verdict, accepted));
    if let Some(verdict) = wrong {
        failures.push(format!(
            "confidently wrong: {} ({}) with {} at {:.0} ms",
            verdict.side, verdict.cause, verdict.confidence, verdict.ms
        ));
    }
    let first = shown.iter().find(|verdict| verdict.names_a_side()).or(done);
    Judged {
        end,
        unasked,
        cause_right,
        confidently_wrong: wrong.is_some(),
        first_ms: first.map(|verdict| verdict.ms),
        done_ms: done.map(|verdict| verdict.ms),
        verdict: last.cloned(),
        failures,
    }
}

fn end(verdict: &Shown, accepted: &Judgement) -> End {
    if accepted.sides.contains(&verdict.side) {
        End::Right
    } else if verdict.side == "unknown" {
        End::Unknown
    } else {
        End::Wrong
    }
}

/// `unknown` claims nothing: while a check runs it is never wrong, and at its end the accepted sides say
/// whether it may stand.
fn is_confidently_wrong(verdict: &Shown, accepted: &Judgement) -> bool {
    end(verdict, accepted) == End::Wrong
        && verdict
            .sureness()
            .is_some_and(|confidence| confidence >= CONFIDENT)
}

fn breach_of_contract(verdict: &Shown) -> Option<String> {
    let probability = |text: &str| {
        text.parse::<f64>()
            .is_ok_and(|value| (0.0..=1.0).contains(&value))
    };
    let wrong = if !matches!(verdict.state.as_str(), "idle" | "running" | "done") {
        ("data-state", &verdict.state)
    } else if !matches!(
        verdict.side.as_str(),
        "yours" | "theirs" | "works" | "unknown"
    ) {
        ("data-side", &verdict.side)
    } else if !probability(&verdict.confidence) {
        ("data-confidence", &verdict.confidence)
    } else if !probability(&verdict.cause_confidence) {
        ("data-cause-confidence", &verdict.cause_confidence)
    } else if verdict.cause.is_empty() {
        ("data-cause", &verdict.cause)
    } else {
        return None;
    };
    Some(format!(
        "breach of the page's contract at {:.0} ms: {}=\"{}\"",
        verdict.ms, wrong.0, wrong.1
    ))
}

/// Judges what stands there as the site's own word: all that is expected, nothing where nothing is, and no markup.
pub fn own_word(expected: &[String], seen: &OwnWord) -> Vec<String> {
    let mut failures = Vec::new();
    let is_said = seen.course == "said";
    if is_said == expected.is_empty() || is_said == seen.text.is_empty() {
        failures.push(format!(
            "the site's own word is {:?}: {:?}",
            seen.course, seen.text
        ));
    }
    for text in expected {
        if !seen.text.contains(text) && !seen.links.contains(text) {
            failures.push(format!("{text:?} is not shown in {:?}", seen.text));
        }
    }
    let strangers = seen
        .links
        .iter()
        .filter(|link| !expected.contains(link))
        .chain(&seen.foreign);
    failures.extend(strangers.map(|stranger| format!("{stranger} stands in the site's own word")));
    failures
}

#[cfg(test)]
mod tests {
    use super::*;

    fn accepted() -> Judgement {
        serde_json::from_str(
            r#"{"url":"https://shop.example/","sides":["theirs"],"causes":["bad-gateway"]}"#,
        )
        .unwrap()
    }

    fn shown(ms: f64, state: &str, side: &str, cause: &str, confidence: &str) -> Shown {
        Shown {
            ms,
            state: state.into(),
            side: side.into(),
            cause: cause.into(),
            confidence: confidence.into(),
            cause_confidence: "0.50".into(),
        }
    }

    fn begin() -> Shown {
        shown(1.0, "running", "unknown", "unclear", "0.95")
    }

    fn right() -> Shown {
        shown(900.0, "done", "theirs", "bad-gateway", "0.97")
    }

    #[test]
    fn a_right_verdict_passes_with_its_times() {
        let first = shown(300.0, "running", "theirs", "http-error", "0.70");
        let judged = judge(&[begin(), first, right()], &accepted());
        assert!(judged.failures.is_empty() && judged.cause_right);
        assert_eq!(judged.first_ms, Some(300.0));
        assert_eq!(judged.done_ms, Some(900.0));
    }

    #[test]
    fn a_wrong_side_at_the_end_fails() {
        let end = shown(900.0, "done", "yours", "path", "0.40");
        let judged = judge(&[begin(), end], &accepted());
        assert!(judged.end == End::Wrong && !judged.confidently_wrong);
        assert_eq!(judged.failures.len(), 1);
    }

    #[test]
    fn not_knowing_is_no_failure_and_not_right() {
        let end = shown(900.0, "done", "unknown", "unclear", "0.90");
        let judged = judge(&[begin(), end.clone()], &accepted());
        assert!(judged.end == End::Unknown && judged.failures.is_empty());
        assert!(!judged.cause_right && !judged.confidently_wrong);
        let mut fair = accepted();
        fair.sides.push("unknown".into());
        assert_eq!(judge(&[end], &fair).end, End::Right);
    }

    #[test]
    fn a_wrong_side_shown_with_confidence_fails_even_when_taken_back() {
        for (confidence, wrong) in [("0.80", true), ("0.79", false)] {
            let early = shown(200.0, "running", "works", "healthy", confidence);
            let judged = judge(&[early, right()], &accepted());
            assert_eq!(judged.confidently_wrong, wrong, "{confidence}");
            assert_eq!(judged.failures.is_empty(), !wrong);
        }
    }

    #[test]
    fn a_right_cause_of_the_wrong_side_does_not_count() {
        let end = shown(900.0, "done", "yours", "bad-gateway", "0.40");
        assert!(!judge(&[end], &accepted()).cause_right);
    }

    #[test]
    fn a_check_that_never_ends_fails() {
        let judged = judge(&[begin()], &accepted());
        assert!(!judged.failures.is_empty() && judged.done_ms.is_none());
        assert!(!judge(&[], &accepted()).failures.is_empty());
    }

    #[test]
    fn words_outside_the_contract_fail() {
        let end = shown(900.0, "done", "theirs", "bad-gateway", "97 %");
        assert!(!judge(&[end], &accepted()).failures.is_empty());
    }

    #[test]
    fn a_sites_own_word_is_shown_where_there_is_one_and_as_text() {
        let seen = |course: &str, text: &str, link: &str, foreign: &str| OwnWord {
            course: course.to_owned(),
            text: text.to_owned(),
            links: Some(link.to_owned())
                .into_iter()
                .filter(|link| !link.is_empty())
                .collect(),
            foreign: Some(foreign.to_owned())
                .into_iter()
                .filter(|name| !name.is_empty())
                .collect(),
        };
        let title = ["It fails".to_owned()];
        for (expected, shown, failures) in [
            (&[][..], seen("nothing", "", "", ""), 0),
            (&title[..], seen("said", "word: It fails", "", ""), 0),
            (&[][..], seen("said", "It fails", "", ""), 1),
            (&title[..], seen("nothing", "", "", ""), 2),
            (
                &title[..],
                seen("said", "It fails", "https://a.example/", ""),
                1,
            ),
            (&title[..], seen("said", "It fails", "", "img"), 1),
        ] {
            assert_eq!(own_word(expected, &shown).len(), failures, "{shown:?}");
        }
    }
}

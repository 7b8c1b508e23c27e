//! The site's own word on an incident, `/.well-known/whichside.json`: whether it is asked for, and what of it is shown. It is the
//! site's claim, never a measurement, and no verdict follows from it. Fetching it is `site_word`'s.

use whichside_diagnosis::observation::Round;
use whichside_diagnosis::outside::Sight;
use whichside_diagnosis::words::Words;
use whichside_diagnosis::{Cause, Check, Outcome, Probe};
use whichside_error_page::WordLabel;
use whichside_error_page::statement::Statement;

use super::findings::Findings;

/// Where a site says it.
const PATH: &str = "/.well-known/whichside.json";

/// A site's own word, as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnWordModel {
    /// What is wrong, in the site's own sentence.
    pub title: Option<String>,
    /// Since when, until when and where.
    pub facts: Vec<String>,
    /// Its links.
    pub links: Vec<LinkModel>,
}

/// A link of the site's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkModel {
    /// What it is, by us.
    pub label: WordLabel,
    /// Its address.
    pub address: String,
    /// The address as a person reads it.
    pub text: String,
}

/// Where the site's word is asked for, once the check has ended: one request to the site itself, which costs it a small file. Only a
/// site that may be heard is asked, and none that wants to be left alone. A site that redirects would redirect this, too.
#[must_use]
pub fn address(findings: &Findings<'_>, check: &Check) -> Option<String> {
    let answered = check.outcome(Probe::Fetch) == Some(&Outcome::Answered);
    let silent = check.outcome(Probe::Fetch) == Some(&Outcome::Silent);
    let asks = match check.verdict().cause {
        Cause::BadGateway
        | Cause::GatewayTimeout
        | Cause::Unavailable
        | Cause::ServerError
        | Cause::EdgeError
        | Cause::HttpError
        | Cause::Intermittent
        | Cause::Slow => answered || silent,
        Cause::NotFound
        | Cause::Placeholder
        | Cause::PartsMissing
        | Cause::PartsBlocked
        | Cause::BrowserState
        | Cause::Healthy
        | Cause::Recovered
        | Cause::Unclear => answered,
        // Nothing of the site arrives here, or somebody else would speak in its place.
        Cause::Offline
        | Cause::NetworkDown
        | Cause::CaptivePortal
        | Cause::FlakyNetwork
        | Cause::DnsLocal
        | Cause::BlockedLocally
        | Cause::Path
        | Cause::TlsInterception
        | Cause::Clock
        | Cause::Outdated
        | Cause::Provider
        | Cause::ProviderBlock
        | Cause::ServerDown
        | Cause::EmptyReply
        | Cause::DnsMissing
        | Cause::DnsBroken
        | Cause::Certificate
        | Cause::PrivateName => false,
        // It sends robots and us away, goes round in circles, or is not to be believed.
        Cause::RefusedYou | Cause::Forbidden | Cause::RedirectLoop | Cause::Flagged => false,
    };
    let asked = check.target().asked_url();
    let (scheme, rest) = asked.split_once("://")?;
    let authority = rest.split(['/', '?']).next()?;
    (findings.ended && !findings.cancelled && asks && !redirects(check))
        .then(|| format!("{scheme}://{authority}{PATH}"))
}

/// Whether outside vantages were sent on from the very address.
fn redirects(check: &Check) -> bool {
    check.record().observations().any(|seen| {
        let Outcome::Vantage(vantage) = &seen.outcome else {
            return false;
        };
        let is_first = matches!(seen.probe, Probe::Vantage(Round::First | Round::Wider, _));
        is_first
            && matches!(&vantage.saw, Sight::Answer(answer) if (300..400).contains(&answer.code))
    })
}

/// What is shown of a site's word; none where it says nothing that helps. `time` writes a time as the visitor reads it.
#[must_use]
pub fn own_word(
    words: &Words,
    said: &Statement,
    time: impl Fn(&str) -> String,
) -> Option<OwnWordModel> {
    let mut facts = Vec::new();
    let incident = said.incident.as_ref();
    if let Some(incident) = incident {
        let mut add = |label, name, value: &str| facts.push(words.fill(label, &[(name, value)]));
        if let Some(started) = &incident.started {
            add(WordLabel::Since, "time", &time(started));
        }
        if let Some(expected) = &incident.expected {
            add(WordLabel::Until, "time", &time(expected));
        }
        if !incident.regions.is_empty() {
            add(WordLabel::Regions, "regions", &incident.regions.join(", "));
        }
    }
    let links: Vec<LinkModel> = [
        (WordLabel::StatusPage, &said.status_page),
        (WordLabel::Support, &said.support),
        (WordLabel::Healthy, &said.healthy_url),
    ]
    .into_iter()
    .filter_map(|(label, address)| Some(link(label, address.as_deref()?)))
    .collect();
    let title = incident.map(|incident| incident.title.clone());
    (title.is_some() || !links.is_empty()).then_some(OwnWordModel {
        title,
        facts,
        links,
    })
}

fn link(label: WordLabel, said: &str) -> LinkModel {
    let address = if said.starts_with("https://") {
        said.to_owned()
    } else {
        format!("mailto:{said}")
    };
    LinkModel {
        label,
        address,
        text: said
            .trim_start_matches("https://")
            .trim_end_matches('/')
            .to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use whichside_diagnosis::outside::{Answer, Place, Vantage};
    use whichside_diagnosis::report::BrowserInfo;
    use whichside_diagnosis::{Millis, Setting, Target, UrlParts};

    use super::*;

    fn shown(text: &str) -> Option<OwnWordModel> {
        let said = Statement::read(text).expect("a statement");
        own_word(&Words::default(), &said, |at| format!("<{at}>"))
    }

    #[test]
    fn a_sites_word_is_its_sentence_with_times_regions_and_links() {
        let model = shown(
            r#"{"schema":1,"incident":{"title":"The checkout fails","started":"2026-05-04T09:30:00Z",
            "expected":"2026-05-04T11:00:00Z","regions":["Europe","Asia"]},"support":"help@shop.example",
            "statusPage":"https://status.shop.example/","healthyUrl":"https://shop.example/alive"}"#,
        );
        let model = model.expect("a word");
        assert_eq!(model.title.as_deref(), Some("The checkout fails"));
        assert_eq!(
            model.facts,
            [
                "Since <2026-05-04T09:30:00Z>",
                "Expected back: <2026-05-04T11:00:00Z>",
                "Where: Europe, Asia"
            ]
        );
        let links: Vec<(&str, &str)> = model
            .links
            .iter()
            .map(|link| (&*link.address, &*link.text))
            .collect();
        assert_eq!(
            links,
            [
                ("https://status.shop.example/", "status.shop.example"),
                ("mailto:help@shop.example", "help@shop.example"),
                ("https://shop.example/alive", "shop.example/alive"),
            ]
        );
    }

    #[test]
    fn a_word_that_says_nothing_is_not_shown() {
        assert_eq!(shown(r#"{"schema":1}"#), None);
        let hostile = r#"{"schema":1,"incident":{"title":"\u202e\n"},"support":"javascript:alert(1)",
            "statusPage":"http://status.shop.example/","healthyUrl":"data:text/html,x"}"#;
        assert_eq!(shown(hostile), None);
    }

    /// Where the word is asked for after a check in which the site answers everybody with this status.
    fn asked_after(code: u16) -> Option<String> {
        let parts = UrlParts {
            scheme: "https".into(),
            host: "shop.example".into(),
            path: "/".into(),
            ..UrlParts::default()
        };
        let (target, _) = Target::new(parts, "whichside.example").expect("a target");
        let mut check = Check::new(target, Setting::default());
        check.next_probes(Millis(0));
        check.observe(Probe::Fetch, Outcome::Answered, Millis(20));
        check.observe(Probe::Status, Outcome::Failed, Millis(30));
        for at in 0..3 {
            let vantage = Vantage {
                place: Place::default(),
                saw: Sight::Answer(Answer {
                    code,
                    ..Answer::default()
                }),
                took: Some(Millis(40)),
            };
            let probe = Probe::Vantage(Round::First, at);
            check.observe(probe, Outcome::Vantage(vantage), Millis(50));
        }
        let findings = Findings {
            record: Cow::Borrowed(check.record()),
            ended: true,
            cancelled: false,
            elapsed: Millis(60),
            started: Cow::Borrowed("2026-11-27T12:00:00Z"),
            browser: Cow::Owned(BrowserInfo::default()),
        };
        address(&findings, &check)
    }

    #[test]
    fn a_site_that_redirects_is_not_asked_since_each_request_costs_it_several() {
        assert!(asked_after(502).is_some());
        assert_eq!(asked_after(301), None);
    }
}

//! An observation as JSON: as the report holds it, and as recorded runs keep it.

use serde::{Deserialize, Serialize};

use crate::doh::DnsAnswer;
use crate::observation::{Measured, Observation, Outcome, Seen};
use crate::outside::{Sight, Vantage};
use crate::target;

/// An observation. What does not belong to its probe and outcome is absent.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ObservationJson {
    /// The probe's kind (`data-probe`).
    pub probe: String,
    /// Which of several probes of a kind, such as `google` or `cloudflare AAAA`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<String>,
    /// The outcome in a word (`data-outcome`).
    pub outcome: String,
    /// When the probe began, in milliseconds since the check's start.
    pub began: u64,
    /// How many milliseconds it took.
    pub took: u64,
    /// The HTTP status that a vantage got or the visitor sees.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<u16>,
    /// The addresses that a resolver found.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub addresses: Option<Vec<String>>,
    /// A DNS response code without a word of its own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<u16>,
    /// By the trace, how many seconds the visitor's clock is ahead.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub skew_seconds: Option<i64>,
    /// The trace's or the vantage's country (ISO 3166).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// By the trace, whether WARP or a company gateway carries the traffic.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tunnelled: Option<bool>,
    /// See [`crate::observation::Ice`], and so for the three that follow.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name_fails: Option<bool>,
    /// A TCP connection stood.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub connects: Option<bool>,
    /// TLS stood.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub secures: Option<bool>,
    /// Both gatherings over TCP completed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub completes: Option<bool>,
    /// The measurement's id; never in a redacted report, as it leads to the results with their path.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The vantage's city and network.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// How many milliseconds the vantage's request took.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ms: Option<u64>,
    /// Who wrote the vantage's answer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub server: Option<String>,
    /// Why the vantage does not trust the certificate.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub distrust: Option<String>,
    /// The vantage got a challenge for robots.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub challenge: Option<bool>,
    /// The page that the vantage got is not the site's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub placeholder: Option<bool>,
    /// Where the vantage was redirected to; never in a redacted report, as it may hold a query.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub location: Option<String>,
    /// The service's words for what it has no code for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
}

/// An observation on one line of JSON, for the curious: nothing is left out.
pub(crate) fn raw(observation: &Observation) -> String {
    serde_json::to_string(&ObservationJson::new(observation, false)).unwrap_or_default()
}

impl ObservationJson {
    /// An observation, with or without what a redacted report leaves out.
    #[must_use]
    pub fn new(observation: &Observation, redacted: bool) -> ObservationJson {
        let instance = observation.probe.spec().instance.to_string();
        let mut json = ObservationJson {
            probe: observation.probe.kind().to_owned(),
            of: Some(instance).filter(|instance| !instance.is_empty()),
            outcome: observation.outcome.word().to_owned(),
            began: observation.began.0,
            took: observation.took.0,
            ..ObservationJson::default()
        };
        match &observation.outcome {
            Outcome::Seen(Seen::Status(code)) => json.status = Some(*code),
            Outcome::Dns(DnsAnswer::Found(addresses)) => json.addresses = Some(addresses.clone()),
            Outcome::Dns(DnsAnswer::Other(code)) => json.code = Some(*code),
            Outcome::Trace(trace) => {
                json.skew_seconds = Some(trace.skew_seconds);
                json.country.clone_from(&trace.country);
                json.tunnelled = Some(trace.tunnelled);
            }
            Outcome::Ice(ice) => {
                json.name_fails = Some(ice.name_fails);
                json.connects = Some(ice.connects);
                json.secures = Some(ice.secures);
                json.completes = Some(ice.completes);
            }
            Outcome::Measured(Measured::Complete { id, .. }) => {
                json.id = (!redacted).then(|| id.clone());
            }
            Outcome::Vantage(vantage) => json.add_vantage(vantage, redacted),
            Outcome::Silent
            | Outcome::Unavailable
            | Outcome::Link(_)
            | Outcome::Seen(
                Seen::Unreachable
                | Seen::NotSecure
                | Seen::Blank
                | Seen::Endless
                | Seen::Dangerous
                | Seen::Puzzle
                | Seen::OtherPage
                | Seen::Redirects,
            )
            | Outcome::Answered
            | Outcome::Opened
            | Outcome::Failed
            | Outcome::Sound(_)
            | Outcome::Dns(DnsAnswer::Empty | DnsAnswer::Missing | DnsAnswer::Broken)
            | Outcome::Measured(Measured::RateLimited | Measured::NoProbes | Measured::Rejected)
            | Outcome::Said(_) => {}
        }
        json
    }

    fn add_vantage(&mut self, vantage: &Vantage, redacted: bool) {
        self.place = Some(vantage.place.label());
        self.country = Some(vantage.place.country.clone());
        self.ms = vantage.took.map(|took| took.0);
        match &vantage.saw {
            Sight::Answer(answer) => {
                self.status = Some(answer.code);
                self.server.clone_from(&answer.server);
                self.distrust.clone_from(&answer.distrust);
                self.placeholder = answer.placeholder.then_some(true);
                self.challenge = answer.challenge.then_some(true);
                let location = answer.location.as_deref().filter(|_| !redacted);
                self.location = location.map(target::plain);
            }
            Sight::Other(words) => self.words = Some(words.clone()),
            Sight::Waiting
            | Sight::Refused
            | Sight::TimedOut
            | Sight::HungUp
            | Sight::NameMissing
            | Sight::NameBroken => {}
        }
    }
}

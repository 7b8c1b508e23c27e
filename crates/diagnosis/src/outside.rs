//! What an outside vantage saw: the words its raw answer is classified into.

use serde::{Deserialize, Serialize};

use crate::millis::Millis;

/// Where a vantage is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Place {
    /// ISO 3166 code of the country, such as `DE`.
    pub country: String,
    /// The city's name.
    pub city: String,
    /// The network's name, such as the provider's.
    pub network: String,
}

impl Place {
    /// The city, or the country where the city is not known.
    #[must_use]
    pub const fn name(&self) -> &str {
        if self.city.is_empty() {
            self.country.as_str()
        } else {
            self.city.as_str()
        }
    }

    /// The place with its network, such as `Berlin · Deutsche Telekom`.
    #[must_use]
    pub fn label(&self) -> String {
        if self.network.is_empty() {
            self.name().to_owned()
        } else {
            format!("{} · {}", self.name(), self.network)
        }
    }
}

/// One vantage and what it saw.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Vantage {
    /// Where it is.
    pub place: Place,
    /// What it saw.
    pub saw: Sight,
    /// How long its request took, where it says so.
    pub took: Option<Millis>,
}

/// What a vantage saw.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Sight {
    /// It is still waiting.
    Waiting,
    /// An HTTP answer.
    Answer(Answer),
    /// The server refused the connection.
    Refused,
    /// Nothing came in its time (10 s).
    TimedOut,
    /// The connection was closed without an answer.
    HungUp,
    /// Its resolver knows no such name.
    NameMissing,
    /// Its resolver failed for the name.
    NameBroken,
    /// Something else, in the service's words.
    Other(String),
}

impl Sight {
    /// Whether the site opens there; `None` where that says nothing of other visitors.
    #[must_use]
    pub const fn opens(&self) -> Option<bool> {
        match self {
            Sight::Answer(answer) if answer.distrust.is_some() => Some(false),
            Sight::Answer(answer) if answer.challenge => None,
            Sight::Answer(answer) => match answer.code {
                200..=399 => Some(true),
                401 | 403 | 429 | 451 => None,
                _ => Some(false),
            },
            Sight::Waiting | Sight::Other(_) => None,
            Sight::Refused
            | Sight::TimedOut
            | Sight::HungUp
            | Sight::NameMissing
            | Sight::NameBroken => Some(false),
        }
    }

    /// Whether the vantage says that the server speaks no HTTP/2: browsers ask such a site by HTTP/1.1 as well. Some servers end
    /// TLS with an alert where no protocol is common to both.
    #[must_use]
    pub fn speaks_no_http2(&self) -> bool {
        matches!(self, Sight::Other(words)
            if words.contains("HTTP/2 is not supported") || words.contains("no application protocol"))
    }

    /// The sight in a word, as `data-outcome` of the page contract.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Sight::Waiting => "waiting",
            Sight::Answer(_) => "answer",
            Sight::Refused => "refused",
            Sight::TimedOut => "timed-out",
            Sight::HungUp => "hung-up",
            Sight::NameMissing => "name-missing",
            Sight::NameBroken => "name-broken",
            Sight::Other(_) => "other",
        }
    }
}

/// An HTTP answer as a vantage got it. Redirects are not followed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Answer {
    /// The status number.
    pub code: u16,
    /// What is wrong with the certificate, where it is not trusted.
    pub distrust: Option<String>,
    /// Who wrote the answer, as far as it shows.
    pub server: Option<String>,
    /// The page is a challenge for robots: it says nothing about availability.
    pub challenge: bool,
    /// Where a redirect leads.
    pub location: Option<String>,
    /// For how long the server asks to be left alone (`Retry-After`, RFC 9110, section 10.2.3).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retry_after: Option<Millis>,
    /// The page is not the site's own: for sale, suspended, a server's first page.
    #[serde(default)]
    pub placeholder: bool,
}

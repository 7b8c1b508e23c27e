//! What the outside vantages agree on, and how far that can be trusted.

use super::Possible;
use super::speed::LATE;
use crate::endpoints::Round;
use crate::outside::{Sight, Vantage};
use crate::probability::{PerMille, per_mille};
use crate::record::CheckRecord;

columns! {
    /// What the outside vantages agree on.
    Outside {
        /// It opens for them.
        Opens,
        /// It opens for them, and not for the one in the visitor's country.
        FailsAtHome,
        /// It opens, after more than 3 s.
        OpensSlowly,
        /// It redirects, and where to was not followed.
        Redirects,
        /// 502.
        BadGateway,
        /// 504.
        GatewayTimeout,
        /// 503.
        Unavailable,
        /// 500 and other 5xx.
        ServerError,
        /// A CDN's 52x or 53x.
        EdgeError,
        /// 404 or 410.
        NotFound,
        /// 401, 403, 429 or a challenge: it turns robots away, and says nothing of availability.
        RobotsRefused,
        /// Another 4xx.
        ClientError,
        /// Its certificate is not trusted.
        Distrusted,
        /// Refused.
        Refused,
        /// Silent.
        Silent,
        /// The connection is closed without an answer.
        HungUp,
        /// No such name.
        NameMissing,
        /// The name's servers fail.
        NameBroken,
        /// It opens for some and fails for others.
        Regional,
        /// It answers well, with a page that is not the site's own.
        Placeholder,
        /// It fails for all, in different ways.
        Mixed,
        /// They failed in a way we have no word for.
        Other,
    }
}

impl Outside {
    /// Whether the site opens.
    pub(crate) const fn opens(self) -> bool {
        matches!(
            self,
            Outside::Opens | Outside::FailsAtHome | Outside::OpensSlowly | Outside::Redirects
        )
    }

    /// Whether no HTTP answer came.
    const fn is_transport(self) -> bool {
        match self {
            Outside::Refused
            | Outside::Silent
            | Outside::HungUp
            | Outside::NameMissing
            | Outside::NameBroken
            | Outside::Other => true,
            Outside::Opens
            | Outside::FailsAtHome
            | Outside::OpensSlowly
            | Outside::Redirects
            | Outside::BadGateway
            | Outside::GatewayTimeout
            | Outside::Unavailable
            | Outside::ServerError
            | Outside::EdgeError
            | Outside::NotFound
            | Outside::RobotsRefused
            | Outside::ClientError
            | Outside::Distrusted
            | Outside::Regional
            | Outside::Placeholder
            | Outside::Mixed => false,
        }
    }

    /// Whether the number of the site's error is known with it, or there is none to know.
    pub(super) const fn has_number(self) -> bool {
        match self {
            Outside::BadGateway
            | Outside::GatewayTimeout
            | Outside::Unavailable
            | Outside::ServerError
            | Outside::EdgeError
            | Outside::NotFound
            | Outside::RobotsRefused
            | Outside::ClientError
            // Where it opens for others, its error here is this visitor's own: no number of the site's is missing.
            | Outside::Opens
            | Outside::FailsAtHome
            | Outside::OpensSlowly
            | Outside::Regional
            | Outside::Placeholder
            | Outside::Mixed => true,
            Outside::Redirects
            | Outside::Distrusted
            | Outside::Refused
            | Outside::Silent
            | Outside::HungUp
            | Outside::NameMissing
            | Outside::NameBroken
            | Outside::Other => false,
        }
    }
}

/// What the vantages agree on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct OutsideReading {
    /// What most of them saw.
    pub(crate) agreed: Outside,
    /// How many of them tell.
    vantages: usize,
    /// They saw the site's front page open, and another page fails here.
    front_page_only: bool,
}

/// How far fewer than three vantages are trusted: one outside failure is not an outage. By their number.
const TRUST: [PerMille; 3] = [per_mille(0), per_mille(350), per_mille(700)];

/// Where the front page opens, how much of each of these looks like that: how the page itself answers is open. Judgement.
const BEHIND_THE_FRONT_PAGE: [(Outside, PerMille); 7] = [
    (Outside::NotFound, per_mille(300)),
    (Outside::RobotsRefused, per_mille(300)),
    (Outside::ClientError, per_mille(300)),
    (Outside::ServerError, per_mille(300)),
    (Outside::BadGateway, per_mille(300)),
    (Outside::Unavailable, per_mille(300)),
    (Outside::GatewayTimeout, per_mille(300)),
];

impl OutsideReading {
    /// The columns that the reading leaves open.
    pub(super) fn columns(self) -> Possible<Outside> {
        let mut columns = vec![(self.agreed, PerMille::ONE)];
        if self.front_page_only {
            columns.extend(BEHIND_THE_FRONT_PAGE);
        }
        columns
    }

    /// How far it may be trusted.
    pub(crate) fn trust(self) -> PerMille {
        trust_in(self.vantages)
    }

    /// Whether the number of the page's error is known. The front page tells nothing of the page behind it.
    pub(super) const fn tells_the_number(self) -> bool {
        !self.front_page_only && self.agreed.has_number()
    }
}

/// How far so many vantages may be trusted.
pub(super) fn trust_in(vantages: usize) -> PerMille {
    TRUST.get(vantages).copied().unwrap_or(PerMille::ONE)
}

/// What the vantages saw is the page that fails here only where they got its whole path, and it has no query.
fn shows_this_page(record: &CheckRecord) -> bool {
    record
        .target()
        .is_shown_outside(record.setting().share_path)
}

/// What the vantages agree on.
pub(crate) fn read(record: &CheckRecord) -> Option<OutsideReading> {
    let mut sights: Vec<Outside> = vantages(record)
        .into_iter()
        .filter_map(|vantage| column(record, vantage))
        .collect();
    let asked = sights.len();
    // Where robots are turned away, whoever was not says what there is to say.
    if sights.iter().any(|sight| *sight != Outside::RobotsRefused) {
        sights.retain(|sight| *sight != Outside::RobotsRefused);
    }
    // A server that turns robots away is up: with those who get the page, it makes a quorum.
    let quorum = if sights.contains(&Outside::Opens) {
        asked
    } else {
        sights.len()
    };
    // The first of several that are under way says too little to be taken back a moment later.
    if asked == 1 && record.is_measuring() {
        return None;
    }
    // One alone may have read a word that is the site's own.
    if sights
        .iter()
        .filter(|sight| **sight == Outside::Placeholder)
        .count()
        < 2
    {
        for sight in &mut sights {
            if *sight == Outside::Placeholder {
                *sight = Outside::Opens;
            }
        }
    }
    let count = |column: Outside| sights.iter().filter(|sight| **sight == column).count();
    let commonest = *Outside::ALL
        .iter()
        .max_by_key(|column| (count(**column), std::cmp::Reverse(**column)))?;
    let agreeing = count(commonest);
    if agreeing == 0 {
        return None;
    }
    let opens = count(Outside::Opens) + count(Outside::OpensSlowly);
    // A single silent or unreachable vantage among several that open is that vantage's own trouble.
    let stray = sights.len() - opens == 1
        && opens >= 2
        && sights.iter().all(|s| s.opens() || s.is_transport());
    let agreed = if opens == sights.len() || stray {
        if count(Outside::OpensSlowly) * 2 > opens {
            Outside::OpensSlowly
        } else if stray && fails_at_home(record) {
            Outside::FailsAtHome
        } else {
            Outside::Opens
        }
    } else if opens > 0
        && sights
            .iter()
            .any(|s| !s.opens() && !matches!(s, Outside::RobotsRefused | Outside::Placeholder))
    {
        Outside::Regional
    } else if agreeing * 3 >= sights.len() * 2 {
        commonest
    } else {
        Outside::Mixed
    };
    Some(OutsideReading {
        agreed,
        vantages: quorum,
        front_page_only: agreed.opens() && !shows_this_page(record),
    })
}

/// Whether the one that fails is in the visitor's country, as far as that is known.
fn fails_at_home(record: &CheckRecord) -> bool {
    let home = record.country();
    vantages(record)
        .into_iter()
        .filter(|vantage| vantage.saw.opens() == Some(false))
        .any(|vantage| home == Some(vantage.place.country.as_str()))
}

/// The vantages that count: a followed redirect's answer takes the place of the redirect.
pub(crate) fn vantages(record: &CheckRecord) -> Vec<&Vantage> {
    for round in [Round::Onward, Round::Followed] {
        let followed: Vec<&Vantage> = record.vantages(round).collect();
        if followed.iter().any(|vantage| vantage.saw != Sight::Waiting) {
            return followed;
        }
    }
    record
        .vantages(Round::First)
        .chain(record.vantages(Round::Wider))
        .collect()
}

fn column(record: &CheckRecord, vantage: &Vantage) -> Option<Outside> {
    Some(match &vantage.saw {
        Sight::Waiting => return None,
        Sight::Answer(answer) if answer.distrust.is_some() => Outside::Distrusted,
        Sight::Answer(answer) if answer.challenge => Outside::RobotsRefused,
        Sight::Answer(answer) if answer.placeholder => Outside::Placeholder,
        Sight::Answer(answer) => match answer.code {
            200..=299 if vantage.took.is_some_and(|took| took > LATE) => Outside::OpensSlowly,
            200..=299 => Outside::Opens,
            // A redirect says nothing until it was followed and its goal has answered.
            300..=399 if record.is_measuring() => return None,
            // Sent on without being told where: no browser opens that.
            300..=399 if answer.location.is_none() && answer.code != 304 => Outside::ServerError,
            300..=399 => Outside::Redirects,
            401 | 403 | 429 | 451 => Outside::RobotsRefused,
            404 | 410 => Outside::NotFound,
            400..=499 => Outside::ClientError,
            502 => Outside::BadGateway,
            503 => Outside::Unavailable,
            504 => Outside::GatewayTimeout,
            520..=539 => Outside::EdgeError,
            500..=599 => Outside::ServerError,
            _ => Outside::Other,
        },
        Sight::Refused => Outside::Refused,
        Sight::TimedOut => Outside::Silent,
        Sight::HungUp => Outside::HungUp,
        Sight::NameMissing => Outside::NameMissing,
        Sight::NameBroken => Outside::NameBroken,
        Sight::Other(_) => Outside::Other,
    })
}

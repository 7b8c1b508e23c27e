//! What the observations say, before any number: each [`Evidence`] summarises observations that share a fate.
//!
//! Where a probe cannot separate two states of the world, its evidence names both, and the inference adds up their
//! likelihoods: not knowing is never counted as knowing.

use crate::doh::DnsAnswer;
use crate::endpoints::{Control, Record, Resolver, Round};
use crate::millis::Millis;
use crate::observation::{Outcome, Seen};
use crate::outside::{Sight, Vantage};
use crate::probes::Probe;
use crate::question::Question;
use crate::record::CheckRecord;
use crate::redirect;
use crate::remedy::Remedy;
use crate::trace::CLOCK_TOLERANCE_SECONDS;

/// Declares an enumeration whose values are the columns of a likelihood table.
macro_rules! columns {
    ($(#[$meta:meta])* $name:ident { $($(#[doc = $doc:literal])+ $value:ident,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[doc = $doc])+ $value,)+ }

        impl $name {
            /// Every value.
            pub const ALL: &'static [$name] = &[$($name::$value,)+];
        }
    };
}

columns! {
    /// `navigator.onLine`.
    Link {
        /// The device has a link, which says little.
        Up,
        /// It has none, which can be trusted.
        Down,
    }
}

columns! {
    /// What the controls of other operators say of the visitor's network.
    Online {
        /// All of them answer.
        All,
        /// Two or more answer, not all: blockers often refuse one.
        Some,
        /// They answer, but some only after what was lost was sent again.
        Ragged,
        /// One answers.
        One,
        /// Only the page's own origin answers.
        OwnOnly,
        /// None answers: they fail at once.
        Failing,
        /// None answers: they are silent.
        Silent,
    }
}

columns! {
    /// What happened to the target here, as it truly is; a probe often leaves several open.
    Here {
        /// A document with a 2xx status, which may be framed.
        Opens,
        /// A 2xx behind a framing header.
        OpensUnframed,
        /// An HTTP error.
        ErrorPage,
        /// A 2xx, and an error when asked again.
        Varies,
        /// An HTTP answer that fetch refuses by the site's resource policy.
        FetchRefused,
        /// Redirects without end.
        Loops,
        /// The name has no address here.
        NameFails,
        /// Refused or reset before a connection stood.
        Refused,
        /// Connected; TLS failed.
        TlsFails,
        /// TLS stood; then the connection was closed.
        HungUp,
        /// It failed inside the browser, sooner than a round trip, while a bare connection succeeds.
        BlockedInside,
        /// Nothing came back.
        Silent,
    }
}

columns! {
    /// When a failure came, in round trips of this network: how far the request had got by then.
    When {
        /// Sooner than one: inside this browser or device, or from a name kept.
        AtOnce,
        /// After one: the name's look-up.
        Lookup,
        /// After two: the connection.
        Connect,
        /// After three: TLS.
        Secure,
        /// After more.
        Later,
    }
}

columns! {
    /// How long the target's answer took here.
    Pace {
        /// Within our patience.
        Prompt,
        /// After it.
        Late,
    }
}

columns! {
    /// What the outside vantages agree on.
    Outside {
        /// It opens for them.
        Opens,
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
        /// It fails for all, in different ways.
        Mixed,
        /// They failed in a way we have no word for.
        Other,
    }
}

columns! {
    /// What the public resolvers say of the name.
    Names {
        /// Found.
        Found,
        /// It exists without an address, or does not exist.
        Missing,
        /// SERVFAIL.
        Broken,
        /// SERVFAIL, but found when signatures are not checked.
        BadlySigned,
        /// The resolvers disagree.
        Split,
        /// It leads to a private address.
        Private,
    }
}

columns! {
    /// The visitor's clock against the trace's.
    Clock {
        /// Within five minutes.
        Right,
        /// Off by less than a day: most certificates still hold.
        Off,
        /// Off by a day or more.
        FarOff,
    }
}

columns! {
    /// What the visitor says they see.
    Told {
        /// 502.
        BadGateway,
        /// 504.
        GatewayTimeout,
        /// 503.
        Unavailable,
        /// 500 and other 5xx.
        ServerError,
        /// 52x or 53x.
        EdgeError,
        /// 404 or 410.
        NotFound,
        /// 401 or 403.
        Forbidden,
        /// 429 or 451.
        Limited,
        /// Another number.
        OtherNumber,
        /// "Can't be reached."
        Unreachable,
        /// "Not secure."
        NotSecure,
        /// A blank page.
        Blank,
        /// Endless loading.
        Endless,
    }
}

columns! {
    /// Whether a number of the error is known, from outside or from the visitor.
    Number {
        /// Known.
        Known,
        /// Not known.
        Unknown,
    }
}

columns! {
    /// What this check adds to the series of this session's checks.
    Past {
        /// It is the first.
        First,
        /// It is as it was.
        Same,
        /// It failed and answers now.
        Failed,
        /// It answered and fails now.
        Worked,
        /// It has changed more than once.
        Flapping,
    }
}

/// One piece of evidence: the columns of one table that the observations leave open, and how far they may be trusted.
#[derive(Clone, Debug, PartialEq)]
pub struct Evidence {
    /// What was found.
    pub finding: Finding,
    /// 0–1: how probably it says anything; below one where a quorum is missing.
    pub trust: f64,
}

/// What was found. Lists are columns that cannot be told apart, each with the share of it that looks like this (0–1).
#[derive(Clone, Debug, PartialEq)]
pub enum Finding {
    /// The device's link.
    Link(Link),
    /// The controls.
    Online(Vec<Online>),
    /// The target, from here.
    Here(Vec<(Here, f64)>),
    /// How fast it answered here.
    Pace(Pace),
    /// The target, from outside.
    Outside(Vec<(Outside, f64)>),
    /// The target's name.
    Names(Names),
    /// The visitor's clock.
    Clock(Clock),
    /// What the visitor sees.
    Told(Told),
    /// Whether the error's number is known.
    Number(Number),
    /// When the failure came.
    When(When),
    /// What happened earlier.
    Past(Past),
    /// What the visitor answered to a question.
    Said(Question, bool),
    /// What the visitor did, without help.
    InVain(Remedy),
}

/// Everything that a check's observations say.
pub(crate) fn of(record: &CheckRecord) -> Vec<Evidence> {
    let mut here = here(record);
    let when = here.as_deref().and_then(|columns| when(record, columns));
    let outside = outside(record).map(|(column, trust)| (of_this_page(record, column), trust));
    if let (Some(columns), Some((outside, _))) = (&mut here, &outside) {
        refused_alike(columns, outside);
    }
    let told = told(record);
    let open = here.as_deref().and_then(opens);
    let is_error = open != Some(true)
        && here
            .as_deref()
            .is_some_and(|columns| columns.iter().any(|(c, _)| *c == Here::ErrorPage));
    let numbered = matches!(record.setting().seen, Some(Seen::Status(_)))
        // A front page that opens leaves several open: no number of the page behind it.
        || matches!(outside.as_ref().map(|(columns, _)| columns.as_slice()), Some([(column, _)]) if has_number(*column));

    let full = |finding| Evidence {
        finding,
        trust: 1.0,
    };
    let mut all = Vec::new();
    all.extend(link(record).map(Finding::Link).map(full));
    all.extend(online(record).map(Finding::Online).map(full));
    all.extend(here.map(Finding::Here).map(full));
    all.extend(pace(record).map(Finding::Pace).map(full));
    all.extend(when.map(Finding::When).map(full));
    all.extend(outside.map(|(columns, trust)| Evidence {
        finding: Finding::Outside(columns),
        trust,
    }));
    all.extend(names(record).map(Finding::Names).map(full));
    all.extend(clock(record).map(Finding::Clock).map(full));
    all.extend(told.map(Finding::Told).map(full));
    if is_error {
        all.push(full(Finding::Number(if numbered {
            Number::Known
        } else {
            Number::Unknown
        })));
    }
    if open != Some(true) {
        all.extend(
            record
                .setting()
                .tried
                .iter()
                .map(|remedy| full(Finding::InVain(*remedy))),
        );
    }
    if let Some(open) = open {
        all.push(full(Finding::Past(past(&record.setting().earlier, open))));
    }
    all.extend(Question::ALL.into_iter().filter_map(|question| {
        match record.outcome(Probe::Asked(question))? {
            Outcome::Said(yes) => Some(full(Finding::Said(question, *yes))),
            _ => None,
        }
    }));
    all
}

fn link(record: &CheckRecord) -> Option<Link> {
    match record.outcome(Probe::Link)? {
        Outcome::Link(true) => Some(Link::Up),
        Outcome::Link(false) => Some(Link::Down),
        _ => None,
    }
}

fn online(record: &CheckRecord) -> Option<Vec<Online>> {
    let foreign = || {
        Control::ALL
            .into_iter()
            .filter(|c| *c != Control::Own)
            .map(|c| record.outcome(Probe::Control(c)))
    };
    let answered = foreign().filter(|o| *o == Some(&Outcome::Answered)).count();
    let total = foreign().count();
    let settled = foreign().flatten().count();
    // A resolver, the trace or a measurement that answers is an endpoint of another operator too, and so is the target.
    let services = record
        .observations()
        .filter(|seen| {
            matches!(
                seen.outcome,
                Outcome::Dns(_) | Outcome::Trace(_) | Outcome::Measured(_) | Outcome::Vantage(_)
            ) || (seen.probe, &seen.outcome) == (Probe::Fetch, &Outcome::Answered)
        })
        .count();
    if ragged(record) {
        return Some(vec![Online::Ragged]);
    }
    if answered == total && total > 0 {
        return Some(vec![Online::All]);
    }
    if answered + services.min(2) >= 2 {
        return Some(if settled < total {
            vec![Online::All, Online::Some]
        } else {
            vec![Online::Some]
        });
    }
    let own = record.outcome(Probe::Control(Control::Own));
    if settled < total || own.is_none() {
        return None;
    }
    Some(vec![if answered + services > 0 {
        Online::One
    } else if own == Some(&Outcome::Answered) {
        Online::OwnOnly
    } else if foreign()
        .flatten()
        .filter(|o| **o == Outcome::Silent)
        .count()
        * 2
        > total
    {
        Online::Silent
    } else {
        Online::Failing
    }])
}

/// What was lost is sent again after a second at the soonest (RFC 6298); slow links alone do not spread so far.
const SENT_AGAIN: Millis = Millis(1_000);

/// Whether some controls took so much longer than the fastest that what they sent must have been lost.
fn ragged(record: &CheckRecord) -> bool {
    let times = record.control_times();
    match (times.first(), times.last()) {
        (Some(fastest), Some(slowest)) => *slowest > fastest.plus(*fastest).plus(SENT_AGAIN),
        _ => false,
    }
}

/// A failure sooner than this share of the fastest control's answer came from inside the browser: a connection with TLS
/// costs three round trips before it can fail, a control's answer four.
const INSIDE: u32 = 2;

/// How much of a column looks like this where a probe allows it, but rarely.
const RARELY: f64 = 0.1;

fn here(record: &CheckRecord) -> Option<Vec<(Here, f64)>> {
    use Here::{
        BlockedInside, ErrorPage, FetchRefused, HungUp, Loops, NameFails, Opens, OpensUnframed,
        Refused, Silent, TlsFails, Varies,
    };
    let fetch = record.observation(Probe::Fetch)?;
    let https_only = record.target().scheme() == crate::target::Scheme::Https;
    Some(match fetch.outcome {
        Outcome::Answered if record.outcome(Probe::Again) == Some(&Outcome::Failed) => {
            vec![(Varies, 1.0)]
        }
        Outcome::Answered => match (record.outcome(Probe::Commit), record.outcome(Probe::Status)) {
            (Some(Outcome::Opened), _) | (_, Some(Outcome::Opened)) => {
                vec![(Opens, 1.0), (OpensUnframed, 1.0)]
            }
            (_, Some(Outcome::Failed)) => vec![(ErrorPage, 1.0)],
            (Some(Outcome::Failed), _) => vec![(ErrorPage, 1.0), (OpensUnframed, 1.0)],
            _ => vec![(Opens, 1.0), (OpensUnframed, 1.0), (ErrorPage, 1.0)],
        },
        // The https twin of an http site may fail though the site is well.
        _ if !https_only => return None,
        // Where it failed is being asked; until that is known, the failure alone would point at anything.
        Outcome::Failed if record.is_waiting(Probe::Events) || record.is_waiting(Probe::Ice) => {
            return None;
        }
        Outcome::Failed => match (record.outcome(Probe::Events), record.outcome(Probe::Ice)) {
            (Some(Outcome::Answered), _) => vec![
                (FetchRefused, 1.0),
                (Loops, 1.0),
                // It answered by sending on to where nothing comes back.
                (NameFails, RARELY),
                (Refused, RARELY),
                (TlsFails, RARELY),
                (HungUp, RARELY),
            ],
            (_, Some(Outcome::Ice(ice))) => {
                if ice.name_fails {
                    vec![(NameFails, 1.0)]
                } else if ice.connects
                    && ice.secures
                    && record.outcome(Probe::Events) == Some(&Outcome::Unavailable)
                {
                    // Firefox: the fetch itself is known to have been sent; which way it was refused is not.
                    vec![(FetchRefused, 1.0), (Loops, 1.0), (HungUp, 1.0)]
                } else if ice.connects && ice.secures {
                    let inside = record
                        .control_times()
                        .first()
                        .is_some_and(|fastest| fetch.took.0 * INSIDE < fastest.0);
                    if inside {
                        vec![(BlockedInside, 1.0), (HungUp, RARELY)]
                    } else {
                        vec![(HungUp, 1.0), (BlockedInside, 0.5)]
                    }
                } else if ice.connects {
                    vec![(TlsFails, 1.0)]
                } else if ice.completes {
                    vec![(Refused, 1.0)]
                } else {
                    vec![(Refused, 0.5), (Silent, 1.0)]
                }
            }
            _ => [
                FetchRefused,
                Loops,
                NameFails,
                Refused,
                TlsFails,
                HungUp,
                BlockedInside,
            ]
            .map(|column| (column, 1.0))
            .to_vec(),
        },
        Outcome::Silent => vec![(Silent, 1.0)],
        _ => return None,
    })
}

/// Whether the site opened here, or failed; `None` where that is open.
pub(crate) fn opened(record: &CheckRecord) -> Option<bool> {
    here(record).as_deref().and_then(opens)
}

fn opens(columns: &[(Here, f64)]) -> Option<bool> {
    let well = |column: Here| matches!(column, Here::Opens | Here::OpensUnframed);
    let first = well(columns.first()?.0);
    columns
        .iter()
        // What looks so only rarely does not make a failure doubtful.
        .all(|(column, part)| well(*column) == first || *part <= RARELY)
        .then_some(first)
}

/// Where this check stands in the session's series.
fn past(earlier: &[bool], open: bool) -> Past {
    let Some(before) = earlier.last() else {
        return Past::First;
    };
    let changes = earlier
        .iter()
        .zip(earlier.iter().skip(1))
        .filter(|(one, next)| one != next)
        .count()
        + usize::from(*before != open);
    match (changes, open) {
        (0, _) => Past::Same,
        (1, true) => Past::Failed,
        (1, false) => Past::Worked,
        _ => Past::Flapping,
    }
}

/// Round trips shorter than this drown in what the browser itself takes.
const LEAST_ROUND_TRIP: u32 = 30;

/// A control's first contact costs three round trips more than one to our own server, whose connection stands: the name,
/// the connection, TLS.
const MORE_AT_FIRST: u32 = 3;

/// One round trip of this network, and what the browser takes beside it. `None` where they cannot be told apart: on a fast
/// link, or on a busy machine.
fn round_trip(record: &CheckRecord) -> Option<(u32, u32)> {
    let own = record
        .observation(Probe::Control(Control::Own))
        .filter(|seen| seen.outcome == Outcome::Answered)?
        .took
        .0;
    let first_contact = record.control_times().first()?.0;
    let round_trip = first_contact.checked_sub(own)? / MORE_AT_FIRST;
    (round_trip >= LEAST_ROUND_TRIP && first_contact >= own * 3)
        .then_some((round_trip, own.saturating_sub(round_trip)))
}

/// How far a request had got when it failed, by the time that took. Told only where nothing better tells.
fn when(record: &CheckRecord, here: &[(Here, f64)]) -> Option<When> {
    let fetch = record.observation(Probe::Fetch).filter(|seen| {
        seen.outcome == Outcome::Failed
            && here.len() > 1
            && !record.network_changed()
            && !matches!(record.outcome(Probe::Ice), Some(Outcome::Ice(_)))
    })?;
    let (round_trip, beside) = round_trip(record)?;
    // In quarters: each stage has a margin of three quarters of a round trip.
    Some(
        match fetch.took.0.saturating_sub(beside).saturating_mul(4) / round_trip {
            0..=2 => When::AtOnce,
            3..=6 => When::Lookup,
            7..=10 => When::Connect,
            11..=14 => When::Secure,
            _ => When::Later,
        },
    )
}

fn pace(record: &CheckRecord) -> Option<Pace> {
    let fetch = record
        .observation(Probe::Fetch)
        .filter(|seen| seen.outcome == Outcome::Answered)?;
    // What was lost on the way the first time is late once; a slow site is slow whenever it is asked.
    let took = match record.observation(Probe::Status) {
        Some(status) if matches!(status.outcome, Outcome::Opened | Outcome::Failed) => {
            fetch.took.min(status.took)
        }
        _ => fetch.took,
    };
    // Where well-known sites take as long, it is this network that is slow.
    let slowest = record.control_times().last().copied().unwrap_or_default();
    Some(if took > LATE.max(slowest.plus(slowest)) {
        Pace::Late
    } else {
        Pace::Prompt
    })
}

/// An answer later than this is slow, from here or from outside.
const LATE: Millis = Millis(3_000);

/// How far fewer than three vantages are trusted: one outside failure is not an outage.
const TRUST_BY_COUNT: [f64; 3] = [0.0, 0.35, 0.7];

/// What the vantages agree on, and how far that may be trusted.
pub(crate) fn outside(record: &CheckRecord) -> Option<(Outside, f64)> {
    let mut sights: Vec<Outside> = outside_vantages(record)
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
    let trust = *TRUST_BY_COUNT.get(quorum).unwrap_or(&1.0);
    let count = |column: Outside| sights.iter().filter(|sight| **sight == column).count();
    let commonest = *Outside::ALL
        .iter()
        .max_by_key(|column| (count(**column), std::cmp::Reverse(**column)))?;
    let agreeing = count(commonest);
    if agreeing == 0 {
        return None;
    }
    let opens = count(Outside::Opens) + count(Outside::OpensSlowly);
    let well = |column: Outside| {
        matches!(
            column,
            Outside::Opens | Outside::OpensSlowly | Outside::Redirects
        )
    };
    // A single silent or unreachable vantage among several that open is that vantage's own trouble.
    let stray = sights.len() - opens == 1
        && opens >= 2
        && sights.iter().all(|s| well(*s) || is_transport(*s));
    let agreed = if opens == sights.len() || stray {
        if count(Outside::OpensSlowly) * 2 > opens {
            Outside::OpensSlowly
        } else {
            Outside::Opens
        }
    } else if opens > 0
        && sights
            .iter()
            .any(|s| !well(*s) && *s != Outside::RobotsRefused)
    {
        Outside::Regional
    } else if agreeing * 3 >= sights.len() * 2 {
        commonest
    } else {
        Outside::Mixed
    };
    Some((agreed, trust))
}

/// Who turns robots away often turns away whatever is no visit: a request without cookies from another site's page, say.
fn refused_alike(here: &mut Vec<(Here, f64)>, outside: &[(Outside, f64)]) {
    /// How much of a site that is well looks so then. Judgement.
    const OFTEN: f64 = 0.25;
    if matches!(here.as_slice(), [(Here::ErrorPage, _)])
        && matches!(outside, [(Outside::RobotsRefused, _)])
    {
        here.extend([(Here::Opens, OFTEN), (Here::OpensUnframed, OFTEN)]);
    }
}

/// What the vantages saw is the page that fails here only where they got its whole path, and it has no query. Otherwise a
/// front page that opens leaves open how the page itself answers them.
fn of_this_page(record: &CheckRecord, column: Outside) -> Vec<(Outside, f64)> {
    /// How much of each of these looks like a front page that opens.
    const BEHIND_THE_FRONT_PAGE: [Outside; 7] = [
        Outside::NotFound,
        Outside::RobotsRefused,
        Outside::ClientError,
        Outside::ServerError,
        Outside::BadGateway,
        Outside::Unavailable,
        Outside::GatewayTimeout,
    ];
    let mut columns = vec![(column, 1.0)];
    let opens = matches!(
        column,
        Outside::Opens | Outside::OpensSlowly | Outside::Redirects
    );
    if opens
        && !record
            .target()
            .is_shown_outside(record.setting().share_path)
    {
        columns.extend(BEHIND_THE_FRONT_PAGE.map(|other| (other, 0.3)));
    }
    columns
}

/// The vantages that count: a followed redirect's answer takes the place of the redirect.
pub(crate) fn outside_vantages(record: &CheckRecord) -> Vec<&Vantage> {
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

const fn is_transport(column: Outside) -> bool {
    match column {
        Outside::Refused
        | Outside::Silent
        | Outside::HungUp
        | Outside::NameMissing
        | Outside::NameBroken
        | Outside::Other => true,
        Outside::Opens
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
        | Outside::Mixed => false,
    }
}

const fn has_number(column: Outside) -> bool {
    match column {
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
        | Outside::OpensSlowly
        | Outside::Regional
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

fn names(record: &CheckRecord) -> Option<Names> {
    // Where the site sends on to another name, it is that name that is missing.
    if redirected_elsewhere(record)
        && matches!(
            outside(record),
            Some((Outside::NameMissing | Outside::NameBroken, _))
        )
    {
        return None;
    }
    let unsigned = Resolver::ALL.into_iter().any(|r| {
        matches!(
            record.outcome(Probe::Dns(r, Record::Unchecked)),
            Some(Outcome::Dns(DnsAnswer::Found(_)))
        )
    });
    let answers: Vec<Names> = Resolver::ALL
        .into_iter()
        .filter_map(|resolver| resolver_says(record, resolver))
        .collect();
    let first = *answers.first()?;
    Some(if answers.contains(&Names::Private) {
        Names::Private
    } else if answers.iter().any(|answer| *answer != first) {
        Names::Split
    } else if first == Names::Broken && unsigned {
        Names::BadlySigned
    } else {
        first
    })
}

/// Whether most vantages were sent on to another host.
fn redirected_elsewhere(record: &CheckRecord) -> bool {
    redirect::followed(record.target(), record.vantages(Round::First))
        .is_some_and(|goal| goal.host() != record.target().host())
}

/// One resolver's answers for both kinds of address, together.
fn resolver_says(record: &CheckRecord, resolver: Resolver) -> Option<Names> {
    let answer = |dns_record| match record.outcome(Probe::Dns(resolver, dns_record)) {
        Some(Outcome::Dns(answer)) => Some(answer),
        _ => None,
    };
    let both = [answer(Record::A), answer(Record::Aaaa)];
    let any = |wanted: fn(&DnsAnswer) -> bool| both.iter().flatten().any(|answer| wanted(answer));
    if any(DnsAnswer::is_private) {
        Some(Names::Private)
    } else if any(|answer| matches!(answer, DnsAnswer::Found(_))) {
        Some(Names::Found)
    } else if any(|answer| matches!(answer, DnsAnswer::Broken)) {
        Some(Names::Broken)
    } else if any(|answer| matches!(answer, DnsAnswer::Missing))
        || both
            .iter()
            .flatten()
            .filter(|a| ***a == DnsAnswer::Empty)
            .count()
            == 2
    {
        Some(Names::Missing)
    } else {
        None
    }
}

/// A day, in seconds: certificates are usually valid from at least a day before to weeks after.
const DAY: u64 = 86_400;

fn clock(record: &CheckRecord) -> Option<Clock> {
    match record.outcome(Probe::Trace) {
        Some(Outcome::Trace(trace)) => Some(match trace.skew_seconds.unsigned_abs() {
            0..=CLOCK_TOLERANCE_SECONDS => Clock::Right,
            skew if skew < DAY => Clock::Off,
            _ => Clock::FarOff,
        }),
        // Where the clock itself keeps TLS from standing, no trace comes; the page's own age tells.
        _ if record.setting().clock_behind => Some(Clock::FarOff),
        _ => None,
    }
}

fn told(record: &CheckRecord) -> Option<Told> {
    match record.outcome(Probe::Seen)? {
        Outcome::Seen(seen) => Some(match seen {
            Seen::Status(502) => Told::BadGateway,
            Seen::Status(503) => Told::Unavailable,
            Seen::Status(504) => Told::GatewayTimeout,
            Seen::Status(520..=539) => Told::EdgeError,
            Seen::Status(500..=599) => Told::ServerError,
            Seen::Status(404 | 410) => Told::NotFound,
            Seen::Status(401 | 403) => Told::Forbidden,
            Seen::Status(429 | 451) => Told::Limited,
            Seen::Status(_) => Told::OtherNumber,
            Seen::Unreachable => Told::Unreachable,
            Seen::NotSecure => Told::NotSecure,
            Seen::Blank => Told::Blank,
            Seen::Endless => Told::Endless,
        }),
        _ => None,
    }
}

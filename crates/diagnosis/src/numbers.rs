//! Every number of the inference: priors, likelihoods, thresholds.
//!
//! Each cause has one entry that says what it looks like. A row of it lists how probable each column of a table is where it
//! matters, in thousandths; what the row leaves is shared evenly by the columns it does not list, so that no observation
//! ever rules a cause out by itself. A table that an entry does not name looks as usual (`USUAL`): as for a visitor whose
//! network is well and a site that opens for others.
//!
//! The rows are judgement, made with what the faults look like in three engines in mind; the runs of the lab weigh in by
//! `measured`.

mod measured;

use crate::cause::Cause;
use crate::evidence::{
    Clock, Finding, Here, Link, Names, Number, Online, Outside, Pace, Past, Told, When,
};
use crate::question::Question;
use crate::remedy;

/// A side is shown when its probability is at least this; below, it cannot be told.
pub(crate) const SHOWN: f64 = 0.6;

/// While the target has not answered every question put to it, a side is shown only when this sure:
/// a guess that has to be taken back costs trust.
pub(crate) const SHOWN_EARLY: f64 = 0.9;

/// No more is said of a site that opens here while others are still asked: one that fails now and then opens here as often as
/// not, and only they can tell.
pub(crate) const OPENS_SO_FAR: f64 = 0.79;

/// From this on a verdict is taken for true by the page: kept, and called "very likely".
pub(crate) const SURE: f64 = 0.8;

/// No verdict is surer than this: the world has more causes than our list.
pub(crate) const SUREST: f64 = 0.99;

/// How likely any of the vantages' twenty columns is, where they are too few to be trusted.
pub(crate) const SAYS_NOTHING: f64 = 0.05;

/// A question is put to the visitor when its answer is expected to tell at least this many bits about the cause: less would
/// change no verdict that is shown.
pub(crate) const WORTH_ASKING: f64 = 0.1;

/// How many faults of the lab weigh as much as the judgement of a row, in quarters of a fault. A hundred: its faults were
/// chosen, not drawn, and with four as many as ten ties would be called that nobody can tell (a server that refuses everybody is
/// there more often than one that refuses some).
const JUDGEMENT_WEIGHS: f64 = 400.0;

/// A row of a table: columns with their thousandths.
type Row<C> = &'static [(C, u16)];

/// How often the lab saw a column under a cause, in quarters of a fault.
type Counts<C> = &'static [(Cause, C, u8)];

/// What a cause looks like.
struct Looks {
    /// How often it is why a visitor comes, before anything is measured. The sum is brought to one. The visitor came because
    /// something failed, so the site being well is the minority; that it is well by now, or only for others, is still common.
    prior: u16,
    /// `navigator.onLine === false` can be trusted; `true` says nothing.
    link: Row<Link>,
    /// Every control answers wherever the visitor's network works; none where it does not; a blocker takes one or two.
    online: Row<Online>,
    /// What happens here.
    here: Row<Here>,
    /// How long an answer takes here.
    pace: Row<Pace>,
    /// When a failure comes.
    when: Row<When>,
    /// What three vantages agree on. A site that is well turns robots away about one time in ten.
    outside: Row<Outside>,
    /// What public resolvers say.
    names: Row<Names>,
    /// Devices set their clocks from the network; one that is days off is broken in that very way.
    clock: Row<Clock>,
    /// What visitors call what they see. A number is rarely misread; words for a failed connection are vague.
    told: Row<Told>,
    /// `http-error` is the name for "an error whose number we do not know": by definition, not by measurement.
    number: Row<Number>,
    /// What earlier checks of this session saw. `recovered` is "failed earlier and answers now": by definition.
    past: Row<Past>,
    /// How often (thousandths) a visitor says that the tab still fails; `browser-state` is that, by definition. Of a site that
    /// is well, some look at a tab that they did not load again, and some pages fail in what they do once they are there. Sites
    /// that fail now and then mostly fail in one load out of ten, and two or three loads seldom meet that.
    still_fails: u16,
    /// How often one says that it fails in a private window too, which knows nothing of cache and cookies.
    private_window: u16,
    /// How often one says that it opens over another network. Nobody is sure to have looked well.
    other_network: u16,
    /// How often one says that the tab shows an error number: pages in a site's own dress often hide it.
    error_number: u16,
    /// How often one says that the tab turns them away.
    refusal: u16,
    /// How often one says that the date is right.
    right_date: u16,
}

/// A visitor whose network is well, and a site that opens for others.
const USUAL: Looks = Looks {
    prior: 0,
    link: &[(Link::Down, 1)],
    online: &[
        (Online::All, 860),
        (Online::Some, 115),
        (Online::Ragged, 10),
        (Online::One, 7),
    ],
    here: &[],
    pace: &[(Pace::Late, 35)],
    when: &[],
    outside: &[
        (Outside::Opens, 758),
        (Outside::RobotsRefused, 90),
        (Outside::Redirects, 50),
        (Outside::Regional, 15),
        (Outside::Silent, 12),
        (Outside::Distrusted, 12),
        (Outside::OpensSlowly, 10),
        (Outside::Refused, 6),
        (Outside::HungUp, 6),
    ],
    names: &[(Names::Found, 975), (Names::Split, 12), (Names::Private, 3)],
    clock: &[(Clock::Right, 970), (Clock::Off, 28)],
    told: &[],
    number: &[(Number::Unknown, 500)],
    past: &[
        (Past::First, 500),
        (Past::Same, 425),
        (Past::Failed, 40),
        (Past::Worked, 30),
    ],
    still_fails: 950,
    private_window: 950,
    other_network: 40,
    error_number: 40,
    refusal: 10,
    right_date: 980,
};

/// A site that is well: with framing allowed or forbidden, or refusing fetches of other origins.
const WELL_HERE: Row<Here> = &[
    (Here::Opens, 640),
    (Here::OpensUnframed, 320),
    (Here::FetchRefused, 25),
    // Some turn away what comes from another site's page without cookies, as the status oracle does.
    (Here::ErrorPage, 10),
];

/// A server that answers with an error of the 5xx kind, or is too busy to.
const SERVER_FAILS_HERE: Row<Here> = &[
    (Here::ErrorPage, 950),
    (Here::Silent, 25),
    (Here::OpensUnframed, 3),
];

/// Any other error answer.
const ERROR_HERE: Row<Here> = &[(Here::ErrorPage, 970), (Here::OpensUnframed, 3)];

/// A failure of TLS comes after the name, the connection and its own round trip.
const TLS_FAILS_WHEN: Row<When> = &[
    (When::Secure, 500),
    (When::Connect, 200),
    (When::Later, 200),
];

/// What each cause looks like.
const fn looks(cause: Cause) -> &'static Looks {
    match cause {
        Cause::Offline => &Looks {
            prior: 30,
            link: &[(Link::Down, 970)],
            online: &[(Online::Failing, 930), (Online::Silent, 50)],
            here: &[
                (Here::BlockedInside, 400),
                (Here::NameFails, 300),
                (Here::Refused, 200),
                (Here::Silent, 50),
            ],
            told: &[(Told::Unreachable, 930), (Told::Blank, 30)],
            when: &[(When::AtOnce, 900)],
            other_network: 950,
            ..USUAL
        },
        Cause::NetworkDown => &Looks {
            prior: 50,
            link: &[(Link::Down, 20)],
            online: &[
                (Online::Silent, 550),
                (Online::Failing, 250),
                (Online::OwnOnly, 180),
            ],
            here: &[
                (Here::Silent, 550),
                (Here::NameFails, 250),
                (Here::Refused, 120),
            ],
            pace: &[(Pace::Late, 150)],
            told: &[(Told::Unreachable, 800), (Told::Endless, 140)],
            when: &[(When::AtOnce, 300), (When::Lookup, 250)],
            other_network: 950,
            ..USUAL
        },
        Cause::CaptivePortal => &Looks {
            prior: 20,
            online: &[
                (Online::Failing, 800),
                (Online::Silent, 120),
                (Online::One, 40),
            ],
            here: &[
                (Here::TlsFails, 650),
                (Here::Refused, 120),
                (Here::Silent, 120),
                (Here::NameFails, 60),
            ],
            told: &[
                (Told::NotSecure, 400),
                (Told::Unreachable, 350),
                (Told::Blank, 100),
                (Told::Endless, 80),
            ],
            when: &[
                (When::Secure, 400),
                (When::Connect, 250),
                (When::Later, 150),
            ],
            other_network: 950,
            ..USUAL
        },
        Cause::FlakyNetwork => &Looks {
            prior: 30,
            online: &[
                (Online::Ragged, 500),
                (Online::Some, 200),
                (Online::All, 180),
                (Online::One, 60),
                (Online::Silent, 40),
            ],
            here: &[
                (Here::Opens, 300),
                (Here::OpensUnframed, 120),
                (Here::Silent, 350),
                (Here::HungUp, 80),
                (Here::NameFails, 70),
            ],
            pace: &[(Pace::Late, 300)],
            told: &[
                (Told::Endless, 450),
                (Told::Unreachable, 350),
                (Told::Blank, 120),
            ],
            past: &[
                (Past::First, 500),
                (Past::Same, 250),
                (Past::Failed, 80),
                (Past::Worked, 80),
            ],
            other_network: 950,
            still_fails: 300,
            ..USUAL
        },
        Cause::DnsLocal => &Looks {
            prior: 40,
            here: &[
                (Here::NameFails, 780),
                (Here::Refused, 80),
                (Here::TlsFails, 70),
                (Here::Silent, 50),
            ],
            told: &[
                (Told::Unreachable, 880),
                (Told::NotSecure, 50),
                (Told::Blank, 30),
            ],
            when: &[
                (When::Lookup, 450),
                (When::AtOnce, 300),
                (When::Connect, 120),
            ],
            other_network: 950,
            ..USUAL
        },
        Cause::BlockedLocally => &Looks {
            prior: 50,
            here: &[
                (Here::BlockedInside, 400),
                (Here::Refused, 210),
                (Here::HungUp, 30),
                (Here::NameFails, 100),
                (Here::TlsFails, 140),
                (Here::Silent, 100),
            ],
            told: &[
                (Told::Unreachable, 700),
                (Told::Blank, 100),
                (Told::NotSecure, 80),
                (Told::Forbidden, 50),
            ],
            when: &[
                (When::AtOnce, 550),
                (When::Lookup, 200),
                (When::Connect, 150),
            ],
            other_network: 900,
            refusal: 100,
            ..USUAL
        },
        Cause::Path => &Looks {
            prior: 60,
            here: &[
                (Here::Silent, 720),
                (Here::Refused, 210),
                (Here::HungUp, 20),
                (Here::TlsFails, 30),
            ],
            pace: &[(Pace::Late, 150)],
            told: &[(Told::Unreachable, 550), (Told::Endless, 400)],
            when: &[
                (When::Connect, 450),
                (When::Lookup, 200),
                (When::Secure, 150),
            ],
            other_network: 950,
            ..USUAL
        },
        Cause::TlsInterception => &Looks {
            prior: 17,
            online: &[
                (Online::All, 450),
                (Online::Failing, 400),
                (Online::Some, 100),
            ],
            here: &[(Here::TlsFails, 950)],
            told: &[(Told::NotSecure, 940)],
            when: TLS_FAILS_WHEN,
            other_network: 950,
            ..USUAL
        },
        Cause::Clock => &Looks {
            prior: 10,
            online: &[
                (Online::All, 300),
                (Online::Failing, 400),
                (Online::Some, 200),
            ],
            here: &[(Here::TlsFails, 950)],
            clock: &[(Clock::FarOff, 900), (Clock::Off, 80)],
            told: &[(Told::NotSecure, 940)],
            when: TLS_FAILS_WHEN,
            other_network: 950,
            right_date: 50,
            ..USUAL
        },
        Cause::RefusedYou => &Looks {
            prior: 50,
            here: &[(Here::ErrorPage, 950)],
            told: &[(Told::Forbidden, 600), (Told::Limited, 320)],
            other_network: 900,
            error_number: 750,
            refusal: 750,
            number: &[(Number::Unknown, 430)],
            outside: &[
                (Outside::Opens, 470),
                (Outside::RobotsRefused, 480),
                (Outside::Redirects, 30),
            ],
            ..USUAL
        },
        Cause::BrowserState => &Looks {
            prior: 25,
            here: WELL_HERE,
            told: &[
                (Told::Blank, 200),
                (Told::Endless, 150),
                (Told::BadGateway, 100),
                (Told::OtherNumber, 100),
                (Told::ServerError, 80),
                (Told::Forbidden, 80),
            ],
            other_network: 900,
            still_fails: 980,
            private_window: 60,
            error_number: 400,
            refusal: 100,
            ..USUAL
        },
        Cause::BadGateway => &Looks {
            prior: 70,
            here: SERVER_FAILS_HERE,
            pace: &[(Pace::Late, 80)],
            outside: &[
                (Outside::Opens, 40),
                (Outside::BadGateway, 870),
                (Outside::Mixed, 30),
                (Outside::Regional, 20),
                (Outside::RobotsRefused, 20),
            ],
            told: &[(Told::BadGateway, 930)],
            number: &[(Number::Unknown, 100)],
            error_number: 800,
            ..USUAL
        },
        Cause::GatewayTimeout => &Looks {
            prior: 50,
            here: &[(Here::ErrorPage, 650), (Here::Silent, 320)],
            pace: &[(Pace::Late, 500)],
            outside: &[
                (Outside::Opens, 40),
                (Outside::GatewayTimeout, 670),
                (Outside::Silent, 180),
                (Outside::Mixed, 40),
                (Outside::RobotsRefused, 20),
            ],
            told: &[(Told::GatewayTimeout, 780), (Told::Endless, 150)],
            number: &[(Number::Unknown, 100)],
            error_number: 800,
            ..USUAL
        },
        Cause::Unavailable => &Looks {
            prior: 50,
            here: SERVER_FAILS_HERE,
            pace: &[(Pace::Late, 80)],
            outside: &[
                (Outside::Opens, 40),
                (Outside::Unavailable, 850),
                (Outside::RobotsRefused, 40),
                (Outside::Mixed, 30),
            ],
            told: &[(Told::Unavailable, 930)],
            number: &[(Number::Unknown, 100)],
            error_number: 800,
            ..USUAL
        },
        Cause::ServerError => &Looks {
            prior: 60,
            here: SERVER_FAILS_HERE,
            pace: &[(Pace::Late, 80)],
            outside: &[
                (Outside::Opens, 40),
                (Outside::ServerError, 870),
                (Outside::Mixed, 30),
                (Outside::Regional, 20),
                (Outside::RobotsRefused, 20),
            ],
            told: &[(Told::ServerError, 850), (Told::Blank, 90)],
            number: &[(Number::Unknown, 100)],
            error_number: 800,
            ..USUAL
        },
        Cause::EdgeError => &Looks {
            prior: 30,
            here: SERVER_FAILS_HERE,
            pace: &[(Pace::Late, 150)],
            outside: &[
                (Outside::Opens, 50),
                (Outside::EdgeError, 840),
                (Outside::Mixed, 30),
                (Outside::Regional, 20),
                (Outside::RobotsRefused, 20),
            ],
            told: &[
                (Told::EdgeError, 850),
                (Told::BadGateway, 30),
                (Told::ServerError, 30),
            ],
            number: &[(Number::Unknown, 100)],
            error_number: 800,
            ..USUAL
        },
        Cause::HttpError => &Looks {
            prior: 50,
            here: ERROR_HERE,
            pace: &[(Pace::Late, 80)],
            outside: &[
                (Outside::ClientError, 300),
                (Outside::ServerError, 150),
                (Outside::BadGateway, 100),
                (Outside::Unavailable, 100),
                (Outside::GatewayTimeout, 100),
                (Outside::RobotsRefused, 100),
            ],
            told: &[
                (Told::OtherNumber, 400),
                (Told::ServerError, 150),
                (Told::Blank, 150),
            ],
            number: &[(Number::Unknown, 970)],
            error_number: 800,
            refusal: 150,
            ..USUAL
        },
        Cause::NotFound => &Looks {
            prior: 30,
            here: ERROR_HERE,
            outside: &[(Outside::NotFound, 920), (Outside::RobotsRefused, 40)],
            told: &[(Told::NotFound, 950)],
            number: &[(Number::Unknown, 100)],
            error_number: 800,
            ..USUAL
        },
        Cause::Forbidden => &Looks {
            prior: 13,
            here: ERROR_HERE,
            outside: &[(Outside::RobotsRefused, 960)],
            told: &[(Told::Forbidden, 930), (Told::Limited, 30)],
            number: &[(Number::Unknown, 100)],
            error_number: 800,
            refusal: 850,
            ..USUAL
        },
        Cause::RedirectLoop => &Looks {
            prior: 7,
            here: &[(Here::Loops, 900), (Here::FetchRefused, 60)],
            outside: &[(Outside::Redirects, 930)],
            told: &[
                (Told::Unreachable, 650),
                (Told::Endless, 150),
                (Told::Blank, 100),
            ],
            when: &[(When::Later, 700)],
            ..USUAL
        },
        Cause::ServerDown => &Looks {
            prior: 70,
            here: &[
                (Here::Refused, 480),
                (Here::Silent, 470),
                (Here::NameFails, 20),
            ],
            outside: &[
                (Outside::Silent, 470),
                (Outside::Refused, 460),
                (Outside::Other, 20),
                (Outside::Mixed, 20),
            ],
            told: &[(Told::Unreachable, 720), (Told::Endless, 240)],
            when: &[
                (When::Connect, 500),
                (When::Lookup, 250),
                (When::Secure, 120),
            ],
            ..USUAL
        },
        Cause::EmptyReply => &Looks {
            prior: 10,
            here: &[(Here::HungUp, 880), (Here::Refused, 70)],
            outside: &[
                (Outside::HungUp, 880),
                (Outside::Other, 60),
                (Outside::Refused, 20),
            ],
            told: &[(Told::Unreachable, 850), (Told::Blank, 80)],
            when: &[(When::Later, 550), (When::Secure, 300)],
            ..USUAL
        },
        Cause::DnsMissing => &Looks {
            prior: 30,
            here: &[(Here::NameFails, 970)],
            outside: &[(Outside::NameMissing, 950), (Outside::NameBroken, 20)],
            names: &[
                (Names::Missing, 930),
                (Names::Split, 30),
                (Names::Broken, 20),
            ],
            told: &[(Told::Unreachable, 930), (Told::Blank, 30)],
            when: &[
                (When::Lookup, 400),
                (When::AtOnce, 200),
                (When::Connect, 200),
            ],
            ..USUAL
        },
        Cause::DnsBroken => &Looks {
            prior: 10,
            here: &[(Here::NameFails, 850), (Here::Silent, 120)],
            outside: &[
                (Outside::NameBroken, 500),
                (Outside::NameMissing, 400),
                (Outside::Silent, 50),
            ],
            names: &[
                (Names::Broken, 600),
                (Names::BadlySigned, 300),
                (Names::Split, 40),
                (Names::Missing, 40),
            ],
            told: &[(Told::Unreachable, 930), (Told::Blank, 30)],
            when: &[
                (When::Later, 400),
                (When::Lookup, 250),
                (When::Connect, 150),
            ],
            ..USUAL
        },
        Cause::Certificate => &Looks {
            prior: 30,
            here: &[(Here::TlsFails, 930), (Here::Silent, 40)],
            outside: &[(Outside::Distrusted, 960), (Outside::Other, 20)],
            told: &[(Told::NotSecure, 940)],
            when: TLS_FAILS_WHEN,
            ..USUAL
        },
        Cause::Intermittent => &Looks {
            prior: 85,
            here: &[
                (Here::Opens, 290),
                (Here::OpensUnframed, 140),
                (Here::ErrorPage, 370),
                (Here::Varies, 120),
                (Here::Silent, 50),
            ],
            pace: &[(Pace::Late, 150)],
            outside: &[
                (Outside::Regional, 480),
                (Outside::Mixed, 90),
                (Outside::Opens, 200),
                (Outside::BadGateway, 20),
                (Outside::Unavailable, 20),
                (Outside::ServerError, 20),
            ],
            told: &[
                (Told::BadGateway, 250),
                (Told::Unavailable, 150),
                (Told::ServerError, 150),
                (Told::GatewayTimeout, 100),
                (Told::Unreachable, 100),
                (Told::Endless, 100),
            ],
            past: &[
                (Past::First, 500),
                (Past::Same, 90),
                (Past::Failed, 100),
                (Past::Worked, 110),
            ],
            other_network: 650,
            still_fails: 250,
            private_window: 600,
            error_number: 700,
            ..USUAL
        },
        Cause::Slow => &Looks {
            prior: 30,
            here: &[
                (Here::Opens, 320),
                (Here::OpensUnframed, 160),
                (Here::Silent, 400),
                (Here::ErrorPage, 60),
            ],
            pace: &[(Pace::Late, 900)],
            outside: &[
                (Outside::OpensSlowly, 700),
                (Outside::Silent, 120),
                (Outside::Opens, 100),
                (Outside::Regional, 50),
            ],
            told: &[
                (Told::Endless, 800),
                (Told::Blank, 80),
                (Told::GatewayTimeout, 40),
            ],
            other_network: 850,
            still_fails: 500,
            ..USUAL
        },
        Cause::Healthy => &Looks {
            prior: 200,
            here: WELL_HERE,
            told: &[
                (Told::BadGateway, 150),
                (Told::Unreachable, 150),
                (Told::Endless, 120),
                (Told::Blank, 100),
            ],
            past: &[(Past::First, 500), (Past::Same, 470), (Past::Failed, 20)],
            other_network: 970,
            still_fails: 25,
            private_window: 800,
            error_number: 100,
            ..USUAL
        },
        Cause::Recovered => &Looks {
            prior: 30,
            here: WELL_HERE,
            told: &[
                (Told::BadGateway, 250),
                (Told::Unavailable, 150),
                (Told::ServerError, 150),
                (Told::GatewayTimeout, 100),
                (Told::Unreachable, 100),
                (Told::Endless, 100),
            ],
            past: &[(Past::Failed, 970), (Past::Flapping, 15)],
            other_network: 970,
            still_fails: 25,
            private_window: 800,
            error_number: 100,
            ..USUAL
        },
        Cause::Unclear => &Looks {
            prior: 20,
            link: &[(Link::Down, 50)],
            online: &[(Online::All, 600), (Online::Some, 200)],
            pace: &[(Pace::Late, 300)],
            outside: &[],
            names: &[],
            clock: &[(Clock::Right, 800)],
            other_network: 500,
            still_fails: 500,
            error_number: 400,
            ..USUAL
        },
    }
}

/// What is expected before anything is measured, in any unit.
pub(crate) fn prior(cause: Cause) -> f64 {
    f64::from(looks(cause).prior)
}

/// What so many failures of a site for the same reason in the last week add to the prior, in its unit: each adds a fifth of
/// what the commonest failure starts with, and more than five tell nothing new.
pub(crate) fn of_history(failures: usize) -> f64 {
    f64::from(u8::try_from(failures.min(5)).unwrap_or(5)) * 15.0
}

/// The probability of a finding under a cause, in (0, 1].
pub(crate) fn likelihood(finding: &Finding, cause: Cause) -> f64 {
    by(finding, cause, 1)
}

/// The same by judgement alone, as though the lab had never been run: what its runs are counted with.
pub(crate) fn judged(finding: &Finding, cause: Cause) -> f64 {
    by(finding, cause, 0)
}

/// `runs`: how often what the lab's runs showed is counted.
fn by(finding: &Finding, cause: Cause, runs: u16) -> f64 {
    let looks = looks(cause);
    let counted = Counted { cause, runs };
    match finding {
        Finding::Link(column) => counted.share(looks.link, &[], Link::ALL, *column),
        Finding::Online(columns) => columns
            .iter()
            .map(|column| counted.share(looks.online, &[], Online::ALL, *column))
            .sum(),
        Finding::Here(columns) => columns
            .iter()
            .map(|(column, part)| {
                part * counted.share(looks.here, measured::HERE, Here::ALL, *column)
            })
            .sum(),
        Finding::Pace(column) => counted.share(looks.pace, &[], Pace::ALL, *column),
        Finding::When(column) => counted.share(looks.when, &[], When::ALL, *column),
        Finding::Outside(columns) => columns
            .iter()
            .map(|(column, part)| {
                part * counted.share(looks.outside, measured::OUTSIDE, Outside::ALL, *column)
            })
            .sum::<f64>()
            .min(1.0),
        Finding::Names(column) => counted.share(looks.names, &[], Names::ALL, *column),
        Finding::Clock(column) => counted.share(looks.clock, &[], Clock::ALL, *column),
        Finding::Told(column) => counted.share(looks.told, &[], Told::ALL, *column),
        Finding::Number(column) => counted.share(looks.number, &[], Number::ALL, *column),
        Finding::Past(column) => counted.share(looks.past, &[], Past::ALL, *column),
        Finding::Said(question, true) => says_yes(*question, cause),
        Finding::Said(question, false) => 1.0 - says_yes(*question, cause),
        Finding::InVain(remedy) => 1.0 - remedy::helps(*remedy, cause),
    }
}

/// How probably a visitor answers a question with yes under a cause.
pub(crate) fn says_yes(question: Question, cause: Cause) -> f64 {
    let looks = looks(cause);
    let thousandths = match question {
        Question::StillFails => looks.still_fails,
        Question::PrivateWindow => looks.private_window,
        Question::OtherNetwork => looks.other_network,
        Question::ErrorNumber => looks.error_number,
        Question::Refusal => looks.refusal,
        Question::RightDate => looks.right_date,
    };
    f64::from(thousandths) / 1_000.0
}

/// Whose counts are looked up, and how often each is counted.
#[derive(Clone, Copy)]
struct Counted {
    cause: Cause,
    runs: u16,
}

impl Counted {
    /// The share of one column: as judged (listed, or an even part of what the row leaves), and as the lab's runs have it.
    fn share<C: PartialEq>(self, row: Row<C>, seen: Counts<C>, all: &[C], column: C) -> f64 {
        let judged = match row.iter().find(|(listed, _)| *listed == column) {
            Some((_, part)) => f64::from(*part),
            None => {
                let listed: u16 = row.iter().map(|(_, part)| part).sum();
                f64::from(1_000_u16.saturating_sub(listed)) / (all.len() - row.len()).max(1) as f64
            }
        } / 1_000.0;
        let (mut of_it, mut of_all) = (0, 0);
        for (_, counted, times) in seen.iter().filter(|(cause, ..)| *cause == self.cause) {
            let times = u16::from(*times) * self.runs;
            of_all += times;
            if *counted == column {
                of_it += times;
            }
        }
        (JUDGEMENT_WEIGHS * judged + f64::from(of_it)) / (JUDGEMENT_WEIGHS + f64::from(of_all))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sums_to_one<C: Copy + PartialEq + std::fmt::Debug>(row: fn(&Looks) -> Row<C>, all: &[C]) {
        for &cause in Cause::ALL {
            let shares: Vec<f64> = all
                .iter()
                .map(|column| {
                    Counted { cause, runs: 0 }.share(row(looks(cause)), &[], all, *column)
                })
                .collect();
            assert!(
                shares.iter().all(|part| *part > 0.0),
                "{cause:?} rules something out: {shares:?} of {all:?}"
            );
            let sum: f64 = shares.iter().sum();
            assert!((sum - 1.0).abs() < 1e-9, "{cause:?}: {sum} over {all:?}");
        }
    }

    #[test]
    fn every_row_is_a_distribution_that_rules_nothing_out() {
        sums_to_one(|looks| looks.link, Link::ALL);
        sums_to_one(|looks| looks.online, Online::ALL);
        sums_to_one(|looks| looks.here, Here::ALL);
        sums_to_one(|looks| looks.pace, Pace::ALL);
        sums_to_one(|looks| looks.when, When::ALL);
        sums_to_one(|looks| looks.outside, Outside::ALL);
        sums_to_one(|looks| looks.names, Names::ALL);
        sums_to_one(|looks| looks.clock, Clock::ALL);
        sums_to_one(|looks| looks.told, Told::ALL);
        sums_to_one(|looks| looks.number, Number::ALL);
        sums_to_one(|looks| looks.past, Past::ALL);
    }

    #[test]
    fn every_cause_may_be_why_a_visitor_comes_and_every_answer_may_be_given() {
        for &cause in Cause::ALL {
            assert!(prior(cause) > 0.0, "{cause:?}");
            for question in Question::ALL {
                let yes = says_yes(question, cause);
                assert!(yes > 0.0 && yes < 1.0, "{question:?} under {cause:?}");
            }
        }
    }
}

//! What a cause's file holds, and what causes have in common. The causes' own numbers stand in their files.
//!
//! A row lists how probable each column of a signal is where it matters, in thousandths; what the row leaves is shared evenly by
//! the columns it does not list, so that no observation ever rules a cause out by itself. A signal that a profile does not name
//! looks as usual ([`USUAL`]): as for a visitor whose network is well and a site that opens for others.
//!
//! The rows are judgement, made with what the faults look like in three engines in mind; the runs of the lab weigh in by
//! `likelihood::measured`.

use whichside_words::Sentence;

use crate::cause::Side;
use crate::hop::HopPlace;
use crate::probability::{PerMille, per_mille};
use crate::remedy::Remedy;
use crate::signals::{
    Clock, ErrorNumber, FailureStage, Link, Local, Names, Online, Outside, Protocol, Speed,
    Symptom, Trend, Tunnel,
};

/// Everything the library knows of a cause.
pub(crate) struct CauseSpec {
    /// The public name of the page contract (`data-cause`).
    pub(crate) id: &'static str,
    /// The side it belongs to.
    pub(crate) side: Side,
    /// Where the way breaks; `None` where it does not, or cannot be told.
    pub(crate) hop: Option<HopPlace>,
    /// How often it is why a visitor comes, before anything is measured. The sum is brought to one. The visitor came because
    /// something failed, so the site being well is the minority; that it is well by now, or only for others, is still common.
    pub(crate) prior: u16,
    /// How probable each signal is under it.
    pub(crate) profile: CauseProfile,
    /// How visitors answer questions under it.
    pub(crate) answers: Answers,
    /// What a visitor can do.
    pub(crate) remedies: Remedies,
    /// What is said of it.
    pub(crate) texts: Texts,
}

/// What is said of a cause, in English and by the keys of its translations.
pub(crate) struct Texts {
    /// In a plain sentence or two; `None` where what is open is said instead.
    pub(crate) explanation: Option<Sentence>,
    /// Its name within a sentence, after a colon or between commas.
    pub(crate) name: Sentence,
    /// Its technical name. What the protocols themselves call it stays as it is.
    pub(crate) technical: Option<Sentence>,
    /// What is noted on the hop that is broken.
    pub(crate) at_hop: Option<Sentence>,
}

/// The technical name of an answer that is well.
pub(super) const WORKS: Sentence = Sentence::new("technical.Works", "HTTP 2xx");

/// What is noted on the hop of a server that answers with an error.
pub(super) const ANSWERS_WITH_ERROR: Sentence =
    Sentence::new("hop-broken.AnswersWithError", "answers with an error");

/// A row of a likelihood table: columns with their thousandths.
#[derive(Clone, Copy)]
pub(crate) struct Row<C: 'static>(&'static [(C, u16)]);

impl<C> Row<C> {
    /// A row. More than a thousand thousandths fail to compile.
    pub(super) const fn new(columns: &'static [(C, u16)]) -> Row<C> {
        let mut sum = 0;
        let mut at = 0;
        while at < columns.len() {
            sum += columns[at].1;
            at += 1;
        }
        assert!(sum <= 1_000, "a row's probabilities add up to at most 1");
        Row(columns)
    }

    /// The share of one of all the columns, 0–1.
    pub(crate) fn share(self, all: &[C], column: C) -> f64
    where
        C: PartialEq,
    {
        let thousandths = match self.0.iter().find(|(listed, _)| *listed == column) {
            Some((_, part)) => f64::from(*part),
            None => {
                let listed: u16 = self.0.iter().map(|(_, part)| part).sum();
                let unlisted = (all.len() - self.0.len()).max(1);
                f64::from(1_000_u16.saturating_sub(listed)) / unlisted as f64
            }
        };
        thousandths / 1_000.0
    }
}

/// How probable each column of each signal is under a cause: the emission probabilities.
pub(crate) struct CauseProfile {
    /// `navigator.onLine === false` can be trusted; `true` says nothing.
    pub(crate) link: Row<Link>,
    /// Every control answers wherever the visitor's network works; none where it does not; a blocker takes one or two.
    pub(crate) online: Row<Online>,
    /// What happens here.
    pub(crate) local: Row<Local>,
    /// How long an answer takes here.
    pub(crate) speed: Row<Speed>,
    /// When a failure comes.
    pub(crate) failure_stage: Row<FailureStage>,
    /// What three vantages agree on. A site that is well turns robots away about one time in ten.
    pub(crate) outside: Row<Outside>,
    /// Whether it opens as browsers ask, too, where it opens by HTTP/1.1 over IPv4. Of a hundred sites that are well one
    /// publishes an IPv6 address at which nothing is.
    pub(crate) protocol: Row<Protocol>,
    /// What public resolvers say.
    pub(crate) names: Row<Names>,
    /// Devices set their clocks from the network; one that is days off is broken in that very way.
    pub(crate) clock: Row<Clock>,
    /// One visitor in twenty comes through WARP or a company's gateway.
    pub(crate) tunnel: Row<Tunnel>,
    /// What visitors call what they see. A number is rarely misread; words for a failed connection are vague.
    pub(crate) symptom: Row<Symptom>,
    /// `http-error` is the name for "an error whose number we do not know": by definition, not by measurement.
    pub(crate) error_number: Row<ErrorNumber>,
    /// What earlier checks of this session saw. `recovered` is "failed earlier and answers now": by definition.
    pub(crate) trend: Row<Trend>,
}

/// How often visitors answer each question with yes under a cause.
pub(crate) struct Answers {
    /// How often a visitor says that the tab still fails; `browser-state` is that, by definition. Of a site that
    /// is well, some look at a tab that they did not load again, and some pages fail in what they do once they are there. Sites
    /// that fail now and then mostly fail in one load out of ten, and two or three loads seldom meet that.
    pub(crate) still_fails: PerMille,
    /// How often one says that it fails in a private window too, which knows nothing of cache and cookies.
    pub(crate) private_window: PerMille,
    /// How often one says that another browser on this device opens it: what the first one keeps and carries is not in it.
    pub(crate) other_browser: PerMille,
    /// How often one says that another device on the same Wi-Fi opens it: the router and all behind it are the same.
    pub(crate) other_device: PerMille,
    /// How often one says that it opens over another network. Nobody is sure to have looked well.
    pub(crate) other_network: PerMille,
    /// How often one says that a VPN they already have opens it: it leaves out the provider, and is an address that sites
    /// like less.
    pub(crate) own_vpn: PerMille,
    /// How often one says that the tab shows the site's own page, whatever is wrong with it.
    pub(crate) own_page: PerMille,
    /// How often one says that the tab shows an error number: pages in a site's own dress often hide it.
    pub(crate) error_number: PerMille,
    /// How often one says that the tab turns them away.
    pub(crate) refusal: PerMille,
    /// How often one says that device or network are a company's or a school's.
    pub(crate) managed: PerMille,
    /// How often one says that the date is right.
    pub(crate) right_date: PerMille,
}

/// A remedy and the probability that it helps where its cause is the true one. Judgement, to be set by what visitors report.
pub(crate) type Chance = (Remedy, PerMille);

/// The remedies of a cause: two at least.
pub(crate) struct Remedies(
    pub(super) Chance,
    pub(super) Chance,
    pub(super) &'static [Chance],
);

impl Remedies {
    /// All of them, in the order they are listed.
    pub(crate) fn all(&self) -> impl Iterator<Item = Chance> {
        let Remedies(first, second, more) = self;
        [*first, *second].into_iter().chain(more.iter().copied())
    }
}

/// A visitor whose network is well, and a site that opens for others.
pub(super) const USUAL: CauseProfile = CauseProfile {
    link: Row::new(&[(Link::Down, 1)]),
    online: Row::new(&[
        (Online::All, 860),
        (Online::Some, 115),
        (Online::Ragged, 10),
        (Online::One, 7),
    ]),
    local: Row::new(&[]),
    speed: Row::new(&[(Speed::Late, 35)]),
    failure_stage: Row::new(&[]),
    outside: Row::new(&[
        (Outside::Opens, 750),
        (Outside::FailsAtHome, 8),
        (Outside::RobotsRefused, 90),
        (Outside::Redirects, 50),
        (Outside::Regional, 15),
        (Outside::Silent, 12),
        (Outside::Distrusted, 12),
        (Outside::OpensSlowly, 10),
        (Outside::Refused, 6),
        (Outside::HungUp, 6),
    ]),
    names: Row::new(&[(Names::Found, 975), (Names::Split, 12), (Names::Private, 3)]),
    protocol: Row::new(&[(Protocol::Alike, 990), (Protocol::Ipv6Fails, 6)]),
    clock: Row::new(&[(Clock::Right, 970), (Clock::Off, 28)]),
    tunnel: Row::new(&[(Tunnel::Through, 50)]),
    symptom: Row::new(&[]),
    error_number: Row::new(&[(ErrorNumber::Unknown, 500)]),
    trend: Row::new(&[
        (Trend::First, 500),
        (Trend::Same, 425),
        (Trend::Failed, 40),
        (Trend::Worked, 30),
    ]),
};

/// How visitors answer where the network is well and the site fails.
pub(super) const USUAL_ANSWERS: Answers = Answers {
    still_fails: per_mille(950),
    private_window: per_mille(950),
    other_browser: per_mille(40),
    other_device: per_mille(40),
    other_network: per_mille(40),
    own_vpn: per_mille(60),
    own_page: per_mille(500),
    error_number: per_mille(40),
    refusal: per_mille(10),
    managed: per_mille(100),
    right_date: per_mille(980),
};

/// A site that is well: with framing allowed or forbidden, or refusing fetches of other origins.
pub(super) const WELL_HERE: Row<Local> = Row::new(&[
    (Local::Opens, 640),
    (Local::OpensUnframed, 320),
    (Local::FetchRefused, 25),
    // Some turn away what comes from another site's page without cookies, as the status oracle does.
    (Local::ErrorPage, 10),
]);

/// A server that answers with an error of the 5xx kind, or is too busy to.
pub(super) const SERVER_FAILS_HERE: Row<Local> = Row::new(&[
    (Local::ErrorPage, 950),
    (Local::Silent, 25),
    (Local::OpensUnframed, 3),
]);

/// Any other error answer.
pub(super) const ERROR_HERE: Row<Local> =
    Row::new(&[(Local::ErrorPage, 970), (Local::OpensUnframed, 3)]);

/// A failure of TLS comes after the name, the connection and its own round trip.
pub(super) const TLS_FAILS_AT: Row<FailureStage> = Row::new(&[
    (FailureStage::Secure, 500),
    (FailureStage::Connect, 200),
    (FailureStage::Later, 200),
]);

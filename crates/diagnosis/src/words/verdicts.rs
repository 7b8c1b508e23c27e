//! The verdict in plain words: the sentence a parent understands, the cause, the technical name, how sure.

use super::english::{RegionKey, VerdictKey};
use super::{Words, number};
use crate::cause::{Cause, Side};
use crate::check::Check;
use crate::endpoints::Control;
use crate::observation::Outcome;
use crate::probes::{Probe, Stage};
use crate::question::Question;
use crate::signals::{self, Finding, Local, Outside};
use crate::verdict::{Certainty, Verdict};

/// One sentence: whose side.
#[must_use]
pub fn headline<'a>(words: &'a Words, verdict: &Verdict, running: bool) -> &'a str {
    words.text(match (verdict.side, running) {
        (Side::Theirs, _) => VerdictKey::Theirs,
        (Side::Yours, _) => match verdict.cause {
            _ if !verdict.tells_cause() => VerdictKey::Yours,
            Cause::RefusedYou => VerdictKey::RefusedYou,
            Cause::BrowserState => VerdictKey::BrowserState,
            Cause::Offline => VerdictKey::Offline,
            _ => VerdictKey::Yours,
        },
        (Side::Works, _) => match verdict.cause {
            Cause::Recovered => VerdictKey::Recovered,
            _ => VerdictKey::Opens,
        },
        (Side::Unknown, true) => match verdict.network_works() {
            Some(true) if answers(verdict) => VerdictKey::Answers,
            Some(true) if silent(verdict) => VerdictKey::Silent,
            Some(true) if fails(verdict) => VerdictKey::Fails,
            Some(true) => VerdictKey::Online,
            Some(false) => VerdictKey::NothingAnswers,
            None => VerdictKey::Looking,
        },
        (Side::Unknown, false) => VerdictKey::Unknown,
    })
}

/// Whether what happened here is surely one of these columns.
fn here_is(verdict: &Verdict, among: fn(Local) -> bool) -> bool {
    verdict
        .evidence
        .iter()
        .any(|evidence| match &evidence.finding {
            Finding::Local(columns) => columns.iter().all(|(column, _)| among(*column)),
            _ => false,
        })
}

fn answers(verdict: &Verdict) -> bool {
    here_is(verdict, |column| {
        matches!(
            column,
            Local::Opens | Local::OpensUnframed | Local::ErrorPage | Local::Varies
        )
    })
}

fn silent(verdict: &Verdict) -> bool {
    here_is(verdict, |column| {
        matches!(column, Local::Silent | Local::Stalls)
    })
}

fn fails(verdict: &Verdict) -> bool {
    here_is(verdict, |column| {
        !matches!(
            column,
            Local::Opens
                | Local::OpensUnframed
                | Local::ErrorPage
                | Local::Varies
                | Local::Silent
                | Local::Stalls
        )
    })
}

/// A cause, in one plain sentence or two.
#[must_use]
pub fn explanation(words: &Words, check: &Check, verdict: &Verdict, running: bool) -> String {
    if verdict.cause == Cause::Intermittent && outside(verdict) == Some(Outside::Regional) {
        return regions(words, check);
    }
    if !verdict.tells_cause() {
        let of_its_side = |cause: Cause| cause.side() == verdict.side;
        let first = likeliest(verdict, &of_its_side);
        let others = |cause: Cause| of_its_side(cause) && first != Some(cause);
        return tie(words, [first, likeliest(verdict, &others)]);
    }
    match verdict.cause.spec().texts.explanation {
        Some(sentence) => words.fill(sentence, &[("host", check.target().host())]),
        None if running => running_line(words, check),
        None => undecided(words, check, verdict),
    }
}

/// What is open, and what would settle it.
fn undecided(words: &Words, check: &Check, verdict: &Verdict) -> String {
    let first = likeliest(verdict, &|_| true);
    let of_another_side = |cause: Cause| first.map(Cause::side) != Some(cause.side());
    let tie = tie(words, [first, likeliest(verdict, &of_another_side)]);
    let settle = if check.record().setting().only_this_browser {
        VerdictKey::LetOthersLook
    } else if check.question().is_some() {
        VerdictKey::AnswerBelow
    } else {
        VerdictKey::TryPhone
    };
    [&tie, " ", words.text(settle)].concat()
}

/// The likeliest cause among some.
fn likeliest(verdict: &Verdict, among: &dyn Fn(Cause) -> bool) -> Option<Cause> {
    let mut ranked = verdict.ranked.iter().map(|(cause, _)| *cause);
    ranked.find(|cause| *cause != Cause::Unclear && among(*cause))
}

/// Which two it may be.
fn tie(words: &Words, causes: [Option<Cause>; 2]) -> String {
    match causes {
        [Some(first), Some(second)] => words.fill(
            VerdictKey::Tie,
            &[
                ("first", cause_name(words, first)),
                ("second", cause_name(words, second)),
            ],
        ),
        [_, _] => words.text(VerdictKey::LittleSeen).to_owned(),
    }
}

/// A cause's name within a sentence.
#[must_use]
pub fn cause_name(words: &Words, cause: Cause) -> &str {
    words.text(cause.spec().texts.name)
}

/// The technical name, such as `502 Bad Gateway · nginx/1.22.1`.
#[must_use]
pub fn technical(words: &Words, verdict: &Verdict) -> Option<String> {
    if !verdict.tells_cause() {
        return None;
    }
    let name = words.text(verdict.cause.spec().texts.technical?);
    let numbered = verdict.cause.side() == Side::Theirs;
    let code = verdict.status.filter(|_| numbered).map(number);
    let mut said = match code {
        Some(code) if !name.starts_with(&code) => ["HTTP ", &code].concat(),
        Some(_) | None => name.to_owned(),
    };
    if let Some(server) = verdict.server.as_deref().filter(|_| numbered) {
        said.push_str(" · ");
        said.push_str(server);
    }
    Some(said)
}

/// How sure, in a word or two.
#[must_use]
pub fn sureness<'a>(words: &'a Words, verdict: &Verdict, running: bool) -> &'a str {
    words.text(match verdict.certainty() {
        None if running => VerdictKey::SureLooking,
        None => VerdictKey::SureUnknown,
        Some(Certainty::Certain) => VerdictKey::SureCertain,
        Some(Certainty::VeryLikely) => VerdictKey::SureVery,
        Some(Certainty::Likely) => VerdictKey::SureLikely,
    })
}

/// What the week before says of this site.
#[must_use]
pub fn failed_before(words: &Words, check: &Check) -> Option<String> {
    let count = check.record().setting().history.len() as u32;
    (count > 1).then(|| words.count(VerdictKey::FailedBefore, count, 0))
}

/// What is being asked now.
#[must_use]
pub fn running_line(words: &Words, check: &Check) -> String {
    let record = check.record();
    let all_controls = Control::ALL
        .into_iter()
        .all(|control| record.is_waiting(Probe::Control(control)));
    let key = if all_controls {
        VerdictKey::AskingAll
    } else {
        match record.waiting().find_map(|probe| probe.spec().stage) {
            Some(Stage::Status) => VerdictKey::AskingStatus,
            Some(Stage::Site) => VerdictKey::AskingSite,
            Some(Stage::Where) => VerdictKey::AskingWhere,
            Some(Stage::Outside) => VerdictKey::AskingOutside,
            None if check.awaits_a_late_answer() => VerdictKey::AwaitingLate,
            None => VerdictKey::Concluding,
        }
    };
    words.fill(key, &[("host", check.target().host())])
}

/// How one half of the emblem stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HalfState {
    /// It works.
    Fine,
    /// It is what is broken.
    Broken,
    /// Not known.
    Unknown,
}

/// The split disc: the visitor's half and the site's.
#[must_use]
pub fn emblem(check: &Check, verdict: &Verdict) -> (HalfState, HalfState) {
    let reached = verdict.network_works() == Some(true)
        && check.outcome(Probe::Link) != Some(&Outcome::Link(false));
    let you = if reached {
        HalfState::Fine
    } else {
        HalfState::Unknown
    };
    match verdict.side {
        Side::Yours => (HalfState::Broken, theirs_beside_yours(verdict)),
        Side::Theirs => (HalfState::Fine, HalfState::Broken),
        Side::Works => (HalfState::Fine, HalfState::Fine),
        Side::Unknown => (you, HalfState::Unknown),
    }
}

/// What the vantages saw.
fn outside(verdict: &Verdict) -> Option<Outside> {
    verdict
        .evidence
        .iter()
        .find_map(|evidence| match &evidence.finding {
            Finding::Outside(columns) => columns.first().map(|(column, _)| *column),
            _ => None,
        })
}

/// Where the site opens, and where it fails, for the vantages.
fn regions(words: &Words, check: &Check) -> String {
    let (mut opens, mut fails) = (String::new(), String::new());
    for vantage in signals::vantages(check.record()) {
        let at = vantage.place.name();
        let list = match vantage.saw.opens() {
            Some(true) => &mut opens,
            Some(false) => &mut fails,
            None => continue,
        };
        *list = if list.is_empty() {
            at.to_owned()
        } else {
            words.fill(RegionKey::And, &[("list", list), ("next", at)])
        };
    }
    let host = check.target().host();
    words.fill(
        RegionKey::Regional,
        &[("opens", &opens), ("fails", &fails), ("host", host)],
    )
}

/// Where the visitor's side is broken, the site's is known to be well only if others open it.
fn theirs_beside_yours(verdict: &Verdict) -> HalfState {
    if outside(verdict).is_some_and(|column| {
        matches!(
            column,
            Outside::Opens | Outside::FailsAtHome | Outside::OpensSlowly
        )
    }) {
        HalfState::Fine
    } else {
        HalfState::Unknown
    }
}

/// A question with its answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QuestionWords<'a> {
    /// The question.
    pub text: &'a str,
    /// The label for yes.
    pub yes: &'a str,
    /// The label for no.
    pub no: &'a str,
}

/// A question in words.
#[must_use]
pub fn question(words: &Words, question: Question) -> QuestionWords<'_> {
    use VerdictKey as K;
    let (text, yes, no) = match question {
        Question::StillFails => (K::StillFails, K::StillFailsYes, K::StillFailsNo),
        Question::PrivateWindow => (K::PrivateWindow, K::PrivateWindowYes, K::PrivateWindowNo),
        Question::OtherBrowser => (K::OtherBrowser, K::OpensThere, K::FailsThere),
        Question::OtherDevice => (K::OtherDevice, K::OpensThere, K::FailsThere),
        Question::OtherNetwork => (K::OtherNetwork, K::OtherNetworkYes, K::OtherNetworkNo),
        Question::OwnVpn => (K::OwnVpn, K::OpensThere, K::FailsThere),
        Question::OwnPage => (K::OwnPage, K::OwnPageYes, K::OwnPageNo),
        Question::ErrorNumber => (K::ErrorNumber, K::ErrorNumberYes, K::ErrorNumberNo),
        Question::Refusal => (K::Refusal, K::RefusalYes, K::RefusalNo),
        Question::Managed => (K::Managed, K::ManagedYes, K::ManagedNo),
        Question::RightDate => (K::RightDate, K::RightDateYes, K::RightDateNo),
    };
    QuestionWords {
        text: words.text(text),
        yes: words.text(yes),
        no: words.text(no),
    }
}

//! Which question to put to the visitor: the one whose answer is expected to tell most about the cause.
//!
//! The measure is the mutual information of answer and cause, in bits, under the present verdict. How causes
//! answer stands in `causes`; the words are in `words`.

use crate::cause::{Cause, Side};
use crate::further;
use crate::observation::Outcome;
use crate::probability::PerMille;
use crate::probes::Probe;
use crate::question::Question;
use crate::record::CheckRecord;
use crate::signals::{self, LocalReading, Outside};
use crate::thresholds::WORTH_ASKING_BITS;
use crate::verdict::Verdict;

/// The best question, if any is worth the visitor's time.
pub(crate) fn best(record: &CheckRecord, verdict: &Verdict) -> Option<Question> {
    Question::ALL
        .into_iter()
        .filter(|question| is_open(record, verdict, *question))
        .map(|question| (question, expected_bits(verdict, question)))
        .filter(|(_, bits)| *bits >= WORTH_ASKING_BITS)
        .fold(None, |best: Option<(Question, f64)>, next| match best {
            Some(best) if best.1 >= next.1 => Some(best),
            _ => Some(next),
        })
        .map(|(question, _)| question)
}

/// Whether it was not answered yet, by itself or by what the visitor told before, and makes sense now.
fn is_open(record: &CheckRecord, verdict: &Verdict, question: Question) -> bool {
    let answered = record.outcome(Probe::Asked(question)).is_some();
    let said_yes = |question| record.outcome(Probe::Asked(question)) == Some(&Outcome::Said(true));
    // Where the side is sure and its cause is not, the visitor's own devices tell what to do.
    let undecided = verdict.side != Side::Works
        && (!verdict.is_sure() || verdict.side == Side::Yours && !verdict.tells_cause());
    let fails = signals::opened(record) == Some(false);
    let makes_sense = match question {
        // Something answers here: whoever loads the page again now sees what.
        Question::StillFails => {
            (verdict.side == Side::Works || !verdict.is_sure())
                && (record.outcome(Probe::Fetch) == Some(&Outcome::Answered)
                    || signals::local(record).is_some_and(LocalReading::may_be_well))
        }
        Question::PrivateWindow => said_yes(Question::StillFails),
        Question::OtherBrowser | Question::OtherDevice | Question::Managed => {
            undecided
                && (fails
                    || said_yes(Question::StillFails) && signals::opened(record) == Some(true))
        }
        Question::OtherNetwork => {
            undecided
                && (!vantages_told(record)
                    // They see neither what browsers alone meet, nor the parts of a page.
                    || further::site_is_uncleared(record)
                    || said_yes(Question::StillFails)
                        && signals::opened(record) == Some(true))
        }
        Question::OwnVpn => undecided && fails && vantages_told(record),
        // Something answers, and what that is only the visitor sees.
        Question::OwnPage => {
            undecided
                && said_yes(Question::StillFails)
                && record.outcome(Probe::Seen).is_none()
                && record.outcome(Probe::Fetch) == Some(&Outcome::Answered)
        }
        // A tab that works shows none: that is told already.
        Question::ErrorNumber => {
            said_yes(Question::StillFails) && record.outcome(Probe::Seen).is_none()
        }
        // Which error it is, is asked where it is one.
        Question::Refusal => {
            !verdict.is_sure()
                && record.outcome(Probe::Seen).is_none()
                && (record.outcome(Probe::Status) == Some(&Outcome::Failed)
                    || said_yes(Question::ErrorNumber))
        }
        // Where the trace came, the clock is known.
        Question::RightDate => !matches!(record.outcome(Probe::Trace), Some(Outcome::Trace(_))),
    };
    !answered && makes_sense
}

/// Whether the vantages have told how the page is elsewhere: the visitor's phone is but one more of them. Where all of them
/// fail, it may be them that are turned away.
fn vantages_told(record: &CheckRecord) -> bool {
    signals::outside(record).is_some_and(|reading| {
        matches!(
            reading.agreed,
            Outside::Opens | Outside::FailsAtHome | Outside::OpensSlowly | Outside::Regional
        ) && reading.trust() == PerMille::ONE
    })
}

/// The mutual information of the answer and of what a visitor would do: each cause on their own side wants something else of
/// them, all of the site's want patience.
fn expected_bits(verdict: &Verdict, question: Question) -> f64 {
    let sum = |among: &dyn Fn(Cause) -> bool| {
        let mut all = (0.0, 0.0);
        for &(cause, p) in verdict.ranked.iter().filter(|(cause, _)| among(*cause)) {
            all.0 += p.fraction();
            all.1 += p.fraction() * cause.answers_yes(question).fraction();
        }
        all
    };
    let (_, yes) = sum(&|_| true);
    let told_by = |among: &dyn Fn(Cause) -> bool| {
        let (p, says_yes) = sum(among);
        if p <= 0.0 {
            return 0.0;
        }
        let says = says_yes / p;
        p * (bits(says, yes) + bits(1.0 - says, 1.0 - yes))
    };
    let sides = [Side::Theirs, Side::Works, Side::Unknown]
        .into_iter()
        .map(|side| told_by(&|cause| cause.side() == side));
    let own = Cause::ALL
        .iter()
        .filter(|cause| cause.side() == Side::Yours)
        .map(|own| told_by(&|cause| cause == *own));
    sides.chain(own).sum()
}

/// What an answer given with probability `p` tells, in bits, where it is given with probability `of_all` on the whole.
fn bits(p: f64, of_all: f64) -> f64 {
    if p > 0.0 {
        p * (p / of_all).log2()
    } else {
        0.0
    }
}

//! Accepts the connection and hangs up without an answer.

use super::profile::{CauseProfile, CauseSpec, Remedies, Row, Texts, USUAL, USUAL_ANSWERS};
use crate::cause::Side;
use crate::hop::HopPlace;
use crate::probability::per_mille;
use crate::remedy::Remedy;
use crate::signals::{FailureStage, Local, Outside, Symptom};
use whichside_words::Sentence;

pub(super) static SPEC: CauseSpec = CauseSpec {
    id: "empty-reply",
    side: Side::Theirs,
    hop: Some(HopPlace::Front),
    prior: 10,
    profile: CauseProfile {
        local: Row::new(&[(Local::HungUp, 880), (Local::Refused, 70)]),
        failure_stage: Row::new(&[(FailureStage::Later, 550), (FailureStage::Secure, 300)]),
        outside: Row::new(&[
            (Outside::HungUp, 880),
            (Outside::Other, 60),
            (Outside::Refused, 20),
        ]),
        symptom: Row::new(&[(Symptom::Unreachable, 850), (Symptom::Blank, 80)]),
        ..USUAL
    },
    answers: USUAL_ANSWERS,
    remedies: Remedies(
        (Remedy::Watch, per_mille(500)),
        (Remedy::Archive, per_mille(200)),
        &[
            (Remedy::SecondOpinions, per_mille(150)),
            (Remedy::TellOwner, per_mille(250)),
        ],
    ),
    texts: Texts {
        explanation: Some(Sentence::new(
            "cause.EmptyReply",
            "The server of {host} takes the call and hangs up without a word, for everybody.",
        )),
        name: Sentence::new("cause-name.EmptyReply", "a server that hangs up"),
        technical: Some(Sentence::new("technical.EmptyReply", "empty reply")),
        at_hop: Some(Sentence::new("hop-broken.EmptyReply", "hangs up")),
    },
};

//! Accepts the connection and hangs up without an answer.

use super::profile::{
    Answers, CauseProfile, CauseSpec, Remedies, Row, Texts, USUAL, USUAL_ANSWERS,
};
use crate::cause::Side;
use crate::hop::HopPlace;
use crate::probability::per_mille;
use crate::remedy::Remedy;
use crate::signals::{FailureStage, Local, Outside, Protocol, Symptom};
use whichside_words::Sentence;

pub(super) static SPEC: CauseSpec = CauseSpec {
    id: "empty-reply",
    side: Side::Theirs,
    hop: Some(HopPlace::Front),
    prior: 45,
    profile: CauseProfile {
        local: Row::new(&[
            (Local::HungUp, 330),
            (Local::TlsFails, 450),
            (Local::Stalls, 110),
            (Local::Refused, 60),
        ]),
        failure_stage: Row::new(&[(FailureStage::Later, 550), (FailureStage::Secure, 300)]),
        outside: Row::new(&[
            (Outside::Opens, 520),
            (Outside::HungUp, 370),
            (Outside::Other, 60),
            (Outside::Refused, 20),
        ]),
        protocol: Row::new(&[(Protocol::Http2Fails, 500), (Protocol::Alike, 490)]),
        symptom: Row::new(&[(Symptom::Unreachable, 850), (Symptom::Blank, 80)]),
        ..USUAL
    },
    answers: Answers {
        other_browser: per_mille(200),
        other_device: per_mille(200),
        other_network: per_mille(150),
        ..USUAL_ANSWERS
    },
    remedies: Remedies(
        (Remedy::Watch, per_mille(400)),
        (Remedy::Archive, per_mille(200)),
        &[
            (Remedy::TellOwner, per_mille(400)),
            (Remedy::OtherBrowser, per_mille(150)),
            (Remedy::SecondOpinions, per_mille(50)),
        ],
    ),
    texts: Texts {
        explanation: Some(Sentence::new(
            "cause.EmptyReply",
            "The server of {host} takes the connection and ends it without a word: it fails, or cannot speak as today’s browsers do.",
        )),
        name: Sentence::new("cause-name.EmptyReply", "a server that hangs up"),
        technical: Some(Sentence::new("technical.EmptyReply", "empty reply")),
        at_hop: Some(Sentence::new("hop-broken.EmptyReply", "hangs up")),
    },
};

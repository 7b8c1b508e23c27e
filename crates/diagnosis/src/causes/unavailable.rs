//! 503.

use super::profile::{
    ANSWERS_WITH_ERROR, Answers, CauseProfile, CauseSpec, Remedies, Row, SERVER_FAILS_HERE, Texts,
    USUAL, USUAL_ANSWERS,
};
use crate::cause::Side;
use crate::hop::HopPlace;
use crate::probability::per_mille;
use crate::remedy::Remedy;
use crate::signals::{ErrorNumber, Outside, Speed, Symptom};
use whichside_words::Sentence;

pub(super) static SPEC: CauseSpec = CauseSpec {
    id: "unavailable",
    side: Side::Theirs,
    hop: Some(HopPlace::Application),
    prior: 50,
    profile: CauseProfile {
        local: SERVER_FAILS_HERE,
        speed: Row::new(&[(Speed::Late, 80)]),
        outside: Row::new(&[
            (Outside::Opens, 40),
            (Outside::Unavailable, 850),
            (Outside::RobotsRefused, 40),
            (Outside::Mixed, 30),
        ]),
        symptom: Row::new(&[(Symptom::Unavailable, 930)]),
        error_number: Row::new(&[(ErrorNumber::Unknown, 100)]),
        ..USUAL
    },
    answers: Answers {
        error_number: per_mille(800),
        ..USUAL_ANSWERS
    },
    remedies: Remedies(
        (Remedy::Watch, per_mille(600)),
        (Remedy::Archive, per_mille(200)),
        &[
            (Remedy::SecondOpinions, per_mille(150)),
            (Remedy::TellOwner, per_mille(100)),
        ],
    ),
    texts: Texts {
        explanation: Some(Sentence::new(
            "cause.Unavailable",
            "{host} says it is not available now: it is overloaded, or being worked on.",
        )),
        name: Sentence::new(
            "cause-name.Unavailable",
            "a site that is not available (503)",
        ),
        technical: Some(Sentence::new(
            "technical.Unavailable",
            "503 Service Unavailable",
        )),
        at_hop: Some(ANSWERS_WITH_ERROR),
    },
};

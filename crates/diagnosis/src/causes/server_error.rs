//! 500 and other 5xx.

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
    id: "server-error",
    side: Side::Theirs,
    hop: Some(HopPlace::Application),
    prior: 60,
    profile: CauseProfile {
        local: SERVER_FAILS_HERE,
        speed: Row::new(&[(Speed::Late, 80)]),
        outside: Row::new(&[
            (Outside::Opens, 40),
            (Outside::ServerError, 870),
            (Outside::Mixed, 30),
            (Outside::Regional, 20),
            (Outside::RobotsRefused, 20),
        ]),
        symptom: Row::new(&[(Symptom::ServerError, 850), (Symptom::Blank, 90)]),
        error_number: Row::new(&[(ErrorNumber::Unknown, 100)]),
        ..USUAL
    },
    answers: Answers {
        error_number: per_mille(800),
        ..USUAL_ANSWERS
    },
    remedies: Remedies(
        (Remedy::Watch, per_mille(500)),
        (Remedy::Archive, per_mille(200)),
        &[
            (Remedy::SecondOpinions, per_mille(150)),
            (Remedy::TellOwner, per_mille(300)),
            (Remedy::Reload, per_mille(30)),
        ],
    ),
    texts: Texts {
        explanation: Some(Sentence::new(
            "cause.ServerError",
            "The application of {host} fails on your request. Its owners have to mend it.",
        )),
        name: Sentence::new("cause-name.ServerError", "a server error (5xx)"),
        technical: Some(Sentence::new(
            "technical.ServerError",
            "500 Internal Server Error",
        )),
        at_hop: Some(ANSWERS_WITH_ERROR),
    },
};

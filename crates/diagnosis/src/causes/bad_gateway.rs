//! 502.

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
    id: "bad-gateway",
    side: Side::Theirs,
    hop: Some(HopPlace::Application),
    prior: 70,
    profile: CauseProfile {
        local: SERVER_FAILS_HERE,
        speed: Row::new(&[(Speed::Late, 80)]),
        outside: Row::new(&[
            (Outside::Opens, 40),
            (Outside::BadGateway, 870),
            (Outside::Mixed, 30),
            (Outside::Regional, 20),
            (Outside::RobotsRefused, 20),
        ]),
        symptom: Row::new(&[(Symptom::BadGateway, 930)]),
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
            "cause.BadGateway",
            "The front server of {host} answers, but the application behind it does not. Its owners have to mend it.",
        )),
        name: Sentence::new("cause-name.BadGateway", "a bad gateway (502)"),
        technical: Some(Sentence::new("technical.BadGateway", "502 Bad Gateway")),
        at_hop: Some(ANSWERS_WITH_ERROR),
    },
};

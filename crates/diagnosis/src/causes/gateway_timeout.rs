//! 504.

use super::profile::{
    ANSWERS_WITH_ERROR, Answers, CauseProfile, CauseSpec, Remedies, Row, Texts, USUAL,
    USUAL_ANSWERS,
};
use crate::cause::Side;
use crate::hop::HopPlace;
use crate::probability::per_mille;
use crate::remedy::Remedy;
use crate::signals::{ErrorNumber, Local, Outside, Speed, Symptom};
use whichside_words::Sentence;

pub(super) static SPEC: CauseSpec = CauseSpec {
    id: "gateway-timeout",
    side: Side::Theirs,
    hop: Some(HopPlace::Application),
    prior: 50,
    profile: CauseProfile {
        local: Row::new(&[
            (Local::ErrorPage, 650),
            (Local::Silent, 160),
            (Local::Stalls, 160),
        ]),
        speed: Row::new(&[(Speed::Late, 500)]),
        outside: Row::new(&[
            (Outside::Opens, 40),
            (Outside::GatewayTimeout, 670),
            (Outside::Silent, 180),
            (Outside::Mixed, 40),
            (Outside::RobotsRefused, 20),
        ]),
        symptom: Row::new(&[(Symptom::GatewayTimeout, 780), (Symptom::Endless, 150)]),
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
            "cause.GatewayTimeout",
            "The front server of {host} waited for the application behind it, in vain. Its owners have to mend it.",
        )),
        name: Sentence::new("cause-name.GatewayTimeout", "a gateway time-out (504)"),
        technical: Some(Sentence::new(
            "technical.GatewayTimeout",
            "504 Gateway Timeout",
        )),
        at_hop: Some(ANSWERS_WITH_ERROR),
    },
};

//! An error answer whose number could not be read.

use super::profile::{
    ANSWERS_WITH_ERROR, Answers, CauseProfile, CauseSpec, ERROR_HERE, Remedies, Row, Texts, USUAL,
    USUAL_ANSWERS,
};
use crate::cause::Side;
use crate::hop::HopPlace;
use crate::probability::per_mille;
use crate::remedy::Remedy;
use crate::signals::{ErrorNumber, Outside, Speed, Symptom};
use whichside_words::Sentence;

pub(super) static SPEC: CauseSpec = CauseSpec {
    id: "http-error",
    side: Side::Theirs,
    hop: Some(HopPlace::Application),
    prior: 50,
    profile: CauseProfile {
        local: ERROR_HERE,
        speed: Row::new(&[(Speed::Late, 80)]),
        outside: Row::new(&[
            (Outside::ClientError, 300),
            (Outside::ServerError, 150),
            (Outside::BadGateway, 100),
            (Outside::Unavailable, 100),
            (Outside::GatewayTimeout, 100),
            (Outside::RobotsRefused, 100),
        ]),
        symptom: Row::new(&[
            (Symptom::OtherNumber, 400),
            (Symptom::ServerError, 150),
            (Symptom::Blank, 150),
            (Symptom::TooLarge, 120),
        ]),
        error_number: Row::new(&[(ErrorNumber::Unknown, 970)]),
        ..USUAL
    },
    answers: Answers {
        error_number: per_mille(800),
        refusal: per_mille(150),
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
            "cause.HttpError",
            "{host} answers, but with an error instead of the page.",
        )),
        name: Sentence::new("cause-name.HttpError", "an error answer of the site"),
        technical: Some(Sentence::new(
            "technical.HttpError",
            "HTTP error, number not readable from here",
        )),
        at_hop: Some(ANSWERS_WITH_ERROR),
    },
};

//! 404 or 410.

use super::profile::{
    Answers, CauseProfile, CauseSpec, ERROR_HERE, Remedies, Row, Texts, USUAL, USUAL_ANSWERS,
};
use crate::cause::Side;
use crate::hop::HopPlace;
use crate::probability::per_mille;
use crate::remedy::Remedy;
use crate::signals::{ErrorNumber, Outside, Symptom};
use whichside_words::Sentence;

pub(super) static SPEC: CauseSpec = CauseSpec {
    id: "not-found",
    side: Side::Theirs,
    hop: Some(HopPlace::Application),
    prior: 30,
    profile: CauseProfile {
        local: ERROR_HERE,
        outside: Row::new(&[(Outside::NotFound, 920), (Outside::RobotsRefused, 40)]),
        symptom: Row::new(&[(Symptom::NotFound, 950)]),
        error_number: Row::new(&[(ErrorNumber::Unknown, 100)]),
        ..USUAL
    },
    answers: Answers {
        error_number: per_mille(800),
        ..USUAL_ANSWERS
    },
    remedies: Remedies(
        (Remedy::CheckAddress, per_mille(400)),
        (Remedy::FrontPage, per_mille(400)),
        &[
            (Remedy::Archive, per_mille(300)),
            (Remedy::TellOwner, per_mille(200)),
        ],
    ),
    texts: Texts {
        explanation: Some(Sentence::new(
            "cause.NotFound",
            "{host} answers, but has no page at this address.",
        )),
        name: Sentence::new("cause-name.NotFound", "a page that does not exist (404)"),
        technical: Some(Sentence::new("technical.NotFound", "404 Not Found")),
        at_hop: Some(Sentence::new("hop-broken.NotFound", "no such page")),
    },
};

//! 401 or 403 for everybody.

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
    id: "forbidden",
    side: Side::Theirs,
    hop: Some(HopPlace::Front),
    prior: 13,
    profile: CauseProfile {
        local: ERROR_HERE,
        outside: Row::new(&[(Outside::RobotsRefused, 960)]),
        symptom: Row::new(&[
            (Symptom::Forbidden, 880),
            (Symptom::Limited, 30),
            (Symptom::Puzzle, 50),
        ]),
        error_number: Row::new(&[(ErrorNumber::Unknown, 100)]),
        ..USUAL
    },
    answers: Answers {
        error_number: per_mille(800),
        refusal: per_mille(850),
        ..USUAL_ANSWERS
    },
    remedies: Remedies(
        (Remedy::FrontPage, per_mille(300)),
        (Remedy::TellOwner, per_mille(300)),
        &[
            (Remedy::Archive, per_mille(200)),
            (Remedy::CheckAddress, per_mille(150)),
            (Remedy::OtherBrowser, per_mille(150)),
        ],
    ),
    texts: Texts {
        explanation: Some(Sentence::new(
            "cause.Forbidden",
            "{host} answers, and lets nobody see this page without permission.",
        )),
        name: Sentence::new("cause-name.Forbidden", "a page closed to everybody (403)"),
        technical: Some(Sentence::new("technical.Forbidden", "403 Forbidden")),
        at_hop: Some(Sentence::new("hop-broken.Forbidden", "lets nobody in")),
    },
};

//! A CDN's own 52x or 53x.

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
    id: "edge-error",
    side: Side::Theirs,
    hop: Some(HopPlace::Front),
    prior: 30,
    profile: CauseProfile {
        local: SERVER_FAILS_HERE,
        speed: Row::new(&[(Speed::Late, 150)]),
        outside: Row::new(&[
            (Outside::Opens, 50),
            (Outside::EdgeError, 840),
            (Outside::Mixed, 30),
            (Outside::Regional, 20),
            (Outside::RobotsRefused, 20),
        ]),
        symptom: Row::new(&[
            (Symptom::EdgeError, 850),
            (Symptom::BadGateway, 30),
            (Symptom::ServerError, 30),
        ]),
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
            (Remedy::TellOwner, per_mille(300)),
            (Remedy::SecondOpinions, per_mille(60)),
            (Remedy::Reload, per_mille(30)),
        ],
    ),
    texts: Texts {
        explanation: Some(Sentence::new(
            "cause.EdgeError",
            "{host} sits behind a delivery network that cannot reach the site’s own server.",
        )),
        name: Sentence::new("cause-name.EdgeError", "a delivery network’s error (52x)"),
        technical: Some(Sentence::new("technical.EdgeError", "CDN error 52x")),
        at_hop: Some(ANSWERS_WITH_ERROR),
    },
};

//! The site sends browsers round in circles.

use super::profile::{CauseProfile, CauseSpec, Remedies, Row, Texts, USUAL, USUAL_ANSWERS};
use crate::cause::Side;
use crate::hop::HopPlace;
use crate::probability::per_mille;
use crate::remedy::Remedy;
use crate::signals::{FailureStage, Local, Outside, Symptom};
use whichside_words::Sentence;

pub(super) static SPEC: CauseSpec = CauseSpec {
    id: "redirect-loop",
    side: Side::Theirs,
    hop: Some(HopPlace::Front),
    prior: 7,
    profile: CauseProfile {
        local: Row::new(&[(Local::Loops, 900), (Local::FetchRefused, 60)]),
        failure_stage: Row::new(&[(FailureStage::Later, 700)]),
        outside: Row::new(&[(Outside::Redirects, 930)]),
        symptom: Row::new(&[
            (Symptom::Unreachable, 350),
            (Symptom::Endless, 150),
            (Symptom::Blank, 100),
            (Symptom::Redirects, 370),
        ]),
        ..USUAL
    },
    answers: USUAL_ANSWERS,
    remedies: Remedies(
        (Remedy::ClearSiteData, per_mille(300)),
        (Remedy::TellOwner, per_mille(300)),
        &[
            (Remedy::PrivateWindow, per_mille(150)),
            (Remedy::Watch, per_mille(50)),
            (Remedy::Archive, per_mille(200)),
        ],
    ),
    texts: Texts {
        explanation: Some(Sentence::new(
            "cause.RedirectLoop",
            "{host} sends browsers round in circles.",
        )),
        name: Sentence::new("cause-name.RedirectLoop", "a redirect loop"),
        technical: Some(Sentence::new(
            "technical.RedirectLoop",
            "too many redirects",
        )),
        at_hop: Some(Sentence::new("hop-broken.RedirectLoop", "goes in circles")),
    },
};

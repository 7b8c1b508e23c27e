//! The device has no link.

use super::profile::{Answers, CauseProfile, CauseSpec, Remedies, Row, USUAL, USUAL_ANSWERS};
use crate::cause::Side;
use crate::hop::HopPlace;
use crate::probability::per_mille;
use crate::remedy::Remedy;
use crate::signals::{FailureStage, Link, Local, Online, Symptom};

pub(super) static SPEC: CauseSpec = CauseSpec {
    id: "offline",
    side: Side::Yours,
    hop: Some(HopPlace::Network),
    prior: 30,
    profile: CauseProfile {
        link: Row::new(&[(Link::Down, 970)]),
        online: Row::new(&[(Online::Failing, 930), (Online::Silent, 50)]),
        local: Row::new(&[
            (Local::BlockedInside, 400),
            (Local::NameFails, 300),
            (Local::Refused, 200),
            (Local::Silent, 50),
        ]),
        failure_stage: Row::new(&[(FailureStage::AtOnce, 900)]),
        symptom: Row::new(&[(Symptom::Unreachable, 930), (Symptom::Blank, 30)]),
        ..USUAL
    },
    answers: Answers {
        other_network: per_mille(950),
        ..USUAL_ANSWERS
    },
    remedies: Remedies(
        (Remedy::CheckLink, per_mille(800)),
        (Remedy::OtherNetwork, per_mille(500)),
        &[(Remedy::RestartRouter, per_mille(400))],
    ),
};

//! The device has no link.

use super::profile::{
    Answers, CauseProfile, CauseSpec, Remedies, Row, Texts, USUAL, USUAL_ANSWERS,
};
use crate::cause::Side;
use crate::hop::HopPlace;
use crate::probability::per_mille;
use crate::remedy::Remedy;
use crate::signals::{FailureStage, Link, Local, Online, Symptom};
use whichside_words::Sentence;

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
        other_device: per_mille(700),
        other_network: per_mille(950),
        ..USUAL_ANSWERS
    },
    remedies: Remedies(
        (Remedy::CheckLink, per_mille(800)),
        (Remedy::OtherNetwork, per_mille(500)),
        &[(Remedy::RestartRouter, per_mille(400))],
    ),
    texts: Texts {
        explanation: Some(Sentence::new(
            "cause.Offline",
            "Your device has no network connection, so no site can open.",
        )),
        name: Sentence::new("cause-name.Offline", "no connection on your device"),
        technical: Some(Sentence::new("technical.Offline", "no link")),
        at_hop: Some(Sentence::new("hop-broken.Offline", "no connection")),
    },
};

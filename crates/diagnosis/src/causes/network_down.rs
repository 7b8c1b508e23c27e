//! Linked, but nothing answers: router, resolver or provider.

use super::profile::{
    Answers, CauseProfile, CauseSpec, Remedies, Row, Texts, USUAL, USUAL_ANSWERS,
};
use crate::cause::Side;
use crate::hop::HopPlace;
use crate::probability::per_mille;
use crate::remedy::Remedy;
use crate::signals::{FailureStage, Link, Local, Online, Speed, Symptom};
use whichside_words::Sentence;

pub(super) static SPEC: CauseSpec = CauseSpec {
    id: "network-down",
    side: Side::Yours,
    hop: Some(HopPlace::Network),
    prior: 50,
    profile: CauseProfile {
        link: Row::new(&[(Link::Down, 20)]),
        online: Row::new(&[
            (Online::Silent, 550),
            (Online::Failing, 250),
            (Online::OwnOnly, 180),
        ]),
        local: Row::new(&[
            (Local::Silent, 550),
            (Local::NameFails, 250),
            (Local::Refused, 120),
        ]),
        speed: Row::new(&[(Speed::Late, 150)]),
        failure_stage: Row::new(&[(FailureStage::AtOnce, 300), (FailureStage::Lookup, 250)]),
        symptom: Row::new(&[(Symptom::Unreachable, 800), (Symptom::Endless, 140)]),
        ..USUAL
    },
    answers: Answers {
        other_device: per_mille(150),
        other_network: per_mille(950),
        ..USUAL_ANSWERS
    },
    remedies: Remedies(
        (Remedy::CheckLink, per_mille(300)),
        (Remedy::OtherNetwork, per_mille(600)),
        &[
            (Remedy::RestartRouter, per_mille(600)),
            (Remedy::VpnOff, per_mille(150)),
            (Remedy::ChangeResolver, per_mille(200)),
        ],
    ),
    texts: Texts {
        explanation: Some(Sentence::new(
            "cause.NetworkDown",
            "Your device is linked, but nothing on the internet answers it: look at router, Wi-Fi or provider.",
        )),
        name: Sentence::new("cause-name.NetworkDown", "your network or provider"),
        technical: Some(Sentence::new("technical.NetworkDown", "no connectivity")),
        at_hop: Some(Sentence::new(
            "hop-broken.NetworkDown",
            "nothing gets through",
        )),
    },
};

//! A portal wants a sign-in before it lets anything through.

use super::profile::{
    Answers, CauseProfile, CauseSpec, Remedies, Row, Texts, USUAL, USUAL_ANSWERS,
};
use crate::cause::Side;
use crate::hop::HopPlace;
use crate::probability::per_mille;
use crate::remedy::Remedy;
use crate::signals::{FailureStage, Local, Online, Symptom};
use whichside_words::Sentence;

pub(super) static SPEC: CauseSpec = CauseSpec {
    id: "captive-portal",
    side: Side::Yours,
    hop: Some(HopPlace::Network),
    prior: 20,
    profile: CauseProfile {
        online: Row::new(&[
            (Online::Failing, 800),
            (Online::Silent, 120),
            (Online::One, 40),
        ]),
        local: Row::new(&[
            (Local::TlsFails, 650),
            (Local::Refused, 120),
            (Local::Silent, 100),
            (Local::Stalls, 20),
            (Local::NameFails, 60),
        ]),
        failure_stage: Row::new(&[
            (FailureStage::Secure, 400),
            (FailureStage::Connect, 250),
            (FailureStage::Later, 150),
        ]),
        symptom: Row::new(&[
            (Symptom::NotSecure, 400),
            (Symptom::Unreachable, 350),
            (Symptom::Blank, 100),
            (Symptom::Endless, 80),
            (Symptom::OtherPage, 60),
        ]),
        ..USUAL
    },
    answers: Answers {
        other_device: per_mille(200),
        other_network: per_mille(950),
        own_page: per_mille(150),
        ..USUAL_ANSWERS
    },
    remedies: Remedies(
        (Remedy::SignIn, per_mille(850)),
        (Remedy::OtherNetwork, per_mille(500)),
        &[
            (Remedy::SecureDnsOff, per_mille(300)),
            (Remedy::VpnOff, per_mille(150)),
        ],
    ),
    texts: Texts {
        explanation: Some(Sentence::new(
            "cause.CaptivePortal",
            "This network wants you to sign in before it lets anything through.",
        )),
        name: Sentence::new("cause-name.CaptivePortal", "a network that wants a sign-in"),
        technical: Some(Sentence::new("technical.CaptivePortal", "captive portal")),
        at_hop: Some(Sentence::new("hop-broken.CaptivePortal", "wants a sign-in")),
    },
};

//! Networks of the visitor's country do not carry it, and other countries do.

use super::profile::{
    Answers, CauseProfile, CauseSpec, Remedies, Row, Texts, USUAL, USUAL_ANSWERS,
};
use crate::cause::Side;
use crate::hop::HopPlace;
use crate::probability::per_mille;
use crate::remedy::Remedy;
use crate::signals::{FailureStage, Local, Outside, Speed, Symptom};
use whichside_words::Sentence;

pub(super) static SPEC: CauseSpec = CauseSpec {
    id: "provider-block",
    side: Side::Yours,
    hop: Some(HopPlace::Internet),
    prior: 20,
    profile: CauseProfile {
        local: Row::new(&[
            (Local::Silent, 420),
            (Local::Stalls, 60),
            (Local::Refused, 110),
            (Local::TlsFails, 240),
            (Local::HungUp, 40),
            (Local::NameFails, 90),
        ]),
        outside: Row::new(&[
            (Outside::FailsAtHome, 450),
            (Outside::Opens, 420),
            (Outside::Redirects, 30),
            (Outside::RobotsRefused, 50),
        ]),
        speed: Row::new(&[(Speed::Late, 150)]),
        failure_stage: Row::new(&[
            (FailureStage::Connect, 400),
            (FailureStage::Lookup, 200),
            (FailureStage::Secure, 250),
        ]),
        symptom: Row::new(&[(Symptom::Unreachable, 600), (Symptom::Endless, 350)]),
        ..USUAL
    },
    answers: Answers {
        other_network: per_mille(120),
        own_vpn: per_mille(930),
        ..USUAL_ANSWERS
    },
    remedies: Remedies(
        (Remedy::WaitABit, per_mille(350)),
        (Remedy::AskProvider, per_mille(400)),
        &[
            (Remedy::OwnVpn, per_mille(600)),
            (Remedy::SecureDnsOff, per_mille(200)),
            (Remedy::TellOwner, per_mille(250)),
        ],
    ),
    texts: Texts {
        explanation: Some(Sentence::new(
            "cause.ProviderBlock",
            "{host} opens in other countries and not in yours: networks there block it, often only for a time.",
        )),
        name: Sentence::new(
            "cause-name.ProviderBlock",
            "a block by the networks of your country",
        ),
        technical: Some(Sentence::new(
            "technical.ProviderBlock",
            "blocked in this country",
        )),
        at_hop: Some(Sentence::new("hop-broken.ProviderBlock", "blocked here")),
    },
};

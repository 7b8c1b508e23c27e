//! An extension, antivirus, firewall, VPN or filter refuses it at once.

use super::profile::{
    Answers, CauseProfile, CauseSpec, Remedies, Row, Texts, USUAL, USUAL_ANSWERS,
};
use crate::cause::Side;
use crate::hop::HopPlace;
use crate::probability::per_mille;
use crate::remedy::Remedy;
use crate::signals::{FailureStage, Local, Symptom, Tunnel};
use whichside_words::Sentence;

pub(super) static SPEC: CauseSpec = CauseSpec {
    id: "blocked-locally",
    side: Side::Yours,
    hop: Some(HopPlace::You),
    prior: 50,
    profile: CauseProfile {
        local: Row::new(&[
            (Local::BlockedInside, 350),
            (Local::Opens, 50),
            (Local::Refused, 210),
            (Local::HungUp, 30),
            (Local::NameFails, 100),
            (Local::TlsFails, 140),
            (Local::Silent, 100),
        ]),
        failure_stage: Row::new(&[
            (FailureStage::AtOnce, 550),
            (FailureStage::Lookup, 200),
            (FailureStage::Connect, 150),
        ]),
        tunnel: Row::new(&[(Tunnel::Through, 90)]),
        symptom: Row::new(&[
            (Symptom::Unreachable, 660),
            (Symptom::Blank, 100),
            (Symptom::NotSecure, 80),
            (Symptom::Forbidden, 50),
            (Symptom::OtherPage, 70),
            (Symptom::Dangerous, 5),
        ]),
        ..USUAL
    },
    answers: Answers {
        private_window: per_mille(700),
        other_browser: per_mille(450),
        other_device: per_mille(600),
        other_network: per_mille(900),
        own_vpn: per_mille(350),
        own_page: per_mille(200),
        refusal: per_mille(100),
        managed: per_mille(300),
        ..USUAL_ANSWERS
    },
    remedies: Remedies(
        (Remedy::PrivateWindow, per_mille(350)),
        (Remedy::ExtensionsOff, per_mille(450)),
        &[
            (Remedy::OtherBrowser, per_mille(400)),
            (Remedy::ShieldOff, per_mille(350)),
            (Remedy::VpnOff, per_mille(250)),
            (Remedy::AllowInFilter, per_mille(350)),
            (Remedy::HostsFile, per_mille(250)),
            (Remedy::AskIt, per_mille(200)),
            (Remedy::OtherNetwork, per_mille(300)),
            (Remedy::SecureDnsOff, per_mille(50)),
        ],
    ),
    texts: Texts {
        explanation: Some(Sentence::new(
            "cause.BlockedLocally",
            "Something on your device or network blocks {host} at once: an extension, security software, a VPN or a filter.",
        )),
        name: Sentence::new(
            "cause-name.BlockedLocally",
            "a block on your device or network",
        ),
        technical: Some(Sentence::new(
            "technical.BlockedLocally",
            "blocked on the client",
        )),
        at_hop: Some(Sentence::new("hop-broken.BlockedLocally", "blocks it")),
    },
};

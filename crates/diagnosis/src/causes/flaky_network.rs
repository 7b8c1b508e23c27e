//! The visitor's network loses or delays much of what is sent.

use super::profile::{
    Answers, CauseProfile, CauseSpec, Remedies, Row, Texts, USUAL, USUAL_ANSWERS,
};
use crate::cause::Side;
use crate::hop::HopPlace;
use crate::probability::per_mille;
use crate::remedy::Remedy;
use crate::signals::{Local, Online, Speed, Symptom, Trend};
use whichside_words::Sentence;

pub(super) static SPEC: CauseSpec = CauseSpec {
    id: "flaky-network",
    side: Side::Yours,
    hop: Some(HopPlace::Network),
    prior: 30,
    profile: CauseProfile {
        online: Row::new(&[
            (Online::Ragged, 500),
            (Online::Some, 200),
            (Online::All, 180),
            (Online::One, 60),
            (Online::Silent, 40),
        ]),
        local: Row::new(&[
            (Local::Opens, 300),
            (Local::OpensUnframed, 120),
            (Local::Silent, 350),
            (Local::HungUp, 80),
            (Local::NameFails, 70),
        ]),
        speed: Row::new(&[(Speed::Late, 300)]),
        symptom: Row::new(&[
            (Symptom::Endless, 450),
            (Symptom::Unreachable, 350),
            (Symptom::Blank, 120),
        ]),
        trend: Row::new(&[
            (Trend::First, 500),
            (Trend::Same, 250),
            (Trend::Failed, 80),
            (Trend::Worked, 80),
        ]),
        ..USUAL
    },
    answers: Answers {
        still_fails: per_mille(300),
        other_browser: per_mille(300),
        other_device: per_mille(350),
        other_network: per_mille(950),
        own_vpn: per_mille(200),
        ..USUAL_ANSWERS
    },
    remedies: Remedies(
        (Remedy::BetterSignal, per_mille(350)),
        (Remedy::OtherNetwork, per_mille(600)),
        &[
            (Remedy::RestartRouter, per_mille(400)),
            (Remedy::VpnOff, per_mille(150)),
        ],
    ),
    texts: Texts {
        explanation: Some(Sentence::new(
            "cause.FlakyNetwork",
            "Your connection loses part of what is sent. Some requests get through, some do not.",
        )),
        name: Sentence::new("cause-name.FlakyNetwork", "an unsteady connection"),
        technical: Some(Sentence::new("technical.FlakyNetwork", "packet loss")),
        at_hop: Some(Sentence::new("hop-broken.FlakyNetwork", "loses data")),
    },
};

//! The visitor's clock is wrong.

use super::profile::{
    Answers, CauseProfile, CauseSpec, Remedies, Row, TLS_FAILS_AT, Texts, USUAL, USUAL_ANSWERS,
};
use crate::cause::Side;
use crate::hop::HopPlace;
use crate::probability::per_mille;
use crate::remedy::Remedy;
use crate::signals::{Clock, Local, Online, Symptom};
use whichside_words::Sentence;

pub(super) static SPEC: CauseSpec = CauseSpec {
    id: "clock",
    side: Side::Yours,
    hop: Some(HopPlace::You),
    prior: 10,
    profile: CauseProfile {
        online: Row::new(&[
            (Online::All, 300),
            (Online::Failing, 400),
            (Online::Some, 200),
        ]),
        local: Row::new(&[(Local::TlsFails, 950)]),
        failure_stage: TLS_FAILS_AT,
        clock: Row::new(&[(Clock::FarOff, 900), (Clock::Off, 80)]),
        symptom: Row::new(&[(Symptom::NotSecure, 940)]),
        ..USUAL
    },
    answers: Answers {
        other_browser: per_mille(100),
        other_device: per_mille(950),
        other_network: per_mille(950),
        right_date: per_mille(50),
        ..USUAL_ANSWERS
    },
    remedies: Remedies(
        (Remedy::SetClock, per_mille(950)),
        (Remedy::OtherBrowser, per_mille(50)),
        &[],
    ),
    texts: Texts {
        explanation: Some(Sentence::new(
            "cause.Clock",
            "Your device’s clock is wrong, and with a wrong date every certificate looks false.",
        )),
        name: Sentence::new("cause-name.Clock", "your device’s clock"),
        technical: Some(Sentence::new("technical.Clock", "clock skew")),
        at_hop: Some(Sentence::new("hop-broken.Clock", "clock is wrong")),
    },
};

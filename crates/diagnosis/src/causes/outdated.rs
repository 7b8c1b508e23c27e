//! The browser or the device is too old for the site.

use super::profile::{
    Answers, CauseProfile, CauseSpec, Remedies, Row, Texts, USUAL, USUAL_ANSWERS,
};
use crate::cause::Side;
use crate::hop::HopPlace;
use crate::probability::per_mille;
use crate::remedy::Remedy;
use crate::signals::{Local, Symptom};
use whichside_words::Sentence;

pub(super) static SPEC: CauseSpec = CauseSpec {
    id: "outdated",
    side: Side::Yours,
    hop: Some(HopPlace::You),
    prior: 4,
    profile: CauseProfile {
        local: Row::new(&[
            (Local::Opens, 380),
            (Local::OpensUnframed, 190),
            (Local::TlsFails, 320),
            (Local::HungUp, 50),
        ]),
        symptom: Row::new(&[
            (Symptom::Blank, 350),
            (Symptom::NotSecure, 400),
            (Symptom::Endless, 100),
        ]),
        ..USUAL
    },
    answers: Answers {
        private_window: per_mille(940),
        other_browser: per_mille(800),
        other_device: per_mille(900),
        other_network: per_mille(900),
        own_page: per_mille(700),
        ..USUAL_ANSWERS
    },
    remedies: Remedies(
        (Remedy::UpdateBrowser, per_mille(600)),
        (Remedy::OtherBrowser, per_mille(700)),
        &[],
    ),
    texts: Texts {
        explanation: Some(Sentence::new(
            "cause.Outdated",
            "This browser or device is too old for {host}.",
        )),
        name: Sentence::new("cause-name.Outdated", "an old browser or device"),
        technical: Some(Sentence::new("technical.Outdated", "outdated client")),
        at_hop: Some(Sentence::new("hop-broken.Outdated", "too old")),
    },
};

//! The certificate is good elsewhere and fails here.

use super::profile::{
    Answers, CauseProfile, CauseSpec, Remedies, Row, TLS_FAILS_AT, Texts, USUAL, USUAL_ANSWERS,
};
use crate::cause::Side;
use crate::hop::HopPlace;
use crate::probability::per_mille;
use crate::remedy::Remedy;
use crate::signals::{Local, Online, Symptom, Tunnel};
use whichside_words::Sentence;

pub(super) static SPEC: CauseSpec = CauseSpec {
    id: "tls-interception",
    side: Side::Yours,
    hop: Some(HopPlace::Network),
    prior: 17,
    profile: CauseProfile {
        online: Row::new(&[
            (Online::All, 450),
            (Online::Failing, 400),
            (Online::Some, 100),
        ]),
        local: Row::new(&[(Local::TlsFails, 950)]),
        failure_stage: TLS_FAILS_AT,
        tunnel: Row::new(&[(Tunnel::Through, 120)]),
        symptom: Row::new(&[(Symptom::NotSecure, 940)]),
        ..USUAL
    },
    answers: Answers {
        other_browser: per_mille(350),
        other_device: per_mille(500),
        other_network: per_mille(950),
        own_vpn: per_mille(600),
        managed: per_mille(450),
        ..USUAL_ANSWERS
    },
    remedies: Remedies(
        (Remedy::OtherNetwork, per_mille(600)),
        (Remedy::ShieldOff, per_mille(400)),
        &[
            (Remedy::OtherBrowser, per_mille(350)),
            (Remedy::VpnOff, per_mille(200)),
            (Remedy::UpdateBrowser, per_mille(150)),
            (Remedy::SignIn, per_mille(100)),
            (Remedy::AskIt, per_mille(250)),
            (Remedy::ChangeResolver, per_mille(100)),
            (Remedy::AllowInFilter, per_mille(100)),
            (Remedy::AskProvider, per_mille(150)),
        ],
    ),
    texts: Texts {
        explanation: Some(Sentence::new(
            "cause.TlsInterception",
            "The site’s certificate is good elsewhere and fails here. Something between you and the site opens your secure connections.",
        )),
        name: Sentence::new(
            "cause-name.TlsInterception",
            "something that opens your secure connections",
        ),
        technical: Some(Sentence::new(
            "technical.TlsInterception",
            "TLS interception",
        )),
        at_hop: Some(Sentence::new(
            "hop-broken.TlsInterception",
            "meddles with it",
        )),
    },
};

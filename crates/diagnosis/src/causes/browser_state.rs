//! It answers clean requests from this browser: cache, cookies, extensions or an old browser are suspect.

use super::profile::{
    Answers, CauseProfile, CauseSpec, Remedies, Row, USUAL, USUAL_ANSWERS, WELL_HERE,
};
use crate::cause::Side;
use crate::hop::HopPlace;
use crate::probability::per_mille;
use crate::remedy::Remedy;
use crate::signals::Symptom;

pub(super) static SPEC: CauseSpec = CauseSpec {
    id: "browser-state",
    side: Side::Yours,
    hop: Some(HopPlace::You),
    prior: 25,
    profile: CauseProfile {
        local: WELL_HERE,
        symptom: Row::new(&[
            (Symptom::Blank, 200),
            (Symptom::Endless, 150),
            (Symptom::BadGateway, 100),
            (Symptom::OtherNumber, 100),
            (Symptom::ServerError, 80),
            (Symptom::Forbidden, 80),
        ]),
        ..USUAL
    },
    answers: Answers {
        still_fails: per_mille(980),
        private_window: per_mille(60),
        other_network: per_mille(900),
        error_number: per_mille(400),
        refusal: per_mille(100),
        ..USUAL_ANSWERS
    },
    remedies: Remedies(
        (Remedy::PrivateWindow, per_mille(600)),
        (Remedy::ClearSiteData, per_mille(600)),
        &[
            (Remedy::Reload, per_mille(200)),
            (Remedy::ExtensionsOff, per_mille(300)),
            (Remedy::OtherBrowser, per_mille(500)),
            (Remedy::UpdateBrowser, per_mille(150)),
        ],
    ),
};

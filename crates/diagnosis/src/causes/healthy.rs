//! The site answers well.

use super::profile::{
    Answers, CauseProfile, CauseSpec, Remedies, Row, Texts, USUAL, USUAL_ANSWERS, WELL_HERE, WORKS,
};
use crate::cause::Side;
use crate::probability::per_mille;
use crate::remedy::Remedy;
use crate::signals::{Symptom, Trend};
use whichside_words::Sentence;

pub(super) static SPEC: CauseSpec = CauseSpec {
    id: "healthy",
    side: Side::Works,
    hop: None,
    prior: 200,
    profile: CauseProfile {
        local: WELL_HERE,
        symptom: Row::new(&[
            (Symptom::BadGateway, 150),
            (Symptom::Unreachable, 150),
            (Symptom::Endless, 120),
            (Symptom::Blank, 100),
            (Symptom::Dangerous, 2),
            (Symptom::OtherPage, 4),
            (Symptom::Redirects, 10),
            (Symptom::TooLarge, 8),
            (Symptom::Puzzle, 10),
        ]),
        trend: Row::new(&[(Trend::First, 500), (Trend::Same, 470), (Trend::Failed, 20)]),
        ..USUAL
    },
    answers: Answers {
        still_fails: per_mille(30),
        private_window: per_mille(800),
        other_browser: per_mille(960),
        other_device: per_mille(960),
        other_network: per_mille(970),
        own_vpn: per_mille(900),
        own_page: per_mille(900),
        error_number: per_mille(100),
        ..USUAL_ANSWERS
    },
    remedies: Remedies(
        (Remedy::Reload, per_mille(600)),
        (Remedy::PrivateWindow, per_mille(300)),
        &[
            (Remedy::ClearSiteData, per_mille(200)),
            (Remedy::OtherBrowser, per_mille(200)),
            (Remedy::Http3Off, per_mille(50)),
        ],
    ),
    texts: Texts {
        explanation: Some(Sentence::new(
            "cause.Healthy",
            "{host} answers this browser well.",
        )),
        name: Sentence::new("cause-name.Healthy", "nothing at all: it works"),
        technical: Some(WORKS),
        at_hop: None,
    },
};

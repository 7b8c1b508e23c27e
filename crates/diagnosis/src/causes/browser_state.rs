//! It answers clean requests from this browser: cache, cookies, extensions or an old browser are suspect.

use super::profile::{
    Answers, CauseProfile, CauseSpec, Remedies, Row, Texts, USUAL, USUAL_ANSWERS, WELL_HERE,
};
use crate::cause::Side;
use crate::hop::HopPlace;
use crate::probability::per_mille;
use crate::remedy::Remedy;
use crate::signals::Symptom;
use whichside_words::Sentence;

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
            (Symptom::TooLarge, 90),
            (Symptom::Redirects, 90),
            (Symptom::Puzzle, 30),
            (Symptom::OtherPage, 15),
            (Symptom::Dangerous, 2),
        ]),
        ..USUAL
    },
    answers: Answers {
        still_fails: per_mille(980),
        private_window: per_mille(60),
        other_browser: per_mille(930),
        other_device: per_mille(930),
        other_network: per_mille(900),
        own_page: per_mille(600),
        error_number: per_mille(400),
        refusal: per_mille(100),
        ..USUAL_ANSWERS
    },
    remedies: Remedies(
        (Remedy::PrivateWindow, per_mille(600)),
        (Remedy::ClearSiteData, per_mille(700)),
        &[
            (Remedy::Reload, per_mille(200)),
            (Remedy::ExtensionsOff, per_mille(350)),
            (Remedy::OtherBrowser, per_mille(400)),
            (Remedy::UpdateBrowser, per_mille(150)),
        ],
    ),
    texts: Texts {
        explanation: Some(Sentence::new(
            "cause.BrowserState",
            "{host} answers fresh requests from this browser well. What your tab keeps of it (cache, cookies, extensions) is suspect.",
        )),
        name: Sentence::new(
            "cause-name.BrowserState",
            "what your browser keeps of the site",
        ),
        technical: Some(Sentence::new("technical.BrowserState", "client state")),
        at_hop: Some(Sentence::new("hop-broken.BrowserState", "old data")),
    },
};

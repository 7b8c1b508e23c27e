//! The page comes, and something on the visitor's side keeps parts of it away.

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
    id: "parts-blocked",
    side: Side::Yours,
    hop: Some(HopPlace::Network),
    prior: 8,
    profile: CauseProfile {
        local: WELL_HERE,
        symptom: Row::new(&[(Symptom::Blank, 450), (Symptom::Endless, 400)]),
        ..USUAL
    },
    answers: Answers {
        private_window: per_mille(500),
        other_browser: per_mille(400),
        other_device: per_mille(450),
        other_network: per_mille(900),
        own_vpn: per_mille(700),
        own_page: per_mille(900),
        managed: per_mille(650),
        ..USUAL_ANSWERS
    },
    remedies: Remedies(
        (Remedy::ExtensionsOff, per_mille(400)),
        (Remedy::PrivateWindow, per_mille(300)),
        &[
            (Remedy::OtherNetwork, per_mille(400)),
            (Remedy::VpnOff, per_mille(150)),
            (Remedy::AskIt, per_mille(350)),
            (Remedy::AllowInFilter, per_mille(300)),
            (Remedy::ShieldOff, per_mille(150)),
        ],
    ),
    texts: Texts {
        explanation: Some(Sentence::new(
            "cause.PartsBlocked",
            "{host} sends its page, and something near you keeps parts of it away.",
        )),
        name: Sentence::new(
            "cause-name.PartsBlocked",
            "parts of the page that are kept from you",
        ),
        technical: Some(Sentence::new(
            "technical.PartsBlocked",
            "blocked subresource",
        )),
        at_hop: Some(Sentence::new("hop-broken.PartsBlocked", "parts blocked")),
    },
};

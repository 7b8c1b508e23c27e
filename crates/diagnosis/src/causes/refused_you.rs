//! The site answers this visitor 403, 429 or 451, and others 200.

use super::profile::{
    Answers, CauseProfile, CauseSpec, Remedies, Row, Texts, USUAL, USUAL_ANSWERS,
};
use crate::cause::Side;
use crate::hop::HopPlace;
use crate::probability::per_mille;
use crate::remedy::Remedy;
use crate::signals::{ErrorNumber, Local, Outside, Symptom, Tunnel};
use whichside_words::Sentence;

pub(super) static SPEC: CauseSpec = CauseSpec {
    id: "refused-you",
    side: Side::Yours,
    hop: Some(HopPlace::Front),
    prior: 50,
    profile: CauseProfile {
        local: Row::new(&[(Local::ErrorPage, 950)]),
        outside: Row::new(&[
            (Outside::Opens, 470),
            (Outside::RobotsRefused, 480),
            (Outside::Redirects, 30),
        ]),
        tunnel: Row::new(&[(Tunnel::Through, 90)]),
        symptom: Row::new(&[
            (Symptom::Forbidden, 540),
            (Symptom::Limited, 290),
            (Symptom::Puzzle, 90),
            (Symptom::OtherNumber, 30),
        ]),
        error_number: Row::new(&[(ErrorNumber::Unknown, 430)]),
        ..USUAL
    },
    answers: Answers {
        other_browser: per_mille(300),
        other_device: per_mille(150),
        other_network: per_mille(900),
        own_vpn: per_mille(500),
        error_number: per_mille(750),
        refusal: per_mille(750),
        ..USUAL_ANSWERS
    },
    remedies: Remedies(
        (Remedy::VpnOff, per_mille(350)),
        (Remedy::OtherNetwork, per_mille(500)),
        &[
            (Remedy::WaitABit, per_mille(300)),
            (Remedy::OtherBrowser, per_mille(300)),
            (Remedy::ExtensionsOff, per_mille(200)),
            (Remedy::ClearSiteData, per_mille(150)),
            (Remedy::TellOwner, per_mille(200)),
        ],
    ),
    texts: Texts {
        explanation: Some(Sentence::new(
            "cause.RefusedYou",
            "{host} opens for others, and refuses you: your address or your visit looks unwelcome to it.",
        )),
        name: Sentence::new("cause-name.RefusedYou", "a refusal that only you meet"),
        technical: Some(Sentence::new(
            "technical.RefusedYou",
            "403, 429 or 451 for this client",
        )),
        at_hop: Some(Sentence::new("hop-broken.RefusedYou", "turns you away")),
    },
};

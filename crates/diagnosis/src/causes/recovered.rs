//! It failed earlier in this session and answers now.

use super::profile::{
    Answers, CauseProfile, CauseSpec, Remedies, Row, Texts, USUAL, USUAL_ANSWERS, WELL_HERE, WORKS,
};
use crate::cause::Side;
use crate::probability::per_mille;
use crate::remedy::Remedy;
use crate::signals::{Symptom, Trend};
use whichside_words::Sentence;

pub(super) static SPEC: CauseSpec = CauseSpec {
    id: "recovered",
    side: Side::Works,
    hop: None,
    prior: 30,
    profile: CauseProfile {
        local: WELL_HERE,
        symptom: Row::new(&[
            (Symptom::BadGateway, 250),
            (Symptom::Unavailable, 150),
            (Symptom::ServerError, 150),
            (Symptom::GatewayTimeout, 100),
            (Symptom::Unreachable, 100),
            (Symptom::Endless, 100),
            (Symptom::Dangerous, 2),
            (Symptom::OtherPage, 4),
            (Symptom::Redirects, 5),
            (Symptom::TooLarge, 5),
            (Symptom::Puzzle, 5),
        ]),
        trend: Row::new(&[(Trend::Failed, 970), (Trend::Flapping, 15)]),
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
        ],
    ),
    texts: Texts {
        explanation: Some(Sentence::new(
            "cause.Recovered",
            "{host} failed earlier, and answers now.",
        )),
        name: Sentence::new("cause-name.Recovered", "nothing any more: it works again"),
        technical: Some(WORKS),
        at_hop: None,
    },
};

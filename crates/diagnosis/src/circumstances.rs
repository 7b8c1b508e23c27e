//! What this visitor's circumstances change about the worth of a remedy, whatever the cause: what they have tried already by
//! answering a question, whether a tunnel carries them, and how far a bare connection got.
//!
//! The factors are judgement. What a cause makes of a remedy stands in `causes`.

use crate::question::Question;
use crate::remedy::Remedy;
use crate::signals::{Evidence, Finding, Local, Possible, Tunnel};

/// It was tried just now, or cannot be the place of the fault.
const SPENT: f64 = 0.1;
/// It is less likely to help than elsewhere.
const LESS: f64 = 0.3;
/// It is half as likely to help as elsewhere.
const HALF: f64 = 0.5;
/// It is more likely to help than elsewhere.
const MORE: f64 = 3.0;
/// Nothing is changed.
const SAME: f64 = 1.0;

/// By what the worth of a remedy is multiplied.
pub(crate) fn weight(remedy: Remedy, evidence: &[Evidence]) -> f64 {
    evidence
        .iter()
        .map(|piece| match &piece.finding {
            Finding::Answer(question, yes) => after_answer(remedy, *question, *yes),
            Finding::Tunnel(Tunnel::Through) if remedy == Remedy::VpnOff => MORE,
            Finding::Tunnel(Tunnel::Direct) if remedy == Remedy::VpnOff => HALF,
            Finding::Local(columns) if is_in_browser(remedy) => inside_browser(columns),
            Finding::Link(_)
            | Finding::Online(_)
            | Finding::Local(_)
            | Finding::Speed(_)
            | Finding::FailureStage(_)
            | Finding::Outside(_)
            | Finding::Protocol(_)
            | Finding::Names(_)
            | Finding::Clock(_)
            | Finding::Tunnel(_)
            | Finding::Symptom(_)
            | Finding::ErrorNumber(_)
            | Finding::Trend(_)
            | Finding::RemedyFailed(_) => SAME,
        })
        .product()
}

/// What an answer says of a remedy.
const fn after_answer(remedy: Remedy, question: Question, yes: bool) -> f64 {
    match (question, yes, remedy) {
        (Question::StillFails, true, Remedy::Reload)
        | (Question::PrivateWindow, _, Remedy::PrivateWindow)
        | (Question::OtherBrowser, false, Remedy::OtherBrowser)
        | (Question::OtherNetwork, false, Remedy::OtherNetwork)
        | (Question::OwnVpn, false, Remedy::OwnVpn)
        | (Question::OwnVpn, true, Remedy::VpnOff)
        | (Question::Managed, false, Remedy::AskIt)
        | (Question::RightDate, true, Remedy::SetClock) => SPENT,
        // The fault is on this device, or in this browser.
        (
            Question::OtherDevice,
            true,
            Remedy::RestartRouter | Remedy::AskProvider | Remedy::WaitABit | Remedy::OtherNetwork,
        )
        // It is beyond this device.
        | (
            Question::OtherDevice,
            false,
            Remedy::HostsFile | Remedy::ShieldOff | Remedy::ExtensionsOff | Remedy::PrivateWindow,
        )
        // It is not in this browser.
        | (Question::OtherBrowser, false, Remedy::ExtensionsOff | Remedy::PrivateWindow)
        | (Question::OtherNetwork, true, Remedy::TellOwner)
        | (Question::Managed, true, Remedy::ShieldOff | Remedy::VpnOff) => LESS,
        (Question::OtherBrowser, true, Remedy::OtherBrowser | Remedy::UpdateBrowser)
        | (Question::OtherDevice, true, Remedy::HostsFile | Remedy::FlushDns | Remedy::ShieldOff)
        | (Question::OwnVpn, true, Remedy::OwnVpn | Remedy::AskProvider | Remedy::TellOwner)
        | (Question::Managed, true, Remedy::AskIt) => MORE,
        (
            Question::StillFails
            | Question::PrivateWindow
            | Question::OtherBrowser
            | Question::OtherDevice
            | Question::OtherNetwork
            | Question::OwnVpn
            | Question::OwnPage
            | Question::ErrorNumber
            | Question::Refusal
            | Question::Managed
            | Question::RightDate,
            _,
            _,
        ) => SAME,
    }
}

/// Remedies against what sits inside this browser.
const fn is_in_browser(remedy: Remedy) -> bool {
    matches!(remedy, Remedy::PrivateWindow | Remedy::ExtensionsOff)
}

/// Where a bare connection fails as the request does, or the server was reached first, nothing inside the browser blocks it.
fn inside_browser(columns: &Possible<Local>) -> f64 {
    let is_open = |wanted: &[Local]| columns.iter().any(|(column, _)| wanted.contains(column));
    let answered = [
        Local::Opens,
        Local::OpensUnframed,
        Local::ErrorPage,
        Local::Varies,
    ];
    let after_tls = columns.first().map(|(column, _)| *column) == Some(Local::HungUp);
    if is_open(&answered) {
        SAME
    } else if !is_open(&[Local::BlockedInside]) {
        SPENT
    } else if after_tls {
        LESS
    } else {
        SAME
    }
}

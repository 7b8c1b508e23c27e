//! A signal and its weight in words.

use super::Words;
use super::english::ReasonKey;
use crate::reasons::Reason;
use crate::signals::Finding;

/// A reason in a line, such as `The site, from here: +4.2`.
#[must_use]
pub fn reason(words: &Words, reason: &Reason) -> String {
    let key = match reason.finding {
        Finding::Link(_) => ReasonKey::Link,
        Finding::Online(_) => ReasonKey::Online,
        Finding::Local(_) => ReasonKey::Local,
        Finding::Speed(_) => ReasonKey::Speed,
        Finding::FailureStage(_) => ReasonKey::FailureStage,
        Finding::Outside(_) => ReasonKey::Outside,
        Finding::Protocol(_) => ReasonKey::Protocol,
        Finding::Names(_) => ReasonKey::Names,
        Finding::Clock(_) => ReasonKey::Clock,
        Finding::Tunnel(_) => ReasonKey::Tunnel,
        Finding::Symptom(_) => ReasonKey::Symptom,
        Finding::ErrorNumber(_) => ReasonKey::ErrorNumber,
        Finding::Trend(_) => ReasonKey::Trend,
        Finding::Answer(..) => ReasonKey::Answer,
        Finding::RemedyFailed(_) => ReasonKey::RemedyFailed,
    };
    let points = format!("{:+.1}", reason.bits).replace('-', "−");
    words.fill(
        ReasonKey::Weight,
        &[("signal", words.text(key)), ("points", &points)],
    )
}

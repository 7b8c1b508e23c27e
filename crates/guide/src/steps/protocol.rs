//! Steps about the protocols that a browser speaks: HTTP/3 off. Browsers hide this well, and some cannot.

use super::Steps;
use crate::visitor::{Browser, Form, Visitor};

pub(super) fn http3_off(visitor: Visitor) -> Steps {
    const RELAUNCH: &str = "Restart the browser, and check again.";
    const BACK: &str = "To set it back, choose “Default” there.";
    match (visitor.browser, visitor.form()) {
        (Some(Browser::Chrome), _) => vec![
            "Type `chrome://flags/#enable-quic` as address, and choose “Disabled”.",
            RELAUNCH,
            BACK,
        ],
        (Some(Browser::Edge), _) => vec![
            "Type `edge://flags/#enable-quic` as address, and choose “Disabled”.",
            RELAUNCH,
            BACK,
        ],
        (Some(Browser::Opera), _) => vec![
            "Type `opera://flags/#enable-quic` as address, and choose “Disabled”.",
            RELAUNCH,
            BACK,
        ],
        (Some(Browser::Firefox), Some(Form::Computer)) => vec![
            "Type `about:config` as address, and accept the warning.",
            "Search for `network.http.http3.enable`, and set it to false.",
            "Check again. To set it back, press the arrow beside it.",
        ],
        (Some(Browser::Firefox), Some(Form::Phone) | None)
        | (Some(Browser::Safari | Browser::SamsungInternet) | None, _) => vec![
            "This browser has no switch for it. Try the page in another browser on this device.",
            "If a filter app or a security program is on the device, look there for “QUIC” or “HTTP/3”, and turn it off for a moment.",
            "Check again, and set it back as it was.",
        ],
    }
}

//! Steps in the system: link, networks, portal, VPN and proxy, security software, clock.

use super::Steps;
use crate::visitor::{Browser, Form, System, Visitor};

pub(super) fn check_link(visitor: Visitor) -> Steps {
    const BACK: &str = "Wait until the connection symbol is back, then check again.";
    let look = match visitor.system {
        Some(System::Windows) => {
            "Click the network symbol at the right of the taskbar. Flight mode must be off, and Wi-Fi on."
        }
        Some(System::Macos) => {
            "Click the Wi-Fi symbol at the top of the screen, and turn Wi-Fi off and on."
        }
        Some(System::Linux) => {
            "Open the menu at the corner of the screen. Flight mode must be off, and Wi-Fi on."
        }
        Some(System::ChromeOs) => {
            "Click the time at the corner of the screen. Wi-Fi must be on and connected."
        }
        Some(System::Android) => {
            "Swipe down twice from the top. Flight mode must be off, and Wi-Fi or mobile data on."
        }
        Some(System::Ios) => {
            "Swipe down from the top right corner. Flight mode must be off, and Wi-Fi or mobile data on."
        }
        None => "Turn flight mode off, and turn Wi-Fi off and on again.",
    };
    match visitor.form() {
        Some(Form::Phone) => vec![look, BACK],
        Some(Form::Computer) | None => vec![
            look,
            "If you use a network cable, push it in at both ends.",
            BACK,
        ],
    }
}

pub(super) fn other_network(visitor: Visitor) -> Steps {
    match visitor.form() {
        Some(Form::Phone) => vec![
            "Turn Wi-Fi off, so that the phone uses mobile data.",
            "Check again, then turn Wi-Fi on again.",
        ],
        Some(Form::Computer) => vec![
            "Turn on the hotspot of your phone, and turn the phone’s own Wi-Fi off.",
            "Join that hotspot, or any other Wi-Fi you may use.",
            "Check again, then go back to your usual network.",
        ],
        None => vec![
            "On a phone, turn Wi-Fi off and use mobile data.",
            "On a computer, join your phone’s hotspot or another Wi-Fi.",
            "Check again, then go back to your usual network.",
        ],
    }
}

pub(super) fn sign_in(visitor: Visitor) -> Steps {
    const ACCEPT: &str = "Sign in or accept the terms, then come back and check again.";
    const PLAIN: &str = "If none appears, open `http://neverssl.com` in a new tab: the network puts its own page there.";
    let first = match visitor.system {
        Some(System::Windows) => {
            "Click the network symbol in the taskbar, and choose “Open browser and connect” if it is offered."
        }
        Some(System::Macos | System::Ios) => {
            "Turn Wi-Fi off and on. The network’s sign-in page should open by itself."
        }
        Some(System::Android | System::ChromeOs) => {
            "Look among your notifications for “Sign in to network”, and tap it."
        }
        Some(System::Linux) | None => {
            "Turn Wi-Fi off and on. The network’s sign-in page may open by itself."
        }
    };
    vec![first, PLAIN, ACCEPT]
}

pub(super) fn vpn_off(visitor: Visitor) -> Steps {
    const APP: &str = "Open your VPN’s own app, if you have one, and disconnect.";
    const AGAIN: &str =
        "Check again, and turn everything back on right after, whatever the result.";
    const FIREFOX: &str = "Firefox has a proxy setting of its own: ☰ → Settings → General → Network Settings → No proxy.";
    const RELAY: &str = "If you use iCloud Private Relay: Settings → your name → iCloud → Private Relay → off until tomorrow.";
    const OPERA: &str = "Opera has a VPN of its own: turn it off in the badge left of the address.";
    let mut steps = vec![APP];
    match visitor.system {
        Some(System::Windows) => {
            steps.push(
                "Open Settings → Network & internet → VPN, and disconnect what is connected.",
            );
            steps.push("Then Network & internet → Proxy: turn off “Use a proxy server”. Note what it said.");
        }
        Some(System::Macos) => {
            steps.push("Open System Settings → VPN, and turn off what is connected.");
            steps.push("Then System Settings → Wi-Fi → Details beside your network → Proxies: turn off what is on, and note it.");
        }
        Some(System::Linux) => {
            steps.push("Open Settings → Network, and turn VPN off. Set Proxy there to off, and note what it said.");
        }
        Some(System::ChromeOs) => {
            steps.push("Open Settings → Network → VPN, and disconnect. Under your Wi-Fi’s Proxy choose “Direct”.");
        }
        Some(System::Android) => {
            steps.push("Open Settings → Network & internet → VPN (Samsung: Connections → More connection settings), and disconnect.");
        }
        Some(System::Ios) => {
            steps.push("Open Settings → General → VPN & Device Management, and turn the VPN off.");
        }
        None => steps.push(
            "Open the system’s network settings, and turn VPN and proxy off. Note what they said.",
        ),
    }
    match visitor.browser {
        Some(Browser::Firefox) if visitor.form() == Some(Form::Computer) => steps.push(FIREFOX),
        Some(Browser::Safari) => steps.push(RELAY),
        Some(Browser::Opera) if visitor.form() == Some(Form::Computer) => steps.push(OPERA),
        Some(
            Browser::Chrome
            | Browser::Edge
            | Browser::Firefox
            | Browser::SamsungInternet
            | Browser::Opera,
        )
        | None => {}
    }
    steps.push(AGAIN);
    steps
}

pub(super) fn shield_off(visitor: Visitor) -> Steps {
    const CHECK: &str = "Check again at once.";
    const ON_AGAIN: &str =
        "Turn the protection on again now, whatever the result. Do not go on surfing without it.";
    const ALLOW: &str =
        "If the pause helped, add only this site to the program’s list of exceptions.";
    let pause = match visitor.system {
        Some(System::Windows) => {
            "Right-click your antivirus in the taskbar’s corner, and pause its web, mail or HTTPS shield for ten minutes."
        }
        Some(System::Macos) => {
            "Click your antivirus in the menu bar, and pause its web protection for ten minutes."
        }
        Some(System::Linux) => {
            "Open your security program or firewall, and pause its web filter for ten minutes."
        }
        Some(System::ChromeOs | System::Android) => {
            "Open your security app, and pause its web or safe-browsing protection for ten minutes."
        }
        Some(System::Ios) => {
            "Open your security or filter app, and pause its web protection for ten minutes."
        }
        None => {
            "Open your security program, and pause its web or HTTPS protection for ten minutes."
        }
    };
    vec![
        pause,
        "Leave everything else of it on. At work or school, ask the people who run it instead.",
        CHECK,
        ON_AGAIN,
        ALLOW,
    ]
}

pub(super) fn set_clock(visitor: Visitor) -> Steps {
    const ZONE: &str = "See that the time zone and the year are right too, then check again.";
    let open = match visitor.system {
        Some(System::Windows) => {
            "Open Settings → Time & language → Date & time. Turn on “Set time automatically”, then choose Sync now."
        }
        Some(System::Macos) => {
            "Open System Settings → General → Date & Time. Turn on “Set time and date automatically”."
        }
        Some(System::Linux) => {
            "Open Settings → Date & Time (in newer versions under System). Turn on automatic date and time."
        }
        Some(System::ChromeOs) => {
            "Open Settings and search for “Date and time”. Set the time zone to automatic."
        }
        Some(System::Android) => {
            "Open Settings → System → Date & time (Samsung: General management). Turn on automatic date and time."
        }
        Some(System::Ios) => "Open Settings → General → Date & Time. Turn on “Set Automatically”.",
        None => "Open the system’s settings for date and time, and turn on “Set automatically”.",
    };
    vec![open, ZONE]
}

//! Steps about names: another DNS resolver, forgetting remembered answers, private DNS off, and the hosts file. They are set
//! in the browser and in the system.

use super::Steps;
use crate::visitor::{Browser, Form, System, Visitor};

pub(super) fn change_resolver(visitor: Visitor) -> Steps {
    const CHECK: &str = "Check again. If nothing changed, set it back to automatic: some networks need their own resolver.";
    let mut steps = Steps::new();
    steps.extend(resolver_in_browser(visitor));
    steps.extend(resolver_in_system(visitor));
    steps.push(CHECK);
    steps
}

/// Secure DNS in the browser: the quickest way, and for this browser alone.
fn resolver_in_browser(visitor: Visitor) -> Option<&'static str> {
    let form = visitor.form();
    match (visitor.browser?, form) {
        (Browser::Chrome, Some(Form::Computer)) => Some(
            "Quickest, for Chrome alone: ⋮ → Settings → Privacy and security → Security → Use secure DNS → choose a provider.",
        ),
        (Browser::Chrome, Some(Form::Phone)) if visitor.system == Some(System::Android) => Some(
            "Quickest, for Chrome alone: ⋮ → Settings → Privacy and security → Use secure DNS → choose another provider.",
        ),
        (Browser::Edge, Some(Form::Computer)) => Some(
            "Quickest, for Edge alone: … → Settings → Privacy, search, and services → Security → Use secure DNS → choose a provider.",
        ),
        (Browser::Firefox, Some(Form::Computer)) => Some(
            "Quickest, for Firefox alone: ☰ → Settings → Privacy & Security → DNS over HTTPS → Increased Protection.",
        ),
        (Browser::Firefox, Some(Form::Phone)) if visitor.system == Some(System::Android) => Some(
            "Quickest, for Firefox alone: ⋮ → Settings → DNS over HTTPS → Increased Protection.",
        ),
        (Browser::Opera, Some(Form::Computer)) => Some(
            "Quickest, for Opera alone: open its settings, type DNS into the search field, and turn on DNS-over-HTTPS.",
        ),
        (
            Browser::Chrome | Browser::Edge | Browser::Firefox | Browser::Opera,
            Some(Form::Phone) | None,
        )
        | (Browser::Safari | Browser::SamsungInternet, Some(Form::Computer | Form::Phone) | None) => {
            None
        }
    }
}

fn resolver_in_system(visitor: Visitor) -> Steps {
    match visitor.system {
        Some(System::Windows) => vec![
            "For the whole computer: Settings → Network & internet → Wi-Fi or Ethernet → Hardware properties.",
            "Beside “DNS server assignment” choose Edit → Manual, and turn IPv4 on.",
            "Type `1.1.1.1` as preferred and `8.8.8.8` as alternate server, and save.",
        ],
        Some(System::Macos) => vec![
            "For the whole computer: Apple menu → System Settings → Wi-Fi → Details beside your network → DNS.",
            "Click + and type `1.1.1.1`, then once more for `8.8.8.8`. Click OK.",
        ],
        Some(System::Linux) => vec![
            "For the whole computer: Settings → Wi-Fi or Network → the gear beside your network → IPv4.",
            "Turn “Automatic” off beside DNS, type `1.1.1.1, 8.8.8.8`, and choose Apply.",
            "Turn the connection off and on again.",
        ],
        Some(System::ChromeOs) => vec![
            "For the whole computer: Settings → Network → your network → its Network part → Name servers.",
            "Choose Google name servers, or Custom name servers with `1.1.1.1` and `8.8.8.8`.",
        ],
        Some(System::Android) => vec![
            "For the whole phone: Settings → Network & internet → Private DNS (Samsung: Connections → More connection settings).",
            "Choose “Private DNS provider hostname”, type `one.one.one.one`, and save.",
        ],
        Some(System::Ios) => vec![
            "Open Settings → Wi-Fi, and tap the ⓘ beside your network.",
            "Tap Configure DNS → Manual, and remove the servers listed there.",
            "Add `1.1.1.1` and `8.8.8.8`, and tap Save.",
        ],
        None => vec![
            "Open the system’s network settings and the connection you use, and look for DNS.",
            "Change it from automatic to manual, and type `1.1.1.1` and `8.8.8.8`.",
        ],
    }
}

pub(super) fn flush_dns(visitor: Visitor) -> Steps {
    const AGAIN: &str = "Check again.";
    let mut steps = flush_in_system(visitor.system);
    if visitor.form() == Some(Form::Computer) {
        steps.extend(flush_in_browser(visitor));
    }
    steps.push(AGAIN);
    steps
}

fn flush_in_system(system: Option<System>) -> Steps {
    match system {
        Some(System::Windows) => vec![
            "Open the Start menu, type `cmd`, and press Enter.",
            "Type `ipconfig /flushdns`, and press Enter.",
        ],
        Some(System::Macos) => vec![
            "Open the Terminal app: it is in Applications → Utilities.",
            "Type `sudo dscacheutil -flushcache; sudo killall -HUP mDNSResponder`, and press Enter.",
            "Type your password. Nothing shows while you type it.",
        ],
        Some(System::Linux) => vec![
            "Open a terminal.",
            "Type `resolvectl flush-caches`, and press Enter. If there is no such command, the system remembers nothing.",
        ],
        Some(System::ChromeOs) => vec!["Turn Wi-Fi off, wait ten seconds, and turn it on again."],
        Some(System::Android | System::Ios) | None => vec![
            "Turn flight mode on, wait ten seconds, and turn it off again.",
            "If that does not help, restart the device.",
        ],
    }
}

/// Browsers remember answers too, apart from the system.
fn flush_in_browser(visitor: Visitor) -> Option<&'static str> {
    match visitor.browser? {
        Browser::Chrome => {
            Some("Type `chrome://net-internals/#dns` as address, and click “Clear host cache”.")
        }
        Browser::Edge => {
            Some("Type `edge://net-internals/#dns` as address, and click “Clear host cache”.")
        }
        Browser::Opera => {
            Some("Type `opera://net-internals/#dns` as address, and click “Clear host cache”.")
        }
        Browser::Firefox => {
            Some("Type `about:networking#dns` as address, and click “Clear DNS Cache”.")
        }
        Browser::Safari | Browser::SamsungInternet => Some("Close the browser and open it again."),
    }
}

pub(super) fn secure_dns_off(visitor: Visitor) -> Steps {
    const TRY: &str = "Open the site, or the network’s sign-in page, and check again.";
    const ON_AGAIN: &str = "Turn it on again now, whatever the result.";
    let mut steps = Steps::new();
    steps.extend(match visitor.browser {
        Some(Browser::Chrome) => Some(
            "In Chrome: ⋮ → Settings → Privacy and security → Security → turn “Use secure DNS” off.",
        ),
        Some(Browser::Edge) => Some(
            "In Edge: … → Settings → Privacy, search, and services → Security → turn “Use secure DNS” off.",
        ),
        Some(Browser::Firefox) => Some(
            "In Firefox: open its settings, look for DNS over HTTPS, and choose Off.",
        ),
        Some(Browser::Opera) => {
            Some("In Opera: open its settings, type DNS into the search field, and turn it off.")
        }
        Some(Browser::Safari | Browser::SamsungInternet) | None => None,
    });
    steps.push(match visitor.system {
        Some(System::Android) => {
            "On the phone: Settings → Network & internet → Private DNS (Samsung: Connections → More connection settings) → Off."
        }
        Some(System::Ios | System::Macos) => {
            "If a DNS app or profile is installed, turn it off in its app, or in Settings → General → VPN & Device Management."
        }
        Some(System::Windows) => {
            "On the computer: Settings → Network & internet → your network → DNS → Edit → turn “DNS over HTTPS” off."
        }
        Some(System::Linux | System::ChromeOs) | None => {
            "If the system has a private or secure DNS setting, turn it off too."
        }
    });
    steps.push(TRY);
    steps.push(ON_AGAIN);
    steps
}

pub(super) fn hosts_file(visitor: Visitor) -> Steps {
    const LOOK: &str = "Look for a line with the site’s name. If there is none, this is not it.";
    const REMOVE: &str =
        "Put a `#` in front of that line and save. To set it back, take the `#` away again.";
    match visitor.system {
        Some(System::Windows) => vec![
            "Open the Start menu, type Notepad, and choose “Run as administrator”.",
            "Open the file `C:\\Windows\\System32\\drivers\\etc\\hosts` in it.",
            LOOK,
            REMOVE,
        ],
        Some(System::Macos | System::Linux) => vec![
            "Open a terminal, type `sudo nano /etc/hosts`, and press Enter.",
            LOOK,
            REMOVE,
        ],
        Some(System::Android | System::Ios | System::ChromeOs) | None => vec![
            "Phones and tablets hide this file. A blocker app can do the same: look into its own list.",
            LOOK,
            "On a computer, ask somebody who knows it: the file is named `hosts`.",
        ],
    }
}

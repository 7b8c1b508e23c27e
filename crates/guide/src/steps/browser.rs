//! Steps inside the browser: reload, private window, stored data, extensions, update.

use super::Steps;
use crate::visitor::{Browser, System, Visitor};

/// Which of a browser's two faces the visitor has before them.
enum Face {
    Computer(Option<Browser>),
    Android(Option<Browser>),
    Ios(Option<Browser>),
    Unknown,
}

impl Face {
    fn of(visitor: Visitor) -> Self {
        match visitor.system {
            Some(System::Windows | System::Macos | System::Linux | System::ChromeOs) => {
                Face::Computer(visitor.browser)
            }
            Some(System::Android) => Face::Android(visitor.browser),
            Some(System::Ios) => Face::Ios(visitor.browser),
            None => Face::Unknown,
        }
    }
}

fn is_mac(visitor: Visitor) -> bool {
    visitor.system == Some(System::Macos)
}

pub(super) fn reload(visitor: Visitor) -> Steps {
    const OPEN: &str = "Open the page that failed.";
    const PHONE: &str = "Pull the page down with your finger, or tap the round arrow.";
    let (usual, past) = match visitor.system {
        Some(System::Macos) if visitor.browser == Some(Browser::Safari) => (
            "Press Cmd + R to reload it.",
            "If the error stays, press Cmd + Option + R: that reloads it past the cache.",
        ),
        Some(System::Macos) => (
            "Press Cmd + R to reload it.",
            "If the error stays, press Cmd + Shift + R: that reloads it past the cache.",
        ),
        Some(System::ChromeOs) => (
            "Press the round arrow on the top row of keys, or Ctrl + R.",
            "If the error stays, press Ctrl + Shift + R: that reloads it past the cache.",
        ),
        Some(System::Windows | System::Linux) => (
            "Press F5 or Ctrl + R to reload it.",
            "If the error stays, press Ctrl + Shift + R: that reloads it past the cache.",
        ),
        Some(System::Android | System::Ios) => (
            PHONE,
            "If the error stays, close the tab and open the page in a new one.",
        ),
        None => (
            "On a phone, pull the page down with your finger, or tap the round arrow.",
            "On a computer, press Ctrl + Shift + R: that reloads it past the cache.",
        ),
    };
    vec![OPEN, usual, past]
}

pub(super) fn private_window(visitor: Visitor) -> Steps {
    const THERE: &str = "Open the failing page there. Do not sign in for this test.";
    const CLOSE: &str = "Close the private window afterwards: it forgets all it saw.";
    let open = match Face::of(visitor) {
        Face::Computer(Some(Browser::Firefox)) if is_mac(visitor) => {
            "Press Cmd + Shift + P. A private window opens."
        }
        Face::Computer(Some(Browser::Firefox)) => "Press Ctrl + Shift + P. A private window opens.",
        Face::Computer(Some(Browser::Edge)) if is_mac(visitor) => {
            "Press Cmd + Shift + N. An InPrivate window opens."
        }
        Face::Computer(Some(Browser::Edge)) => "Press Ctrl + Shift + N. An InPrivate window opens.",
        Face::Computer(Some(Browser::Chrome)) if is_mac(visitor) => {
            "Press Cmd + Shift + N. An Incognito window opens."
        }
        Face::Computer(Some(Browser::Chrome)) => {
            "Press Ctrl + Shift + N. An Incognito window opens."
        }
        Face::Computer(Some(Browser::Safari | Browser::Opera | Browser::SamsungInternet))
            if is_mac(visitor) =>
        {
            "Press Cmd + Shift + N. A private window opens."
        }
        Face::Computer(Some(Browser::Safari | Browser::Opera | Browser::SamsungInternet)) => {
            "Press Ctrl + Shift + N. A private window opens."
        }
        Face::Android(Some(Browser::Chrome)) => "Tap ⋮ → New Incognito tab.",
        Face::Ios(Some(Browser::Chrome)) => "Tap … → New Incognito Tab.",
        Face::Android(Some(Browser::Edge)) | Face::Ios(Some(Browser::Edge)) => {
            "Tap the tabs button, choose InPrivate, and open a new tab."
        }
        Face::Android(Some(Browser::Firefox)) | Face::Ios(Some(Browser::Firefox)) => {
            "Tap the tabs button, choose the mask or “Private”, and open a new tab."
        }
        Face::Ios(Some(Browser::Safari)) => {
            "Tap the tabs button, move to “Private” in the bar at the bottom, and tap +."
        }
        Face::Android(Some(Browser::SamsungInternet)) => {
            "Tap the tabs button → Turn on Secret mode."
        }
        Face::Android(Some(Browser::Opera)) | Face::Ios(Some(Browser::Opera)) => {
            "Tap the tabs button, choose “Private”, and open a new tab."
        }
        Face::Android(Some(Browser::Safari))
        | Face::Ios(Some(Browser::SamsungInternet))
        | Face::Computer(None)
        | Face::Android(None)
        | Face::Ios(None)
        | Face::Unknown => {
            "Open the browser’s menu and choose a new private, Incognito or InPrivate window or tab."
        }
    };
    vec![open, THERE, CLOSE]
}

pub(super) fn clear_site_data(visitor: Visitor) -> Steps {
    const AGAIN: &str = "Load the page again.";
    const OTHER: &str = "In the browser’s settings, open the part about privacy and look for “Site data” or “Cookies”. Delete what belongs to this site.";
    const ALL_OTHER: &str = "If it still fails, clear all cached files and cookies in the same part. That signs you out of every site.";
    match Face::of(visitor) {
        Face::Computer(Some(Browser::Chrome)) => vec![
            "Open the failing page, and click the symbol left of the address.",
            "Choose Cookies and site data → Manage on-device site data, and delete what is listed.",
            AGAIN,
            "If it still fails: ⋮ → Delete browsing data → All time → cookies and cached files. That signs you out of every site.",
        ],
        Face::Computer(Some(Browser::Edge)) => vec![
            "Open the failing page, and click the symbol left of the address.",
            "Choose Cookies and site data, then the cookies in use, and remove what is listed.",
            AGAIN,
            "If it still fails: … → Settings → Privacy, search, and services → Clear browsing data. Choose all time, cookies and cached files. That signs you out of every site.",
        ],
        Face::Computer(Some(Browser::Firefox)) => vec![
            "Open the failing page, and click the padlock or shield left of the address.",
            "Choose “Clear cookies and site data”, and confirm for this site.",
            AGAIN,
            "If it still fails: ☰ → Settings → Privacy & Security → Cookies and Site Data → Clear Data. That signs you out of every site.",
        ],
        Face::Computer(Some(Browser::Safari)) => vec![
            "In the menu bar choose Safari → Settings → Privacy → Manage Website Data.",
            "Type the site’s name, select it, and click Remove.",
            AGAIN,
            "If it still fails: Safari → Clear History → all history. That signs you out of every site and empties your history.",
        ],
        Face::Computer(Some(Browser::Opera)) => vec![
            "Open the failing page, and click the symbol left of the address.",
            "Choose Cookies and site data, and remove what is listed.",
            AGAIN,
            "If it still fails, press Ctrl + Shift + Delete (on a Mac, Cmd + Shift + Delete). Choose all time, cookies and cached files. That signs you out of every site.",
        ],
        Face::Android(Some(Browser::Chrome)) => vec![
            "Open the failing page, and tap the symbol left of the address.",
            "Tap Cookies and site data, and delete what is stored.",
            AGAIN,
            "If it still fails: ⋮ → Delete browsing data → All time → cookies and cached files. That signs you out of every site.",
        ],
        Face::Android(Some(Browser::Edge)) => vec![
            "Open the menu at the bottom → Settings → Privacy and security → Site permissions → All sites.",
            "Find the site, tap it, and clear its data.",
            AGAIN,
            "If it still fails: Settings → Privacy and security → Clear browsing data → cookies and cached files. That signs you out of every site.",
        ],
        Face::Android(Some(Browser::Firefox)) => vec![
            "Open the failing page, and tap the padlock or shield beside the address.",
            "Choose “Clear cookies and site data”, and confirm.",
            AGAIN,
            "If it still fails: ⋮ → Settings → Delete browsing data → cookies and cached files. That signs you out of every site.",
        ],
        Face::Android(Some(Browser::SamsungInternet)) => vec![
            "Open the menu ☰ → Settings → Sites and downloads, and choose the entry about website data.",
            "Find the site, hold your finger on it, and tap Delete.",
            AGAIN,
            "If it still fails: Settings → Personal browsing data → Delete browsing data → cookies and cached files. That signs you out of every site.",
        ],
        Face::Android(Some(Browser::Opera)) => vec![
            "Open the menu → Settings → Site settings → All sites.",
            "Find the site, tap it, and clear its data.",
            AGAIN,
            "If it still fails: Settings → Clear browsing data → cookies and cached files. That signs you out of every site.",
        ],
        Face::Ios(Some(Browser::Safari)) => vec![
            "Open the Settings app → Apps → Safari (before iOS 18: Settings → Safari) → Advanced → Website Data.",
            "Find the site, swipe it to the left, and tap Delete.",
            AGAIN,
            "If it still fails: the same Safari settings → Clear History and Website Data. That signs you out of every site and empties your history.",
        ],
        Face::Ios(Some(Browser::Firefox)) => vec![
            "Open the menu → Settings → Data Management → Website Data.",
            "Find the site, mark it, and clear it.",
            AGAIN,
            "If it still fails: Settings → Data Management → cache and cookies → Clear Private Data. That signs you out of every site.",
        ],
        Face::Ios(Some(Browser::Chrome)) => vec![
            "Chrome on this system cannot clear one site alone. Try a private tab first.",
            "If that helps: … → Delete Browsing Data, choose the shortest time that covers the trouble.",
            "Mark cookies and cached files, and delete them. That signs you out of the sites you opened in that time.",
            AGAIN,
        ],
        Face::Ios(Some(Browser::Edge)) => vec![
            "Edge on this system cannot clear one site alone. Try a private tab first.",
            "If that helps: menu → Settings → Privacy and security → Clear browsing data.",
            "Mark cookies and cached files, and clear them. That signs you out of every site.",
            AGAIN,
        ],
        Face::Ios(Some(Browser::Opera)) => vec![
            "Opera on this system cannot clear one site alone. Try a private tab first.",
            "If that helps: menu → Settings → Clear browser data.",
            "Mark cookies and cached files, and clear them. That signs you out of every site.",
            AGAIN,
        ],
        Face::Computer(Some(Browser::SamsungInternet) | None)
        | Face::Android(Some(Browser::Safari) | None)
        | Face::Ios(Some(Browser::SamsungInternet) | None)
        | Face::Unknown => vec![OTHER, AGAIN, ALL_OTHER],
    }
}

pub(super) fn extensions_off(visitor: Visitor) -> Steps {
    const ALL_OFF: &str = "Note which are on, switch all of them off, and check again.";
    const ONE_BY_ONE: &str =
        "Switch them on one by one. Leave off only the one that breaks the site.";
    const NONE: &str = "This browser has no extensions here. Look for its own ad blocker or tracking protection in the settings.";
    const FOR_THE_SITE: &str =
        "Turn it off for this site, check again, and turn it on if that changed nothing.";
    let listed = |open| vec![open, ALL_OFF, ONE_BY_ONE];
    match Face::of(visitor) {
        Face::Computer(Some(Browser::Chrome)) => listed(
            "Open ⋮ → Extensions → Manage extensions, or type `chrome://extensions` as address.",
        ),
        Face::Computer(Some(Browser::Edge)) => listed(
            "Open … → Extensions → Manage extensions, or type `edge://extensions` as address.",
        ),
        Face::Computer(Some(Browser::Opera)) => listed(
            "Type `opera://extensions` as address. Opera’s own ad blocker is behind the shield beside the address.",
        ),
        Face::Computer(Some(Browser::Firefox)) => listed(
            "Open ☰ → Extensions and themes → Extensions, or type `about:addons` as address.",
        ),
        Face::Computer(Some(Browser::Safari)) => {
            listed("In the menu bar choose Safari → Settings → Extensions.")
        }
        Face::Android(Some(Browser::Firefox)) => {
            listed("Open ⋮ → Extensions. Tap each to find its switch.")
        }
        Face::Android(Some(Browser::Edge)) => listed("Open the menu at the bottom → Extensions."),
        Face::Android(Some(Browser::SamsungInternet)) => {
            listed("Open the menu ☰ → Ad blockers, and then ☰ → Extensions or Add-ons.")
        }
        Face::Ios(Some(Browser::Safari)) => listed(
            "Open the Settings app → Apps → Safari (before iOS 18: Settings → Safari) → Extensions.",
        ),
        Face::Android(Some(Browser::Chrome)) | Face::Ios(Some(Browser::Chrome)) => vec![
            "Chrome has no extensions on phones. Look for an ad blocker or filter app on the device instead.",
            "Turn it off, check again, and turn it on if that changed nothing.",
        ],
        Face::Android(Some(Browser::Opera))
        | Face::Ios(Some(Browser::Edge | Browser::Firefox | Browser::Opera)) => {
            vec![NONE, FOR_THE_SITE]
        }
        Face::Computer(Some(Browser::SamsungInternet) | None)
        | Face::Android(Some(Browser::Safari) | None)
        | Face::Ios(Some(Browser::SamsungInternet) | None)
        | Face::Unknown => {
            listed("Open the browser’s menu, and look for Extensions, Add-ons or Ad blockers.")
        }
    }
}

pub(super) fn update_browser(visitor: Visitor) -> Steps {
    const RESTART: &str = "Restart the browser when it asks, then check again.";
    const STORE: &str = "Open the store you have the app from, search for the browser, and tap Update if it is offered.";
    const LINUX: &str = "Open your system’s software updates and install what they offer. The browser is among them.";
    let by_itself = |open| vec![open, "It looks for a newer version and loads it.", RESTART];
    match visitor.system {
        Some(System::ChromeOs) => vec![
            "Open the system’s Settings → About ChromeOS → Check for updates.",
            "Restart the device when it asks, then check again.",
        ],
        Some(System::Linux) => vec![LINUX, RESTART],
        Some(System::Ios) if visitor.browser == Some(Browser::Safari) => vec![
            "Safari comes with the system: open the Settings app → General → Software Update.",
            "Install what is offered. This may take half an hour, so plug the charger in.",
        ],
        Some(System::Android | System::Ios) => vec![STORE, RESTART],
        Some(System::Windows | System::Macos) | None => match visitor.browser {
            Some(Browser::Safari) => vec![
                "Safari comes with the system: open the Apple menu → System Settings → General → Software Update.",
                "Install what is offered, and restart when it asks.",
            ],
            Some(Browser::Chrome) => by_itself("Open ⋮ → Help → About Google Chrome."),
            Some(Browser::Edge) => by_itself("Open … → Help and feedback → About Microsoft Edge."),
            Some(Browser::Firefox) if is_mac(visitor) => {
                by_itself("In the menu bar choose Firefox → About Firefox.")
            }
            Some(Browser::Firefox) => by_itself("Open ☰ → Help → About Firefox."),
            Some(Browser::Opera) if is_mac(visitor) => {
                by_itself("In the menu bar choose Opera → About Opera.")
            }
            Some(Browser::Opera) => by_itself("Open Opera’s menu → Help → About Opera."),
            Some(Browser::SamsungInternet) | None => {
                by_itself("Open the browser’s menu and look for Help or About.")
            }
        },
    }
}

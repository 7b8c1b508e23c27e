//! From what a browser says of itself to the visitor's browser and system: a guess, to be corrected by the visitor.

use super::{Browser, System, Visitor};

/// What `navigator.userAgentData` and `navigator.maxTouchPoints` say; empty where a browser does not have them.
#[derive(Clone, Copy, Debug, Default)]
pub struct Hints<'a> {
    /// The brands' names.
    pub brands: &'a [&'a str],
    /// The platform's name.
    pub platform: Option<&'a str>,
    /// Whether it calls itself mobile.
    pub mobile: Option<bool>,
    /// How many fingers the screen can tell apart: an iPad calls itself a Mac, but no Mac has a touch screen.
    pub touch_points: u8,
}

/// Browsers and apps that carry another browser's name beside their own, and have menus of their own.
const STRANGERS: [&str; 24] = [
    "; wv)",
    "FBAN/",
    "FBAV/",
    "FB_IAB",
    "Instagram",
    "Line/",
    "GSA/",
    "MicroMessenger",
    "TikTok",
    "musical_ly",
    "Snapchat",
    "YaBrowser",
    "Vivaldi",
    "DuckDuckGo",
    "Ddg/",
    "Brave",
    "UCBrowser",
    "MiuiBrowser",
    "HuaweiBrowser",
    "Whale/",
    "Silk/",
    "Focus/",
    "Klar/",
    "SeaMonkey",
];

/// The visitor's browser and system, from what the browser says of itself.
#[must_use]
pub fn detect(user_agent: &str, hints: &Hints) -> Visitor {
    let system = system(user_agent, hints);
    let browser = browser(user_agent, hints);
    // Its “desktop site” says Linux.
    let poses = browser == Some(Browser::SamsungInternet)
        && (system.is_none() || system == Some(System::Linux));
    let system = if poses { Some(System::Android) } else { system };
    let exists = match (browser, system) {
        (Some(browser), Some(system)) => browser.runs_on(system),
        (None, _) | (_, None) => true,
    };
    Visitor {
        browser: browser.filter(|_| exists),
        system,
    }
}

/// Platforms as client hints name them.
const PLATFORMS: [(&str, System); 7] = [
    ("Windows", System::Windows),
    ("macOS", System::Macos),
    ("Linux", System::Linux),
    ("Android", System::Android),
    ("iOS", System::Ios),
    ("Chrome OS", System::ChromeOs),
    ("Chromium OS", System::ChromeOs),
];

/// What user agents say of the system; the first that is found counts, as many name another system, too.
const SYSTEMS: [(&str, Option<System>); 13] = [
    ("Windows Phone", None),
    ("Tizen", None),
    ("KAIOS", None),
    ("SMART-TV", None),
    ("CrOS", Some(System::ChromeOs)),
    ("Android", Some(System::Android)),
    ("iPhone", Some(System::Ios)),
    ("iPad", Some(System::Ios)),
    ("iPod", Some(System::Ios)),
    ("Windows NT", Some(System::Windows)),
    ("Macintosh", Some(System::Macos)),
    ("Linux", Some(System::Linux)),
    ("X11", Some(System::Linux)),
];

/// What user agents say of the browser; the first that is found counts, as most say Chrome, too.
const BROWSERS: [(&str, Browser); 11] = [
    ("Edg/", Browser::Edge),
    ("EdgA/", Browser::Edge),
    ("EdgiOS/", Browser::Edge),
    ("OPR/", Browser::Opera),
    ("OPT/", Browser::Opera),
    ("OPX/", Browser::Opera),
    ("SamsungBrowser/", Browser::SamsungInternet),
    ("FxiOS/", Browser::Firefox),
    ("Firefox/", Browser::Firefox),
    ("CriOS/", Browser::Chrome),
    ("Chrome/", Browser::Chrome),
];

/// Brands of client hints.
const BRANDS: [(&str, Browser); 7] = [
    ("Google Chrome", Browser::Chrome),
    ("Microsoft Edge", Browser::Edge),
    ("Opera", Browser::Opera),
    ("Opera GX", Browser::Opera),
    ("Opera Mobile", Browser::Opera),
    ("Samsung Internet", Browser::SamsungInternet),
    ("Samsung Browser", Browser::SamsungInternet),
];

fn system(user_agent: &str, hints: &Hints) -> Option<System> {
    let named = PLATFORMS
        .iter()
        .find(|(name, _)| hints.platform == Some(*name));
    let told = match named {
        Some((_, system)) => Some(*system),
        None => {
            let said = SYSTEMS.iter().find(|(word, _)| user_agent.contains(word));
            said.and_then(|(_, system)| *system)
        }
    };
    match told {
        Some(System::Macos) if hints.touch_points > 1 => Some(System::Ios),
        Some(System::Linux) if hints.mobile == Some(true) => Some(System::Android),
        told => told,
    }
}

fn browser(user_agent: &str, hints: &Hints) -> Option<Browser> {
    let has = |word: &str| user_agent.contains(word);
    if STRANGERS.iter().any(|word| has(word)) {
        return None;
    }
    if let Some(branded) = branded(hints.brands) {
        return branded;
    }
    if let Some((_, browser)) = BROWSERS.iter().find(|(word, _)| has(word)) {
        return Some(*browser);
    }
    // An app's own window has no Version; other systems have browsers of their own that call themselves Safari.
    let apples = ["Macintosh", "iPhone", "iPad", "iPod"];
    let safari = has("Version/") && has("Safari/") && apples.iter().any(|word| has(word));
    safari.then_some(Browser::Safari)
}

/// What the brands say: nothing where there are none; otherwise a known browser, or an unknown one.
fn branded(brands: &[&str]) -> Option<Option<Browser>> {
    let mut any = false;
    let mut only_chromium = true;
    for brand in brands {
        // Browsers put one invented brand among theirs, such as “Not)A;Brand”.
        if brand.starts_with("Not") || brand.starts_with(' ') {
            continue;
        }
        if let Some((_, browser)) = BRANDS.iter().find(|(name, _)| name == brand) {
            return Some(Some(*browser));
        }
        any = true;
        only_chromium &= *brand == "Chromium";
    }
    // Chromium alone is Chromium itself, with Chrome's menus; beside an unknown brand it is that brand's.
    any.then(|| only_chromium.then_some(Browser::Chrome))
}

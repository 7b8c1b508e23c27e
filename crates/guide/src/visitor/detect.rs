//! From what a browser says of itself to the visitor's browser and system: a guess, to be corrected by the visitor.

use whichside_diagnosis::text::contains;

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

fn system(user_agent: &str, hints: &Hints) -> Option<System> {
    let has = |word| contains(user_agent, word);
    let named = match hints.platform.unwrap_or_default() {
        "Windows" => Some(System::Windows),
        "macOS" => Some(System::Macos),
        "Linux" => Some(System::Linux),
        "Android" => Some(System::Android),
        "iOS" => Some(System::Ios),
        "Chrome OS" | "Chromium OS" => Some(System::ChromeOs),
        _ => None,
    };
    let told = named.or_else(|| {
        if has("Windows Phone") || has("Tizen") || has("KAIOS") || has("SMART-TV") {
            None
        } else if has("CrOS") {
            Some(System::ChromeOs)
        } else if has("Android") {
            Some(System::Android)
        } else if has("iPhone") || has("iPad") || has("iPod") {
            Some(System::Ios)
        } else if has("Windows NT") {
            Some(System::Windows)
        } else if has("Macintosh") {
            Some(System::Macos)
        } else if has("Linux") || has("X11") {
            Some(System::Linux)
        } else {
            None
        }
    });
    match told {
        Some(System::Macos) if hints.touch_points > 1 => Some(System::Ios),
        Some(System::Linux) if hints.mobile == Some(true) => Some(System::Android),
        told => told,
    }
}

fn browser(user_agent: &str, hints: &Hints) -> Option<Browser> {
    let has = |word: &&str| contains(user_agent, word);
    if STRANGERS.iter().any(has) {
        return None;
    }
    if let Some(branded) = branded(hints.brands) {
        return branded;
    }
    let among = |words: &[&str]| words.iter().any(has);
    if among(&["Edg/", "EdgA/", "EdgiOS/"]) {
        Some(Browser::Edge)
    } else if among(&["OPR/", "OPT/", "OPX/"]) {
        Some(Browser::Opera)
    } else if among(&["SamsungBrowser/"]) {
        Some(Browser::SamsungInternet)
    } else if among(&["FxiOS/", "Firefox/"]) {
        Some(Browser::Firefox)
    } else if among(&["CriOS/", "Chrome/"]) {
        Some(Browser::Chrome)
    } else if among(&["Version/"])
        && among(&["Macintosh", "iPhone", "iPad", "iPod"])
        && among(&["Safari/"])
    {
        // An app's own window has no Version.
        Some(Browser::Safari)
    } else {
        None
    }
}

/// What the brands say: nothing where there are none; otherwise a known browser, or an unknown one.
fn branded(brands: &[&str]) -> Option<Option<Browser>> {
    // Browsers put one invented brand among theirs, such as “Not)A;Brand”.
    let mut real = brands
        .iter()
        .filter(|brand| !brand.starts_with("Not") && !brand.starts_with(' '));
    real.clone().next()?;
    let known = real.clone().find_map(|brand| match *brand {
        "Google Chrome" => Some(Browser::Chrome),
        "Microsoft Edge" => Some(Browser::Edge),
        "Opera" | "Opera GX" | "Opera Mobile" => Some(Browser::Opera),
        "Samsung Internet" | "Samsung Browser" => Some(Browser::SamsungInternet),
        _ => None,
    });
    // Chromium alone is Chromium itself, with Chrome's menus; beside an unknown brand it is that brand's.
    let only_chromium = real.all(|brand| *brand == "Chromium");
    Some(known.or(only_chromium.then_some(Browser::Chrome)))
}

//! Which browser on which system the visitor uses: menus differ, and so do the steps of a remedy.
//!
//! The answer is a guess from what the browser says of itself; the page lets the visitor correct it. Which steps follow
//! is for [`crate::steps`].

/// Declares browsers or systems once: variant, public id and its own name, which is the same in every language.
macro_rules! named {
    ($(#[doc = $about:literal])+ $kind:ident { $($(#[doc = $doc:literal])+ $variant:ident $id:literal $name:literal;)+ }) => {
        $(#[doc = $about])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $kind { $($(#[doc = $doc])+ $variant,)+ }

        impl $kind {
            /// All of them, in the order of the data file's rows.
            pub const ALL: &'static [$kind] = &[$($kind::$variant,)+];

            /// The public id, in files and in the page.
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self { $($kind::$variant => $id,)+ }
            }

            /// Its own name.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $($kind::$variant => $name,)+ }
            }
        }
    };
}

named! {
    /// A browser whose menus are known.
    Browser {
        /// Google's; Chromium itself has the same menus.
        Chrome "chrome" "Chrome";
        /// Microsoft's.
        Edge "edge" "Edge";
        /// Mozilla's.
        Firefox "firefox" "Firefox";
        /// Apple's.
        Safari "safari" "Safari";
        /// Samsung's, on its phones.
        SamsungInternet "samsung-internet" "Samsung Internet";
        /// Opera's.
        Opera "opera" "Opera";
    }
}

named! {
    /// An operating system whose menus are known.
    System {
        /// Windows 10 and 11.
        Windows "windows" "Windows";
        /// macOS, with its System Settings of 2022 and later.
        Macos "macos" "macOS";
        /// A Linux desktop.
        Linux "linux" "Linux";
        /// Android phones and tablets.
        Android "android" "Android";
        /// iPhones and iPads.
        Ios "ios" "iPhone and iPad";
        /// Chromebooks.
        ChromeOs "chromeos" "ChromeOS";
    }
}

/// The two ways a device is used: menus of phones differ from those of computers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// With a keyboard.
    Computer,
    /// By touch.
    Phone,
}

impl System {
    /// How devices with this system are used.
    #[must_use]
    pub const fn form(self) -> Form {
        match self {
            System::Windows | System::Macos | System::Linux | System::ChromeOs => Form::Computer,
            System::Android | System::Ios => Form::Phone,
        }
    }
}

impl Browser {
    /// Whether this browser exists on this system, as a finished product that its maker offers there.
    #[must_use]
    pub const fn runs_on(self, system: System) -> bool {
        match self {
            Browser::Chrome => true,
            Browser::Edge | Browser::Firefox | Browser::Opera => match system {
                System::Windows | System::Macos | System::Linux | System::Android | System::Ios => {
                    true
                }
                System::ChromeOs => false,
            },
            Browser::Safari => match system {
                System::Macos | System::Ios => true,
                System::Windows | System::Linux | System::Android | System::ChromeOs => false,
            },
            Browser::SamsungInternet => match system {
                System::Android => true,
                System::Windows
                | System::Macos
                | System::Linux
                | System::Ios
                | System::ChromeOs => false,
            },
        }
    }
}

/// A visitor's browser and system, as far as they are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Visitor {
    /// The browser, where it is one whose menus are known.
    pub browser: Option<Browser>,
    /// The system, where it is one whose menus are known.
    pub system: Option<System>,
}

impl Visitor {
    /// This browser on this system.
    #[must_use]
    pub const fn of(browser: Browser, system: System) -> Self {
        Visitor {
            browser: Some(browser),
            system: Some(system),
        }
    }

    /// How the device is used, where its system is known.
    #[must_use]
    pub fn form(self) -> Option<Form> {
        self.system.map(System::form)
    }

    /// Every pair that exists.
    pub fn pairs() -> impl Iterator<Item = (Browser, System)> {
        Browser::ALL.iter().flat_map(|&browser| {
            System::ALL
                .iter()
                .filter(move |&&system| browser.runs_on(system))
                .map(move |&system| (browser, system))
        })
    }

    /// Every visitor there may be, browser by browser and system by system, the unknown last in both.
    /// Pairs that do not exist are among them: the list is the grid that the data file's rows follow.
    pub fn grid() -> impl Iterator<Item = Visitor> {
        let known = |browser: Option<Browser>| {
            System::ALL
                .iter()
                .map(|&system| Some(system))
                .chain([None])
                .map(move |system| Visitor { browser, system })
        };
        Browser::ALL
            .iter()
            .map(|&browser| Some(browser))
            .chain([None])
            .flat_map(known)
    }
}

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
    let has = |word| user_agent.contains(word);
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
    let has = |word: &&str| user_agent.contains(*word);
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

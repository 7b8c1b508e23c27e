//! Which browser on which system the visitor uses: menus differ, and so do the steps of a remedy.
//!
//! What they are is guessed by [`detect`] from what the browser says of itself; the page lets the visitor correct it. Which
//! steps follow is for [`crate::steps`].

mod detect;

pub use detect::{Hints, detect};

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

            /// The one with this id.
            #[must_use]
            pub fn of_id(id: &str) -> Option<$kind> {
                $kind::ALL.iter().copied().find(|one| one.id() == id)
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

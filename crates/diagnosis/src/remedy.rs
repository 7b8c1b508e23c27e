//! What a visitor can do. Which causes each helps against, and how probably, stands in `causes`; which to try first is left to
//! `advice`.

use serde::{Deserialize, Serialize};

use crate::millis::Millis;

/// Declares the remedies once: variant, public id, the effort in seconds and what the page offers with it.
macro_rules! remedies {
    ($($(#[doc = $doc:literal])+ $variant:ident $id:literal $seconds:literal $action:ident;)+) => {
        /// Something a visitor can do.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Remedy { $($(#[doc = $doc])+ $variant,)+ }

        impl Remedy {
            /// Every remedy.
            pub const ALL: &'static [Remedy] = &[$(Remedy::$variant,)+];

            /// The public name (`data-remedy`).
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self { $(Remedy::$variant => $id,)+ }
            }

            /// How long it takes the visitor. Judgement: doing it for the first time, from instructions.
            #[must_use]
            pub const fn effort(self) -> Millis {
                match self { $(Remedy::$variant => Millis($seconds * 1_000),)+ }
            }

            /// What the page offers beside the words.
            #[must_use]
            pub const fn action(self) -> Action {
                match self { $(Remedy::$variant => Action::$action,)+ }
            }
        }
    };
}

/// What the page can do for a remedy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// The visitor does it, then checks again.
    CheckAgain,
    /// The page watches the target.
    Watch,
    /// A link to an archived copy.
    OpenArchive,
    /// Links to second opinions.
    SecondOpinions,
    /// A plain link to the target.
    OpenSite,
}

remedies! {
    /// Let the page watch, and tell when it is back.
    Watch "watch" 5 Watch;
    /// Read an archived copy.
    Archive "archive" 20 OpenArchive;
    /// See whether others report the same.
    SecondOpinions "second-opinions" 30 SecondOpinions;
    /// Tell the site's people, with the report.
    TellOwner "tell-owner" 120 CheckAgain;
    /// Open it again, past the cache.
    Reload "reload" 10 OpenSite;
    /// Wi-Fi on, cable in, flight mode off.
    CheckLink "check-link" 20 CheckAgain;
    /// Restart the router.
    RestartRouter "restart-router" 180 CheckAgain;
    /// Mobile data, or another Wi-Fi.
    OtherNetwork "other-network" 30 CheckAgain;
    /// Nearer to the router, fewer downloads.
    BetterSignal "better-signal" 30 CheckAgain;
    /// Sign in to the network's portal.
    SignIn "sign-in" 45 CheckAgain;
    /// Another DNS resolver.
    ChangeResolver "change-resolver" 150 CheckAgain;
    /// Forget remembered DNS answers.
    FlushDns "flush-dns" 60 CheckAgain;
    /// VPN, proxy or content filter off.
    VpnOff "vpn-off" 20 CheckAgain;
    /// Extensions off.
    ExtensionsOff "extensions-off" 40 CheckAgain;
    /// Security software's web protection off, for a moment.
    ShieldOff "shield-off" 60 CheckAgain;
    /// A private window.
    PrivateWindow "private-window" 15 CheckAgain;
    /// Clear what the browser keeps of this site.
    ClearSiteData "clear-site-data" 60 CheckAgain;
    /// Another browser or device.
    OtherBrowser "other-browser" 40 CheckAgain;
    /// A current version of the browser.
    UpdateBrowser "update-browser" 120 CheckAgain;
    /// The right date and time.
    SetClock "set-clock" 60 CheckAgain;
    /// The address, letter by letter.
    CheckAddress "check-address" 20 CheckAgain;
    /// The same page with or without `www`.
    TryTwin "try-twin" 15 CheckAgain;
    /// Start from the site's front page.
    FrontPage "front-page" 15 OpenSite;
    /// Wait, then ask less often.
    WaitABit "wait-a-bit" 60 CheckAgain;
    /// Ask the internet provider, with a text to send.
    AskProvider "ask-provider" 100 CheckAgain;
    /// Ask whoever manages the device or the network.
    AskIt "ask-it" 60 CheckAgain;
    /// Allow the site in the filter that blocks it.
    AllowInFilter "allow-in-filter" 60 CheckAgain;
    /// Private or secure DNS off, for a moment.
    SecureDnsOff "secure-dns-off" 45 CheckAgain;
    /// The hosts file.
    HostsFile "hosts-file" 90 CheckAgain;
    /// HTTP/3 off in the browser.
    Http3Off "http3-off" 60 CheckAgain;
    /// The router's exception for private addresses in public names.
    RebindException "rebind-exception" 150 CheckAgain;
    /// Over a VPN that the visitor already has.
    OwnVpn "own-vpn" 30 CheckAgain;
    /// Do not go past the warning.
    StayAway "stay-away" 5 SecondOpinions;
}

//! What a visitor can do: the remedies, and those of each cause with the probability that they help.
//!
//! Every cause names at least two remedies, by type: a cause without them does not compile. Which to try first is left to
//! `advice`.

use crate::cause::Cause;
use crate::millis::Millis;

/// Declares the remedies once: variant, public id, the effort in seconds and what the page offers with it.
macro_rules! remedies {
    ($($(#[doc = $doc:literal])+ $variant:ident $id:literal $seconds:literal $action:ident;)+) => {
        /// Something a visitor can do.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
    /// Do not go past the warning.
    StayAway "stay-away" 5 SecondOpinions;
}

/// A remedy and the probability that it helps where its cause is the true one. Judgement, to be set by what visitors report.
pub(crate) type Chance = (Remedy, f64);

/// The remedies of one cause: two at least.
pub(crate) struct Cure(Chance, Chance, &'static [Chance]);

impl Cure {
    /// All of them, in the order they are listed.
    pub(crate) fn all(self) -> impl Iterator<Item = Chance> {
        let Cure(first, second, more) = self;
        [first, second].into_iter().chain(more.iter().copied())
    }
}

pub(crate) const fn cure(cause: Cause) -> Cure {
    use Remedy::{
        Archive, BetterSignal, ChangeResolver, CheckAddress, CheckLink, ClearSiteData,
        ExtensionsOff, FlushDns, FrontPage, OtherBrowser, OtherNetwork, PrivateWindow, Reload,
        RestartRouter, SecondOpinions, SetClock, ShieldOff, SignIn, StayAway, TellOwner, TryTwin,
        UpdateBrowser, VpnOff, WaitABit, Watch,
    };
    match cause {
        Cause::Offline => Cure(
            (CheckLink, 0.8),
            (OtherNetwork, 0.5),
            &[(RestartRouter, 0.4)],
        ),
        Cause::NetworkDown => Cure(
            (CheckLink, 0.3),
            (OtherNetwork, 0.6),
            &[(RestartRouter, 0.6), (VpnOff, 0.15), (ChangeResolver, 0.2)],
        ),
        Cause::CaptivePortal => Cure((SignIn, 0.85), (OtherNetwork, 0.6), &[(VpnOff, 0.05)]),
        Cause::FlakyNetwork => Cure(
            (BetterSignal, 0.35),
            (OtherNetwork, 0.6),
            &[(RestartRouter, 0.4), (VpnOff, 0.15)],
        ),
        Cause::DnsLocal => Cure(
            (VpnOff, 0.2),
            (ChangeResolver, 0.75),
            &[(OtherNetwork, 0.7), (FlushDns, 0.25)],
        ),
        Cause::BlockedLocally => Cure(
            (PrivateWindow, 0.35),
            (ExtensionsOff, 0.45),
            &[(VpnOff, 0.2), (ShieldOff, 0.25), (OtherBrowser, 0.4)],
        ),
        Cause::Path => Cure(
            (OtherNetwork, 0.8),
            (VpnOff, 0.2),
            &[(RestartRouter, 0.25), (ShieldOff, 0.1)],
        ),
        Cause::TlsInterception => Cure(
            (OtherNetwork, 0.6),
            (ShieldOff, 0.35),
            &[(VpnOff, 0.2), (SignIn, 0.1)],
        ),
        Cause::Clock => Cure((SetClock, 0.95), (OtherBrowser, 0.05), &[]),
        Cause::RefusedYou => Cure(
            (VpnOff, 0.35),
            (OtherNetwork, 0.5),
            &[(WaitABit, 0.3), (ClearSiteData, 0.15), (TellOwner, 0.2)],
        ),
        Cause::BrowserState => Cure(
            (PrivateWindow, 0.6),
            (ClearSiteData, 0.6),
            &[
                (Reload, 0.2),
                (ExtensionsOff, 0.3),
                (OtherBrowser, 0.5),
                (UpdateBrowser, 0.15),
            ],
        ),
        Cause::BadGateway
        | Cause::GatewayTimeout
        | Cause::ServerError
        | Cause::EdgeError
        | Cause::HttpError => Cure(
            (Watch, 0.5),
            (Archive, 0.2),
            &[(SecondOpinions, 0.15), (TellOwner, 0.3), (Reload, 0.03)],
        ),
        Cause::Unavailable => Cure(
            (Watch, 0.6),
            (Archive, 0.2),
            &[(SecondOpinions, 0.15), (TellOwner, 0.1)],
        ),
        Cause::NotFound => Cure(
            (CheckAddress, 0.4),
            (FrontPage, 0.4),
            &[(Archive, 0.3), (TellOwner, 0.2)],
        ),
        Cause::Forbidden => Cure(
            (FrontPage, 0.3),
            (TellOwner, 0.3),
            &[(Archive, 0.2), (CheckAddress, 0.15)],
        ),
        Cause::RedirectLoop => Cure(
            (ClearSiteData, 0.3),
            (TellOwner, 0.3),
            &[(PrivateWindow, 0.15), (Watch, 0.05), (Archive, 0.2)],
        ),
        Cause::ServerDown | Cause::EmptyReply => Cure(
            (Watch, 0.5),
            (Archive, 0.2),
            &[(SecondOpinions, 0.15), (TellOwner, 0.25)],
        ),
        Cause::DnsMissing => Cure(
            (CheckAddress, 0.5),
            (TryTwin, 0.1),
            &[(SecondOpinions, 0.2), (Archive, 0.3), (TellOwner, 0.2)],
        ),
        Cause::DnsBroken => Cure(
            (Watch, 0.4),
            (Archive, 0.2),
            &[(SecondOpinions, 0.15), (TellOwner, 0.3)],
        ),
        Cause::Certificate => Cure(
            (StayAway, 0.4),
            (Watch, 0.3),
            &[(TellOwner, 0.4), (Archive, 0.2)],
        ),
        Cause::Intermittent => Cure(
            (Reload, 0.5),
            (Watch, 0.3),
            &[(TellOwner, 0.2), (Archive, 0.2)],
        ),
        Cause::Slow => Cure(
            (Watch, 0.3),
            (Reload, 0.2),
            &[(Archive, 0.2), (OtherNetwork, 0.05)],
        ),
        Cause::Healthy | Cause::Recovered => Cure(
            (Reload, 0.6),
            (PrivateWindow, 0.3),
            &[(ClearSiteData, 0.2), (OtherBrowser, 0.2)],
        ),
        Cause::Unclear => Cure(
            (OtherNetwork, 0.3),
            (SecondOpinions, 0.3),
            &[(Watch, 0.05), (Reload, 0.05)],
        ),
    }
}

/// How probably a remedy helps where this cause is the true one; 0 where it is none of its remedies.
pub(crate) fn helps(remedy: Remedy, cause: Cause) -> f64 {
    cure(cause)
        .all()
        .find(|(other, _)| *other == remedy)
        .map_or(0.0, |(_, chance)| chance)
}

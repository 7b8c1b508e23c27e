//! What to do, for each remedy: its keys, and their English. Why and how differ by browser and system; both come with a file
//! of their own.

use super::Words;
use super::english::PageKey;
use super::table::words;
use crate::advice::Remedy;

/// The words of a remedy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RemedyWords {
    /// What to do, in a line.
    pub title: &'static str,
    /// How long it takes.
    pub time: &'static str,
    /// The label of its button.
    pub done: &'static str,
}

/// A remedy in words.
#[must_use]
pub fn remedy(words: &Words, remedy: Remedy) -> RemedyWords {
    let (title, time, done) = keys(remedy);
    RemedyWords {
        title: words.text(title),
        time: words.text(time),
        done: words.text(done),
    }
}

/// Title, time and button.
type Keys = (RemedyKey, RemedyKey, RemedyKey);

const fn keys(remedy: Remedy) -> Keys {
    use RemedyKey as K;
    match remedy {
        Remedy::Watch => (K::WatchTitle, K::NoEffort, K::WatchDone),
        Remedy::Archive => (K::ArchiveTitle, K::Seconds, K::ArchiveDone),
        Remedy::SecondOpinions => (
            K::SecondOpinionsTitle,
            K::HalfAMinute,
            K::SecondOpinionsDone,
        ),
        Remedy::TellOwner => (K::TellOwnerTitle, K::TwoMinutes, K::Done),
        Remedy::Reload => (K::ReloadTitle, K::Seconds10, K::ReloadDone),
        Remedy::CheckLink => (K::CheckLinkTitle, K::Seconds20, K::Done),
        Remedy::RestartRouter => (K::RestartRouterTitle, K::ThreeMinutes, K::Done),
        Remedy::OtherNetwork => (K::OtherNetworkTitle, K::HalfAMinute, K::Done),
        Remedy::BetterSignal => (K::BetterSignalTitle, K::HalfAMinute, K::Done),
        Remedy::SignIn => (K::SignInTitle, K::Seconds45, K::Done),
        Remedy::ChangeResolver => (K::ChangeResolverTitle, K::TwoOrThreeMinutes, K::Done),
        Remedy::FlushDns => (K::FlushDnsTitle, K::OneMinute, K::Done),
        Remedy::VpnOff => (K::VpnOffTitle, K::Seconds20, K::Done),
        Remedy::ExtensionsOff => (K::ExtensionsOffTitle, K::Seconds40, K::Done),
        Remedy::ShieldOff => (K::ShieldOffTitle, K::OneMinute, K::Done),
        Remedy::PrivateWindow => (K::PrivateWindowTitle, K::Seconds15, K::Done),
        Remedy::ClearSiteData => (K::ClearSiteDataTitle, K::OneMinute, K::Done),
        Remedy::OtherBrowser => (K::OtherBrowserTitle, K::Seconds40, K::Done),
        Remedy::UpdateBrowser => (K::UpdateBrowserTitle, K::TwoMinutes, K::Done),
        Remedy::SetClock => (K::SetClockTitle, K::OneMinute, K::Done),
        Remedy::CheckAddress => (K::CheckAddressTitle, K::Seconds20, K::Done),
        Remedy::TryTwin => (K::TryTwinTitle, K::Seconds15, K::Done),
        Remedy::FrontPage => (K::FrontPageTitle, K::Seconds15, K::FrontPageDone),
        Remedy::WaitABit => (K::WaitABitTitle, K::FewMinutes, K::Done),
        Remedy::StayAway => (K::StayAwayTitle, K::NoEffort, K::StayAwayDone),
    }
}

words! {
    /// The remedies: what to do, how long it takes, and the label of the button.
    RemedyKey "remedy" after PageKey {
        Done = "Done: check again";
        NoEffort = "No effort";
        Seconds = "Seconds";
        HalfAMinute = "Half a minute";
        TwoMinutes = "About 2 minutes";
        Seconds10 = "10 seconds";
        Seconds20 = "20 seconds";
        ThreeMinutes = "About 3 minutes";
        Seconds45 = "45 seconds";
        TwoOrThreeMinutes = "2 to 3 minutes";
        OneMinute = "1 minute";
        Seconds40 = "40 seconds";
        Seconds15 = "15 seconds";
        FewMinutes = "A few minutes";
        WatchTitle = "Let us watch it for you";
        WatchDone = "Tell me when it’s back";
        ArchiveTitle = "Read an archived copy";
        ArchiveDone = "Open an archived copy";
        SecondOpinionsTitle = "See whether others report it too";
        SecondOpinionsDone = "Show me where";
        TellOwnerTitle = "Tell the people who run the site";
        ReloadTitle = "Open the page again";
        ReloadDone = "Open the page";
        CheckLinkTitle = "Look at your Wi-Fi, cable and flight mode";
        RestartRouterTitle = "Restart your router";
        OtherNetworkTitle = "Try another network";
        BetterSignalTitle = "Get a steadier connection";
        SignInTitle = "Sign in to this network";
        ChangeResolverTitle = "Use another DNS resolver";
        FlushDnsTitle = "Forget remembered DNS answers";
        VpnOffTitle = "Turn off your VPN, proxy or content filter for a moment";
        ExtensionsOffTitle = "Turn your extensions off";
        ShieldOffTitle = "Pause your security software’s web protection";
        PrivateWindowTitle = "Open the page in a private window";
        ClearSiteDataTitle = "Clear what your browser keeps of this site";
        OtherBrowserTitle = "Try another browser or device";
        UpdateBrowserTitle = "Update your browser";
        SetClockTitle = "Set your device’s date and time";
        CheckAddressTitle = "Check the address, letter by letter";
        TryTwinTitle = "Try it with “www.”, or without";
        FrontPageTitle = "Start from the site’s front page";
        FrontPageDone = "Open the site";
        WaitABitTitle = "Wait a little, then ask less often";
        StayAwayTitle = "Do not go past the warning";
        StayAwayDone = "See what others report";
    }
}

//! What to do, for each remedy: its keys, and their English. Why, how and how long come with a file of their own.

use whichside_words::{Key, Sentence, Words, words};

use crate::remedy::Remedy;

/// A remedy's title and the label of its button.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RemedyWords<'a> {
    /// What to do, in a line.
    pub title: &'a str,
    /// The label of its button.
    pub done: &'a str,
}

/// A remedy in words.
#[must_use]
pub fn remedy(words: &Words, remedy: Remedy) -> RemedyWords<'_> {
    let (title, done) = keys(remedy);
    RemedyWords {
        title: words.text(title),
        done: words.text(done),
    }
}

/// A remedy's title, as a sentence.
#[must_use]
pub fn remedy_title(remedy: Remedy) -> Sentence {
    keys(remedy).0.sentence()
}

/// Title and button.
type Keys = (RemedyKey, RemedyKey);

const fn keys(remedy: Remedy) -> Keys {
    use RemedyKey as K;
    match remedy {
        Remedy::Watch => (K::WatchTitle, K::WatchDone),
        Remedy::Archive => (K::ArchiveTitle, K::ArchiveDone),
        Remedy::SecondOpinions => (K::SecondOpinionsTitle, K::SecondOpinionsDone),
        Remedy::TellOwner => (K::TellOwnerTitle, K::Done),
        Remedy::Reload => (K::ReloadTitle, K::ReloadDone),
        Remedy::CheckLink => (K::CheckLinkTitle, K::Done),
        Remedy::RestartRouter => (K::RestartRouterTitle, K::Done),
        Remedy::OtherNetwork => (K::OtherNetworkTitle, K::Done),
        Remedy::BetterSignal => (K::BetterSignalTitle, K::Done),
        Remedy::SignIn => (K::SignInTitle, K::Done),
        Remedy::ChangeResolver => (K::ChangeResolverTitle, K::Done),
        Remedy::FlushDns => (K::FlushDnsTitle, K::Done),
        Remedy::VpnOff => (K::VpnOffTitle, K::Done),
        Remedy::ExtensionsOff => (K::ExtensionsOffTitle, K::Done),
        Remedy::ShieldOff => (K::ShieldOffTitle, K::Done),
        Remedy::PrivateWindow => (K::PrivateWindowTitle, K::Done),
        Remedy::ClearSiteData => (K::ClearSiteDataTitle, K::Done),
        Remedy::OtherBrowser => (K::OtherBrowserTitle, K::Done),
        Remedy::UpdateBrowser => (K::UpdateBrowserTitle, K::Done),
        Remedy::SetClock => (K::SetClockTitle, K::Done),
        Remedy::CheckAddress => (K::CheckAddressTitle, K::Done),
        Remedy::TryTwin => (K::TryTwinTitle, K::Done),
        Remedy::FrontPage => (K::FrontPageTitle, K::FrontPageDone),
        Remedy::WaitABit => (K::WaitABitTitle, K::Done),
        Remedy::AskProvider => (K::AskProviderTitle, K::Done),
        Remedy::AskIt => (K::AskItTitle, K::Done),
        Remedy::AllowInFilter => (K::AllowInFilterTitle, K::Done),
        Remedy::SecureDnsOff => (K::SecureDnsOffTitle, K::Done),
        Remedy::HostsFile => (K::HostsFileTitle, K::Done),
        Remedy::Http3Off => (K::Http3OffTitle, K::Done),
        Remedy::RebindException => (K::RebindExceptionTitle, K::Done),
        Remedy::OwnVpn => (K::OwnVpnTitle, K::Done),
        Remedy::StayAway => (K::StayAwayTitle, K::StayAwayDone),
    }
}

words! {
    /// The remedies: what to do, and the label of the button.
    RemedyKey "remedy" {
        Done = "Done: check again";
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
        AskProviderTitle = "Ask your internet provider";
        AskItTitle = "Ask whoever manages this device or network";
        AllowInFilterTitle = "Allow the site in your filter";
        SecureDnsOffTitle = "Turn private or secure DNS off for a moment";
        HostsFileTitle = "Look into your device’s hosts file";
        Http3OffTitle = "Turn HTTP/3 off in your browser";
        RebindExceptionTitle = "Allow the name in your router";
        OwnVpnTitle = "Open it over a VPN that you already have";
        StayAwayTitle = "Do not go past the warning";
        StayAwayDone = "See what others report";
    }
}

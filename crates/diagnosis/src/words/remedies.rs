//! What to do, for each remedy: its keys, and their English.

use super::Words;
use super::english::PageKey;
use super::table::words;
use crate::advice::Remedy;

/// The words of a remedy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RemedyWords {
    /// What to do, in a line.
    pub title: &'static str,
    /// Why.
    pub text: &'static str,
    /// How, step by step.
    pub steps: Vec<&'static str>,
    /// How long it takes.
    pub time: &'static str,
    /// The label of its button.
    pub done: &'static str,
}

/// A remedy in words.
#[must_use]
pub fn remedy(words: &Words, remedy: Remedy) -> RemedyWords {
    let (title, text, steps, time, done) = keys(remedy);
    RemedyWords {
        title: words.text(title),
        text: words.text(text),
        steps: steps.iter().map(|step| words.text(*step)).collect(),
        time: words.text(time),
        done: words.text(done),
    }
}

/// Title, reason, steps, time and button.
type Keys = (
    RemedyKey,
    RemedyKey,
    &'static [RemedyKey],
    RemedyKey,
    RemedyKey,
);

const fn keys(remedy: Remedy) -> Keys {
    use RemedyKey as K;
    match remedy {
        Remedy::Watch => (K::WatchTitle, K::WatchText, &[], K::NoEffort, K::WatchDone),
        Remedy::Archive => (
            K::ArchiveTitle,
            K::ArchiveText,
            &[],
            K::Seconds,
            K::ArchiveDone,
        ),
        Remedy::SecondOpinions => (
            K::SecondOpinionsTitle,
            K::SecondOpinionsText,
            &[],
            K::HalfAMinute,
            K::SecondOpinionsDone,
        ),
        Remedy::TellOwner => (
            K::TellOwnerTitle,
            K::TellOwnerText,
            &[K::TellOwnerStep1, K::TellOwnerStep2],
            K::TwoMinutes,
            K::Done,
        ),
        Remedy::Reload => (
            K::ReloadTitle,
            K::ReloadText,
            &[K::ReloadStep1, K::ReloadStep2],
            K::Seconds10,
            K::ReloadDone,
        ),
        Remedy::CheckLink => (
            K::CheckLinkTitle,
            K::CheckLinkText,
            &[K::CheckLinkStep1, K::CheckLinkStep2, K::CheckLinkStep3],
            K::Seconds20,
            K::Done,
        ),
        Remedy::RestartRouter => (
            K::RestartRouterTitle,
            K::RestartRouterText,
            &[K::RestartRouterStep1, K::RestartRouterStep2],
            K::ThreeMinutes,
            K::Done,
        ),
        Remedy::OtherNetwork => (
            K::OtherNetworkTitle,
            K::OtherNetworkText,
            &[K::OtherNetworkStep1, K::OtherNetworkStep2],
            K::HalfAMinute,
            K::Done,
        ),
        Remedy::BetterSignal => (
            K::BetterSignalTitle,
            K::BetterSignalText,
            &[
                K::BetterSignalStep1,
                K::BetterSignalStep2,
                K::BetterSignalStep3,
            ],
            K::HalfAMinute,
            K::Done,
        ),
        Remedy::SignIn => (
            K::SignInTitle,
            K::SignInText,
            &[K::SignInStep1, K::SignInStep2],
            K::Seconds45,
            K::Done,
        ),
        Remedy::ChangeResolver => (
            K::ChangeResolverTitle,
            K::ChangeResolverText,
            &[
                K::ChangeResolverStep1,
                K::ChangeResolverStep2,
                K::ChangeResolverStep3,
                K::ChangeResolverStep4,
            ],
            K::TwoOrThreeMinutes,
            K::Done,
        ),
        Remedy::FlushDns => (
            K::FlushDnsTitle,
            K::FlushDnsText,
            &[K::FlushDnsStep1, K::FlushDnsStep2, K::FlushDnsStep3],
            K::OneMinute,
            K::Done,
        ),
        Remedy::VpnOff => (
            K::VpnOffTitle,
            K::VpnOffText,
            &[K::VpnOffStep1, K::VpnOffStep2],
            K::Seconds20,
            K::Done,
        ),
        Remedy::ExtensionsOff => (
            K::ExtensionsOffTitle,
            K::ExtensionsOffText,
            &[K::ExtensionsOffStep1, K::ExtensionsOffStep2],
            K::Seconds40,
            K::Done,
        ),
        Remedy::ShieldOff => (
            K::ShieldOffTitle,
            K::ShieldOffText,
            &[K::ShieldOffStep1, K::ShieldOffStep2],
            K::OneMinute,
            K::Done,
        ),
        Remedy::PrivateWindow => (
            K::PrivateWindowTitle,
            K::PrivateWindowText,
            &[K::PrivateWindowStep1, K::PrivateWindowStep2],
            K::Seconds15,
            K::Done,
        ),
        Remedy::ClearSiteData => (
            K::ClearSiteDataTitle,
            K::ClearSiteDataText,
            &[K::ClearSiteDataStep1, K::ClearSiteDataStep2],
            K::OneMinute,
            K::Done,
        ),
        Remedy::OtherBrowser => (
            K::OtherBrowserTitle,
            K::OtherBrowserText,
            &[K::OtherBrowserStep1],
            K::Seconds40,
            K::Done,
        ),
        Remedy::UpdateBrowser => (
            K::UpdateBrowserTitle,
            K::UpdateBrowserText,
            &[K::UpdateBrowserStep1, K::UpdateBrowserStep2],
            K::TwoMinutes,
            K::Done,
        ),
        Remedy::SetClock => (
            K::SetClockTitle,
            K::SetClockText,
            &[K::SetClockStep1, K::SetClockStep2],
            K::OneMinute,
            K::Done,
        ),
        Remedy::CheckAddress => (
            K::CheckAddressTitle,
            K::CheckAddressText,
            &[K::CheckAddressStep1, K::CheckAddressStep2],
            K::Seconds20,
            K::Done,
        ),
        Remedy::TryTwin => (
            K::TryTwinTitle,
            K::TryTwinText,
            &[K::TryTwinStep1],
            K::Seconds15,
            K::Done,
        ),
        Remedy::FrontPage => (
            K::FrontPageTitle,
            K::FrontPageText,
            &[K::FrontPageStep1, K::FrontPageStep2],
            K::Seconds15,
            K::FrontPageDone,
        ),
        Remedy::WaitABit => (
            K::WaitABitTitle,
            K::WaitABitText,
            &[K::WaitABitStep1, K::WaitABitStep2],
            K::FewMinutes,
            K::Done,
        ),
        Remedy::StayAway => (
            K::StayAwayTitle,
            K::StayAwayText,
            &[],
            K::NoEffort,
            K::StayAwayDone,
        ),
    }
}

words! {
    /// The remedies: what to do, why, and how.
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
        WatchText = "Nothing you change will fix this, so leave your router and cookies alone. We look again with growing pauses and tell you the moment it opens.";
        WatchDone = "Tell me when it’s back";
        ArchiveTitle = "Read an archived copy";
        ArchiveText = "The Internet Archive may hold an earlier version of the page. You can read it, not sign in or buy.";
        ArchiveDone = "Open an archived copy";
        SecondOpinionsTitle = "See whether others report it too";
        SecondOpinionsText = "These pages collect reports from visitors. Many reports in the last minutes mean that the site’s people already know.";
        SecondOpinionsDone = "Show me where";
        TellOwnerTitle = "Tell the people who run the site";
        TellOwnerText = "They may not know yet. The report below says all they need.";
        TellOwnerStep1 = "Find their support page or their account on a social network.";
        TellOwnerStep2 = "Copy the report below and send it with the time it happened.";
        ReloadTitle = "Open the page again";
        ReloadText = "Your browser may still show the old error. Open the page, then reload it past the cache.";
        ReloadStep1 = "Open the page with the button.";
        ReloadStep2 = "Press Ctrl + Shift + R (on a Mac, Cmd + Shift + R). On a phone, pull the page down.";
        ReloadDone = "Open the page";
        CheckLinkTitle = "Look at your Wi-Fi, cable and flight mode";
        CheckLinkText = "Your device has no connection to anything, not only to this site.";
        CheckLinkStep1 = "Turn flight mode off.";
        CheckLinkStep2 = "Turn Wi-Fi off and on again, or push the network cable in at both ends.";
        CheckLinkStep3 = "Wait until the connection symbol is back.";
        RestartRouterTitle = "Restart your router";
        RestartRouterText = "Your device has a link, but nothing behind it answers.";
        RestartRouterStep1 = "Pull the router’s plug and count to ten.";
        RestartRouterStep2 = "Plug it in and wait until its lights are steady, about two minutes.";
        OtherNetworkTitle = "Try another network";
        OtherNetworkText = "If the site opens there, your usual network or its provider is what stops it.";
        OtherNetworkStep1 = "On a phone: turn Wi-Fi off and use mobile data.";
        OtherNetworkStep2 = "On a computer: join your phone’s hotspot or another Wi-Fi.";
        BetterSignalTitle = "Get a steadier connection";
        BetterSignalText = "Some of what you send gets lost on its way.";
        BetterSignalStep1 = "Move nearer to the router.";
        BetterSignalStep2 = "Pause large downloads and video calls.";
        BetterSignalStep3 = "Or plug in a network cable.";
        SignInTitle = "Sign in to this network";
        SignInText = "Cafés, hotels and trains let nothing through until you agree to their terms on a page of their own.";
        SignInStep1 = "Open http://neverssl.com in a new tab: the network’s sign-in page should appear.";
        SignInStep2 = "Sign in or accept, then come back.";
        ChangeResolverTitle = "Use another DNS resolver";
        ChangeResolverText = "Your network’s resolver does not find this name, but others do.";
        ChangeResolverStep1 = "Firefox: Settings → Privacy & Security → DNS over HTTPS → Increased protection.";
        ChangeResolverStep2 = "Chrome or Edge: Settings → Privacy and security → Security → Use secure DNS → choose a provider.";
        ChangeResolverStep3 = "Android: Settings → Network → Private DNS → one.one.one.one.";
        ChangeResolverStep4 = "iPhone: Settings → Wi-Fi → (i) → Configure DNS → Manual → 1.1.1.1.";
        FlushDnsTitle = "Forget remembered DNS answers";
        FlushDnsText = "Your device may hold an old answer for this name.";
        FlushDnsStep1 = "Windows: open Command Prompt and run ipconfig /flushdns.";
        FlushDnsStep2 = "Mac: open Terminal and run sudo dscacheutil -flushcache; sudo killall -HUP mDNSResponder.";
        FlushDnsStep3 = "Phone: turn flight mode on and off again.";
        VpnOffTitle = "Turn off your VPN, proxy or content filter for a moment";
        VpnOffText = "They carry or check everything you ask for, and may block this site or be blocked by it.";
        VpnOffStep1 = "Disconnect the VPN in its own app or in the system’s network settings.";
        VpnOffStep2 = "Turn it on again after the check.";
        ExtensionsOffTitle = "Turn your extensions off";
        ExtensionsOffText = "An ad blocker or privacy extension can refuse a site before anything is sent.";
        ExtensionsOffStep1 = "Open the browser’s extensions page.";
        ExtensionsOffStep2 = "Switch all of them off, check again, then switch them on one by one.";
        ShieldOffTitle = "Pause your security software’s web protection";
        ShieldOffText = "Antivirus and firewall programs read web traffic, and sometimes break it.";
        ShieldOffStep1 = "Open the program and pause web or HTTPS scanning for ten minutes.";
        ShieldOffStep2 = "Check again, and turn it on again whatever the result.";
        PrivateWindowTitle = "Open the page in a private window";
        PrivateWindowText = "It starts without cookies, cache and most extensions. If the site opens there, one of those is what breaks it.";
        PrivateWindowStep1 = "Press Ctrl + Shift + N (Firefox: Ctrl + Shift + P; on a Mac, Cmd instead of Ctrl).";
        PrivateWindowStep2 = "Open the page there.";
        ClearSiteDataTitle = "Clear what your browser keeps of this site";
        ClearSiteDataText = "Old cookies or cached pages can bring an error back again and again. You will be signed out of this site only.";
        ClearSiteDataStep1 = "Click the symbol left of the address, then Cookies and site data (Safari: Settings → Privacy → Manage Website Data).";
        ClearSiteDataStep2 = "Remove what belongs to this site, and load the page again.";
        OtherBrowserTitle = "Try another browser or device";
        OtherBrowserText = "If it opens there on the same network, your first browser is what stops it.";
        OtherBrowserStep1 = "Open the page in another browser, or on your phone with the same Wi-Fi.";
        UpdateBrowserTitle = "Update your browser";
        UpdateBrowserText = "Old browsers cannot agree with newer servers.";
        UpdateBrowserStep1 = "Open the browser’s menu → Help → About. It updates by itself.";
        UpdateBrowserStep2 = "Restart it when it asks.";
        SetClockTitle = "Set your device’s date and time";
        SetClockText = "Certificates are valid between two dates. With a wrong clock every secure site looks false.";
        SetClockStep1 = "Open the system’s Date & time settings.";
        SetClockStep2 = "Turn “Set automatically” on, and check the time zone.";
        CheckAddressTitle = "Check the address, letter by letter";
        CheckAddressText = "A single wrong letter leads to a name or a page that does not exist.";
        CheckAddressStep1 = "Compare it with the address in an e-mail, a bill or a search result.";
        CheckAddressStep2 = "Mind hyphens, the ending (.com, .org) and what stands after the slash.";
        TryTwinTitle = "Try it with “www.”, or without";
        TryTwinText = "Some sites answer under only one of the two names.";
        TryTwinStep1 = "Add “www.” in front of the name, or remove it, and check again.";
        FrontPageTitle = "Start from the site’s front page";
        FrontPageText = "The site itself answers. The page may have moved, or may need you to be signed in.";
        FrontPageStep1 = "Open the site’s front page.";
        FrontPageStep2 = "Look for the page from there, or sign in first.";
        FrontPageDone = "Open the site";
        WaitABitTitle = "Wait a little, then ask less often";
        WaitABitText = "Sites turn away visitors who ask too much in a short time. It ends by itself.";
        WaitABitStep1 = "Close other tabs of this site.";
        WaitABitStep2 = "Wait some minutes, then check again.";
        StayAwayTitle = "Do not go past the warning";
        StayAwayText = "The site’s certificate is not valid for anybody. Type no password and no card number there until its owners mend it.";
        StayAwayDone = "See what others report";
    }
}

//! What to do, for each remedy.

use crate::advice::Remedy;

/// The words of a remedy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RemedyWords {
    /// What to do, in a line.
    pub title: &'static str,
    /// Why.
    pub text: &'static str,
    /// How, step by step.
    pub steps: &'static [&'static str],
    /// How long it takes.
    pub time: &'static str,
    /// The label of its button.
    pub done: &'static str,
}

const DONE: &str = "Done: check again";

/// A remedy in words.
#[must_use]
pub const fn remedy(remedy: Remedy) -> RemedyWords {
    let (title, text, steps, time, done): (_, _, &[&str], _, _) = match remedy {
        Remedy::Watch => (
            "Let us watch it for you",
            "Nothing you change will fix this, so leave your router and cookies alone. We look again with growing pauses and tell you the moment it opens.",
            &[],
            "No effort",
            "Tell me when it’s back",
        ),
        Remedy::Archive => (
            "Read an archived copy",
            "The Internet Archive may hold an earlier version of the page. You can read it, not sign in or buy.",
            &[],
            "Seconds",
            "Open an archived copy",
        ),
        Remedy::SecondOpinions => (
            "See whether others report it too",
            "These pages collect reports from visitors. Many reports in the last minutes mean that the site’s people already know.",
            &[],
            "Half a minute",
            "Show me where",
        ),
        Remedy::TellOwner => (
            "Tell the people who run the site",
            "They may not know yet. The report below says all they need.",
            &[
                "Find their support page or their account on a social network.",
                "Copy the report below and send it with the time it happened.",
            ],
            "About 2 minutes",
            DONE,
        ),
        Remedy::Reload => (
            "Open the page again",
            "Your browser may still show the old error. Open the page, then reload it past the cache.",
            &[
                "Open the page with the button.",
                "Press Ctrl + Shift + R (on a Mac, Cmd + Shift + R). On a phone, pull the page down.",
            ],
            "10 seconds",
            "Open the page",
        ),
        Remedy::CheckLink => (
            "Look at your Wi-Fi, cable and flight mode",
            "Your device has no connection to anything, not only to this site.",
            &[
                "Turn flight mode off.",
                "Turn Wi-Fi off and on again, or push the network cable in at both ends.",
                "Wait until the connection symbol is back.",
            ],
            "20 seconds",
            DONE,
        ),
        Remedy::RestartRouter => (
            "Restart your router",
            "Your device has a link, but nothing behind it answers.",
            &[
                "Pull the router’s plug and count to ten.",
                "Plug it in and wait until its lights are steady, about two minutes.",
            ],
            "About 3 minutes",
            DONE,
        ),
        Remedy::OtherNetwork => (
            "Try another network",
            "If the site opens there, your usual network or its provider is what stops it.",
            &[
                "On a phone: turn Wi-Fi off and use mobile data.",
                "On a computer: join your phone’s hotspot or another Wi-Fi.",
            ],
            "Half a minute",
            DONE,
        ),
        Remedy::BetterSignal => (
            "Get a steadier connection",
            "Some of what you send gets lost on its way.",
            &[
                "Move nearer to the router.",
                "Pause large downloads and video calls.",
                "Or plug in a network cable.",
            ],
            "Half a minute",
            DONE,
        ),
        Remedy::SignIn => (
            "Sign in to this network",
            "Cafés, hotels and trains let nothing through until you agree to their terms on a page of their own.",
            &[
                "Open http://neverssl.com in a new tab: the network’s sign-in page should appear.",
                "Sign in or accept, then come back.",
            ],
            "45 seconds",
            DONE,
        ),
        Remedy::ChangeResolver => (
            "Use another DNS resolver",
            "Your network’s resolver does not find this name, but others do.",
            &[
                "Firefox: Settings → Privacy & Security → DNS over HTTPS → Increased protection.",
                "Chrome or Edge: Settings → Privacy and security → Security → Use secure DNS → choose a provider.",
                "Android: Settings → Network → Private DNS → one.one.one.one.",
                "iPhone: Settings → Wi-Fi → (i) → Configure DNS → Manual → 1.1.1.1.",
            ],
            "2 to 3 minutes",
            DONE,
        ),
        Remedy::FlushDns => (
            "Forget remembered DNS answers",
            "Your device may hold an old answer for this name.",
            &[
                "Windows: open Command Prompt and run ipconfig /flushdns.",
                "Mac: open Terminal and run sudo dscacheutil -flushcache; sudo killall -HUP mDNSResponder.",
                "Phone: turn flight mode on and off again.",
            ],
            "1 minute",
            DONE,
        ),
        Remedy::VpnOff => (
            "Turn off your VPN, proxy or content filter for a moment",
            "They carry or check everything you ask for, and may block this site or be blocked by it.",
            &[
                "Disconnect the VPN in its own app or in the system’s network settings.",
                "Turn it on again after the check.",
            ],
            "20 seconds",
            DONE,
        ),
        Remedy::ExtensionsOff => (
            "Turn your extensions off",
            "An ad blocker or privacy extension can refuse a site before anything is sent.",
            &[
                "Open the browser’s extensions page.",
                "Switch all of them off, check again, then switch them on one by one.",
            ],
            "40 seconds",
            DONE,
        ),
        Remedy::ShieldOff => (
            "Pause your security software’s web protection",
            "Antivirus and firewall programs read web traffic, and sometimes break it.",
            &[
                "Open the program and pause web or HTTPS scanning for ten minutes.",
                "Check again, and turn it on again whatever the result.",
            ],
            "1 minute",
            DONE,
        ),
        Remedy::PrivateWindow => (
            "Open the page in a private window",
            "It starts without cookies, cache and most extensions. If the site opens there, one of those is what breaks it.",
            &[
                "Press Ctrl + Shift + N (Firefox: Ctrl + Shift + P; on a Mac, Cmd instead of Ctrl).",
                "Open the page there.",
            ],
            "15 seconds",
            DONE,
        ),
        Remedy::ClearSiteData => (
            "Clear what your browser keeps of this site",
            "Old cookies or cached pages can bring an error back again and again. You will be signed out of this site only.",
            &[
                "Click the symbol left of the address, then Cookies and site data (Safari: Settings → Privacy → Manage Website Data).",
                "Remove what belongs to this site, and load the page again.",
            ],
            "1 minute",
            DONE,
        ),
        Remedy::OtherBrowser => (
            "Try another browser or device",
            "If it opens there on the same network, your first browser is what stops it.",
            &["Open the page in another browser, or on your phone with the same Wi-Fi."],
            "40 seconds",
            DONE,
        ),
        Remedy::UpdateBrowser => (
            "Update your browser",
            "Old browsers cannot agree with newer servers.",
            &[
                "Open the browser’s menu → Help → About. It updates by itself.",
                "Restart it when it asks.",
            ],
            "About 2 minutes",
            DONE,
        ),
        Remedy::SetClock => (
            "Set your device’s date and time",
            "Certificates are valid between two dates. With a wrong clock every secure site looks false.",
            &[
                "Open the system’s Date & time settings.",
                "Turn “Set automatically” on, and check the time zone.",
            ],
            "1 minute",
            DONE,
        ),
        Remedy::CheckAddress => (
            "Check the address, letter by letter",
            "A single wrong letter leads to a name or a page that does not exist.",
            &[
                "Compare it with the address in an e-mail, a bill or a search result.",
                "Mind hyphens, the ending (.com, .org) and what stands after the slash.",
            ],
            "20 seconds",
            DONE,
        ),
        Remedy::TryTwin => (
            "Try it with “www.”, or without",
            "Some sites answer under only one of the two names.",
            &["Add “www.” in front of the name, or remove it, and check again."],
            "15 seconds",
            DONE,
        ),
        Remedy::FrontPage => (
            "Start from the site’s front page",
            "The site itself answers. The page may have moved, or may need you to be signed in.",
            &[
                "Open the site’s front page.",
                "Look for the page from there, or sign in first.",
            ],
            "15 seconds",
            "Open the site",
        ),
        Remedy::WaitABit => (
            "Wait a little, then ask less often",
            "Sites turn away visitors who ask too much in a short time. It ends by itself.",
            &[
                "Close other tabs of this site.",
                "Wait some minutes, then check again.",
            ],
            "A few minutes",
            DONE,
        ),
        Remedy::StayAway => (
            "Do not go past the warning",
            "The site’s certificate is not valid for anybody. Type no password and no card number there until its owners mend it.",
            &[],
            "No effort",
            "See what others report",
        ),
    };
    RemedyWords {
        title,
        text,
        steps,
        time,
        done,
    }
}

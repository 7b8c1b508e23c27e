//! The remedies in words: why, how long, what may be lost, and how the next check tells that it helped.
//!
//! Exhaustive, so that a remedy without words does not compile. The steps differ by browser and system and are in
//! [`crate::steps`]; which cause a remedy is for, and how likely it helps, is the diagnosis library's to say.

use whichside_diagnosis::{Cause, Remedy, advice};

/// What a visitor may lose by a remedy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Loss {
    /// Nothing.
    Nothing,
    /// What this site keeps in the browser, the sign-in above all.
    SignedOut,
    /// Others on the same network are offline for some minutes.
    Connection,
    /// A setting is changed, and can be set back.
    Setting,
    /// A protection is off for a moment.
    Protection,
    /// The browser closes and opens again.
    OpenTabs,
}

impl Loss {
    /// Every kind of loss.
    pub const ALL: &'static [Loss] = &[
        Loss::Nothing,
        Loss::SignedOut,
        Loss::Connection,
        Loss::Setting,
        Loss::Protection,
        Loss::OpenTabs,
    ];

    /// The public id, in the data file.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Loss::Nothing => "nothing",
            Loss::SignedOut => "signed-out",
            Loss::Connection => "connection",
            Loss::Setting => "setting",
            Loss::Protection => "protection",
            Loss::OpenTabs => "open-tabs",
        }
    }

    /// The loss in words.
    #[must_use]
    pub const fn text(self) -> &'static str {
        match self {
            Loss::Nothing => "You lose nothing.",
            Loss::SignedOut => {
                "This site signs you out. What it kept in your browser, such as a full basket, may be gone."
            }
            Loss::Connection => "Everybody on your network is offline for about three minutes.",
            Loss::Setting => "One setting changes. The last step says how to set it back.",
            Loss::Protection => {
                "You are less protected until you turn it on again. Do that right after the check."
            }
            Loss::OpenTabs => "The browser restarts. Save what you are writing first.",
        }
    }
}

/// A remedy in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    /// Why it may help.
    pub why: &'static str,
    /// How long it takes.
    pub time: &'static str,
    /// What may be lost.
    pub loss: Loss,
    /// How the next check tells that it helped.
    pub tells: &'static str,
}

/// The causes that a remedy can mend, in the order of the design.
#[must_use]
pub fn fixes(remedy: Remedy) -> Vec<Cause> {
    Cause::ALL
        .iter()
        .copied()
        .filter(|&cause| advice::for_cause(cause).contains(&remedy))
        .collect()
}

/// A remedy's words.
#[must_use]
pub const fn words(remedy: Remedy) -> Words {
    let (why, time, loss, tells) = match remedy {
        Remedy::Watch => (
            "Nothing you change will fix this, so leave your router and cookies alone. We look again with growing pauses and tell you when it opens.",
            "No effort",
            Loss::Nothing,
            "Each look is a whole new check. When one succeeds, the page says so, with a sound or a notification if you allow it.",
        ),
        Remedy::Archive => (
            "The Internet Archive may hold an earlier version of the page. You can read it, but not sign in or buy.",
            "Seconds",
            Loss::Nothing,
            "It mends nothing, so the next check says the same. The copy shows the day it was made.",
        ),
        Remedy::SecondOpinions => (
            "These pages collect reports from visitors. Many reports in the last minutes mean that the site’s people already know.",
            "Half a minute",
            Loss::Nothing,
            "It mends nothing, but it settles whose side it is. No report for a small site means little.",
        ),
        Remedy::TellOwner => (
            "They may not know yet. Our report says all they need: what was asked, when, and what came back.",
            "About 2 minutes",
            Loss::Nothing,
            "Keep watching after you wrote. The check turns good when they have mended it.",
        ),
        Remedy::Reload => (
            "Many errors last only seconds. Your browser may also show the old error again from its memory.",
            "10 seconds",
            Loss::Nothing,
            "If the page opens, it is over. If not, check again: the same error twice is no accident.",
        ),
        Remedy::CheckLink => (
            "Your device has no connection to anything, not only to this site.",
            "20 seconds",
            Loss::Nothing,
            "The next check reaches the sites that are known to be good.",
        ),
        Remedy::RestartRouter => (
            "Routers run for months and sometimes stop half-way. A restart gives you a fresh connection and often a new address.",
            "About 3 minutes",
            Loss::Connection,
            "The next check reaches the sites that are known to be good, and then this one.",
        ),
        Remedy::OtherNetwork => (
            "If the site opens there, your usual network or its provider is what stops it.",
            "Half a minute",
            Loss::Nothing,
            "Check again on the other network. If the site opens there and not here, your network is the cause.",
        ),
        Remedy::BetterSignal => (
            "Some of what you send gets lost on its way, so some requests fail and others succeed.",
            "Half a minute",
            Loss::Nothing,
            "In the next check all the known good sites answer, and faster than before.",
        ),
        Remedy::SignIn => (
            "Cafés, hotels and trains let nothing through until you agree to their terms on a page of their own.",
            "45 seconds",
            Loss::Nothing,
            "After the sign-in the next check reaches the sites that are known to be good.",
        ),
        Remedy::ChangeResolver => (
            "A resolver turns the site’s name into an address. Yours does not find this name, but others do.",
            "2 to 3 minutes",
            Loss::Setting,
            "In the next check the request to the site no longer fails at its name.",
        ),
        Remedy::FlushDns => (
            "Your device remembers the address of each name for a while. After a site has moved, that address can be the old one.",
            "1 minute",
            Loss::Nothing,
            "In the next check the request goes to the new address, and the site answers.",
        ),
        Remedy::VpnOff => (
            "They carry or check everything you ask for. They may block this site, or the site may block them.",
            "20 seconds",
            Loss::Protection,
            "If the site opens without them, they are the cause. Choose another VPN place, or allow the site in the filter.",
        ),
        Remedy::ExtensionsOff => (
            "An ad blocker or privacy extension can refuse a site before anything is sent.",
            "40 seconds",
            Loss::Setting,
            "If the site opens with all of them off, one of them is the cause. Turning them on one by one shows which.",
        ),
        Remedy::ShieldOff => (
            "Antivirus and firewall programs read web traffic and sometimes break it. A short pause shows whether yours does.",
            "1 minute",
            Loss::Protection,
            "If the site opens during the pause, the program is the cause. Turn it on again, then allow only this site in it.",
        ),
        Remedy::PrivateWindow => (
            "It starts without your cookies, your cache and most extensions. If the site opens there, one of those breaks it.",
            "15 seconds",
            Loss::Nothing,
            "If it opens there, clear what the browser keeps of this site, or look at your extensions.",
        ),
        Remedy::ClearSiteData => (
            "Old cookies, damaged cached pages or an old script of the site can bring an error back again and again.",
            "1 minute",
            Loss::SignedOut,
            "Open the page in your usual tab. If it opens now, the old data was the cause.",
        ),
        Remedy::OtherBrowser => (
            "If it opens there on the same network, your first browser is what stops it.",
            "40 seconds",
            Loss::Nothing,
            "Open this page in the other browser and check there: the two results show what differs.",
        ),
        Remedy::UpdateBrowser => (
            "An old browser cannot agree with newer servers on how to talk safely.",
            "About 2 minutes",
            Loss::OpenTabs,
            "Check again after the restart. A site that needs a newer browser opens then.",
        ),
        Remedy::SetClock => (
            "Certificates are valid between two dates. With a wrong clock every secure site looks false.",
            "1 minute",
            Loss::Nothing,
            "The next check compares your clock with the internet’s, and secure sites open again.",
        ),
        Remedy::CheckAddress => (
            "A single wrong letter leads to a name or a page that does not exist.",
            "20 seconds",
            Loss::Nothing,
            "Check the corrected address: its name is found, and the site answers.",
        ),
        Remedy::TryTwin => (
            "Some sites answer under only one of the two names.",
            "15 seconds",
            Loss::Nothing,
            "Check the other name: if it opens, use that one and tell the site’s people.",
        ),
        Remedy::FrontPage => (
            "The site itself answers. The page may have moved, or you may need to sign in first.",
            "15 seconds",
            Loss::Nothing,
            "If the front page opens, the site works, and only that one address is wrong or closed.",
        ),
        Remedy::WaitABit => (
            "Sites turn away visitors who ask too much in a short time. It ends by itself.",
            "A few minutes",
            Loss::Nothing,
            "After the pause the next check is answered with the page instead of a refusal.",
        ),
        Remedy::AskProvider => (
            "Only your provider can mend its lines, its name service and its blocks. They often do so on the day somebody writes.",
            "About 2 minutes",
            Loss::Nothing,
            "When they have mended it, the next check reaches the site from your usual network.",
        ),
        Remedy::AskIt => (
            "Networks of companies and schools filter and read along on purpose. Whoever runs them can let a site through.",
            "About 1 minute",
            Loss::Nothing,
            "When they have allowed the site, the next check reaches it.",
        ),
        Remedy::AllowInFilter => (
            "Block lists are wrong at times. A rule for this one site lets it through, and everything else stays blocked.",
            "1 minute",
            Loss::Setting,
            "If the site opens with the rule, the filter was the cause. Report the mistake to whoever keeps the list.",
        ),
        Remedy::SecureDnsOff => (
            "Private or secure DNS goes past the network’s own name service. Sign-in pages, filters and some blocks of sites cannot cope with that.",
            "Less than a minute",
            Loss::Protection,
            "If the site or the sign-in page opens without it, that was the cause. Sign in, then turn it on again.",
        ),
        Remedy::HostsFile => (
            "A small file on a computer can lead names elsewhere. Ad blockers, other programs and helpers have written into it.",
            "2 minutes",
            Loss::Setting,
            "When the line is gone, the next check finds the site’s true address.",
        ),
        Remedy::Http3Off => (
            "HTTP/3 is a newer way to load pages. Some filters and poor lines break it, and the older ways still work.",
            "1 minute",
            Loss::OpenTabs,
            "If the site opens without it, a filter or your line breaks HTTP/3.",
        ),
        Remedy::RebindException => (
            "Routers hide names that lead into private networks, since attackers use such names. For one that you trust they take an exception.",
            "2 to 3 minutes",
            Loss::Setting,
            "With the exception your device finds the name, and the page opens in that network.",
        ),
        Remedy::OwnVpn => (
            "A VPN goes round your provider. If you already have one and may use it, it shows whether the provider is what stops the site.",
            "Half a minute",
            Loss::Nothing,
            "If the site opens over the VPN and not without, your provider or your country’s networks stop it.",
        ),
        Remedy::StayAway => (
            "The site’s certificate is not valid, or your browser warns of the site. Type no password and no card number there until its owners mend it.",
            "No effort",
            Loss::Nothing,
            "The warning is gone when the owners have mended it.",
        ),
    };
    Words {
        why,
        time,
        loss,
        tells,
    }
}

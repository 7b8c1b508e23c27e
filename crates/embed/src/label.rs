//! The widget's own sentences: what the page's tables do not have.

use whichside_words::{Sentence, words};

use crate::owner_label::OwnerLabel;
use crate::summary::Impact;

words! {
    /// A text of the widget. `{host}` stands for the target's host, `{name}` for what an incident is called.
    Label "widget" {
        /// Before a check: what a click does.
        Introduction = "Your browser asks the site, and others look too. Ten seconds later you know whose side it is.";
        /// The button that starts a check.
        Start = "Check {host}";
        /// What is sent, with a link to all of it.
        Sent = "The site’s name goes to public services that look from elsewhere. The page around this box learns whose side it is, and if it is the site’s, why.";
        /// That link.
        SentMore = "What is sent";
        /// While the target is asked whether this page may have it checked.
        Asking = "One moment…";
        /// Where the check may not run inside the page.
        Elsewhere = "The check of {host} opens in a tab of its own, as this page belongs to somebody else.";
        /// The link to that tab.
        OpenElsewhere = "Open the check";
        /// Where a click could not be the visitor's own wish.
        Covered = "Something covers this box, so your click did not count. Click again once you see all of it.";
        /// Where the page's owner named something that is no target.
        Invalid = "This page names an address that cannot be checked.";
        /// The link to the whole page.
        OpenPage = "Open Whichside";
        /// Where the widget's page was opened by itself.
        Alone = "This is the part of Whichside that stands in other pages.";
        /// The link to the whole page with the same check.
        Details = "All details";
        /// An incident beside a verdict that blames the site.
        Known = "Known, and being worked on: it is them.";
        /// An incident beside any other verdict.
        Reported = "The status page reports trouble.";
        /// Announced work.
        Maintenance = "The status page says it is being worked on, as planned.";
        /// No incident.
        NoIncident = "The status page reports no trouble.";
        /// What the incident is called.
        Called = "It says: “{name}”";
    }
}

words! {
    /// A text of the loader, which stands on somebody else's page before anything of ours is fetched. The build writes every
    /// language of it into the script.
    LoaderKey "loader" {
        /// The button, and the panel's heading.
        Question = "Is it me, or them?";
        /// The button that closes the panel.
        Close = "Close";
        /// Where the frame does not come.
        Failure = "The check does not open here.";
        /// The link beside that.
        Link = "Open it on its own page";
    }
}

impl Label {
    /// What is said of a status page's account beside a verdict.
    #[must_use]
    pub const fn of_incident(impact: Impact, theirs: bool) -> Label {
        match impact {
            Impact::None => Label::NoIncident,
            Impact::Maintenance => Label::Maintenance,
            Impact::Minor | Impact::Major | Impact::Critical if theirs => Label::Known,
            Impact::Minor | Impact::Major | Impact::Critical => Label::Reported,
        }
    }
}

/// Every sentence of widget and configurator: what there is to translate.
pub fn sentences() -> impl Iterator<Item = Sentence> {
    Label::sentences().chain(OwnerLabel::sentences())
}

//! The widget's own words: what the page's tables do not have. English stands here; translations are found by it.

use std::collections::BTreeSet;

use crate::owner_label::OwnerLabel;
use crate::summary::Impact;

macro_rules! labels {
    ($(#[doc = $of:literal])+ $name:ident $($(#[doc = $doc:literal])+ $variant:ident $english:literal;)+) => {
        $(#[doc = $of])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $name {
            $($(#[doc = $doc])+ $variant,)+
        }

        impl $name {
            /// Every label.
            pub const ALL: &'static [$name] = &[$($name::$variant,)+];

            /// The English.
            #[must_use]
            pub const fn english(self) -> &'static str {
                match self { $($name::$variant => $english,)+ }
            }
        }
    };
}
pub(crate) use labels;

labels! {
    /// A text of the widget. `{host}` stands for the target's host, `{name}` for what an incident is called.
    Label
    /// Before a check: what a click does.
    Introduction "Your browser asks the site, and others look too. Ten seconds later you know whose side it is.";
    /// The button that starts a check.
    Start "Check {host}";
    /// What is sent, with a link to all of it.
    Sent "The site’s name goes to public services that look from elsewhere.";
    /// That link.
    SentMore "What is sent";
    /// While the target is asked whether this page may have it checked.
    Asking "One moment…";
    /// Where the check may not run inside the page.
    Elsewhere "The check of {host} opens in a tab of its own, as this page belongs to somebody else.";
    /// The link to that tab.
    OpenElsewhere "Open the check";
    /// Where a click could not be the visitor's own wish.
    Covered "Something covers this box, so your click did not count. Click again once you see all of it.";
    /// Where the page's owner named something that is no target.
    Invalid "This page names an address that cannot be checked.";
    /// The link to the whole page.
    OpenPage "Open Whichside";
    /// Where the widget's page was opened by itself.
    Alone "This is the part of Whichside that stands in other pages.";
    /// The link to the whole page with the same check.
    Details "All details";
    /// An incident beside a verdict that blames the site.
    Known "Known, and being worked on: it is them.";
    /// An incident beside any other verdict.
    Reported "The status page reports trouble.";
    /// Announced work.
    Maintenance "The status page says it is being worked on, as planned.";
    /// No incident.
    NoIncident "The status page reports no trouble.";
    /// What the incident is called.
    Called "It says: “{name}”";
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

/// Every text of widget and configurator, each once, sorted: what there is to translate.
#[must_use]
pub fn texts() -> BTreeSet<&'static str> {
    let of_widget = Label::ALL.iter().map(|label| label.english());
    let to_owner = OwnerLabel::ALL.iter().map(|label| label.english());
    of_widget.chain(to_owner).collect()
}

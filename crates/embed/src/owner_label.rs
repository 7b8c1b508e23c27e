//! What the configurator says to whoever runs a status page.

use whichside_diagnosis::target::InputError;
use whichside_words::words;

use crate::message::{Mode, Theme};
use crate::policy::{Blocked, PolicySource, Remark};
use crate::relation::Relation;
use crate::snippet::Way;

words! {
    /// A text of the configurator. `{host}` stands for the target's host, `{tokens}` for words of a sandbox.
    OwnerLabel "configurator" {
        /// The page's title.
        Title = "Whichside for your status page";
        /// What it is for.
        Introduction = "A button on your page lets visitors see whose side is broken. Choose, look at it, copy the code.";
        /// The link to the check.
        ToCheck = "To the check";
        /// The link to what stands in `docs/embedding.md`.
        Manual = "The rule, the messages and their reasons";
        /// What there is to choose.
        Choose = "Choose";
        /// The field of the target.
        Target = "Which site do visitors ask about?";
        /// The field of the page's own address.
        Page = "Where will the widget stand?";
        /// What it is for.
        PageMeans = "The address of your page. It decides whether the check runs inside of it.";
        /// The field of the summary.
        Status = "The status page’s summary.json, if there is one";
        /// What it is for.
        StatusMeans = "Your own incident then stands beside the verdict.";
        /// The menu of modes.
        Mode = "How it stands there";
        /// A button.
        ModeButton = "A button that opens a panel";
        /// A box.
        ModeInline = "A box in the page";
        /// A badge.
        ModeBadge = "A badge in the corner of the window";
        /// The menu of themes.
        Theme = "Colours";
        /// By the system.
        ThemeAuto = "As the visitor’s system has them";
        /// Light.
        ThemeLight = "Light";
        /// Dark.
        ThemeDark = "Dark";
        /// The menu of languages.
        Lang = "Language";
        /// By the page.
        LangOfPage = "The page’s own";
        /// The menu of ways.
        Way = "How it comes into the page";
        /// By a script tag.
        WayScript = "By one script tag";
        /// By an element.
        WayElement = "By an element, which can be styled";
        /// By a call.
        WayRender = "By a call of your own script";
        /// The switch for the pinned loader.
        Pinned = "Stay with this version";
        /// What that means.
        PinnedMeans = "It never changes, and browsers hold it against its hash. Otherwise our fixes reach your page by themselves.";
        /// Beside an address that is none.
        NoAddress = "This is no address. Write it as browsers show it, such as https://shop.example/.";
        /// Beside an address that is too long.
        TooLong = "This address is longer than 2,048 characters.";
        /// Beside an address that means something in one network only.
        NotPublic = "Only an address that everybody can open can be checked.";
        /// Beside a port.
        Port = "Browsers refuse to open this port.";
        /// Beside our own address.
        Ourselves = "This is Whichside’s own address.";
        /// Beside a summary that is not encrypted.
        NotEncrypted = "It has to begin with https://, or browsers do not fetch it.";
        /// The preview.
        Preview = "How it looks";
        /// What the preview is.
        PreviewMeans = "The page is invented; the widget in it is the real one.";
        /// The invented page's title.
        MockTitle = "Status of the shop";
        /// Its incident.
        MockIncident = "The checkout fails for some visitors";
        /// What is done about that.
        MockAccount = "We have found the cause and are working on it.";
        /// A part of the invented site.
        MockWebsite = "Website";
        /// Another.
        MockCheckout = "Checkout";
        /// Another.
        MockSearch = "Search";
        /// It works.
        MockWorks = "works";
        /// It fails.
        MockFails = "fails in part";
        /// The code.
        Code = "The code";
        /// Before there is a target.
        Example = "Write your site’s address first: the code still names an example.";
        /// Where the code goes.
        Where = "Put it where the widget should stand.";
        /// The button that copies.
        Copy = "Copy the code";
        /// It worked.
        Copied = "Copied.";
        /// It did not.
        NotCopied = "Copying did not work. Select the code and copy it yourself.";
        /// What a click in the widget does.
        Relation = "Where the check runs";
        /// Before both addresses are known.
        RelationUnknown = "Write both addresses, and it will stand here.";
        /// On one host.
        RelationSame = "In your page, which is on the site’s own host.";
        /// On hosts that belong together.
        RelationUnder = "In your page, whose host belongs to the site’s.";
        /// On hosts that do not.
        RelationAgreement = "In a tab of its own, as your page’s host does not belong to the site’s. Who runs the site’s DNS can allow it in your page by this record:";
        /// Where no record helps.
        RelationTab = "In a tab of its own. Only a page on https can have it inside, of a site that has a name.";
        /// The policy.
        Policy = "Does your page let it in?";
        /// What to paste.
        PolicyMeans = "Paste your Content-Security-Policy: what “curl -I” prints, the header, its value, or the <meta> tag. It is read on this device only.";
        /// The label of the box.
        PolicyBox = "Your policy";
        /// Text without a policy.
        Unrecognised = "No policy was found in this text.";
        /// A page without one.
        PageWithout = "This page states no policy itself. Its headers may: paste what “curl -I” prints.";
        /// Headers without one.
        NoPolicy = "These headers hold no policy that keeps anything out.";
        /// It lets everything in.
        Allowed = "Your policy lets the widget in. Nothing has to change.";
        /// It keeps the loader out.
        BlockedScript = "Your policy keeps the loader out.";
        /// It keeps the frame out.
        BlockedFrame = "The loader comes, but the widget’s frame is kept out.";
        /// It keeps both out.
        BlockedBoth = "Your policy keeps the loader and the widget’s frame out.";
        /// What to add.
        Add = "Add this, in place of what has the same name:";
        /// The header as it should be.
        WholeHeader = "The whole header is then:";
        /// The tag as it should be.
        WholeMeta = "The content of the <meta> tag is then:";
        /// A policy that only reports.
        ReportOnly = "A policy that only reports keeps nothing out.";
        /// Under `'strict-dynamic'`.
        Nonce = "With 'strict-dynamic' hosts count for nothing. Give the loader’s tag your page’s nonce, or choose to stay with this version: then the policy can name its hash.";
        /// A script in the page.
        Inline = "The policy keeps scripts within the page out. Put the second script into a file of your own.";
        /// Trusted types.
        TrustedTypes = "Your page requires trusted types. The loader needs nothing for that.";
        /// A sandbox.
        Sandbox = "Your page’s sandbox lacks what the widget needs: {tokens}";
        /// An embedder policy.
        Embedder = "Cross-Origin-Embedder-Policy keeps the frame out, whatever else is allowed. Leave that header out on this page, or put a link there.";
        /// More than are read.
        TooMany = "There are more than eight policies; only the first eight were read.";
        /// The button that measures.
        Check = "Check from here";
        /// What it does.
        CheckMeans = "Your browser asks the site, the summary.json and your page, once each and without cookies.";
        /// Before there is an address.
        NothingToCheck = "Write an address first.";
        /// While an answer is awaited.
        Asking = "Asking…";
        /// The target answered.
        TargetAnswers = "{host} answers your browser.";
        /// It did not.
        TargetFails = "{host} does not answer your browser. The widget can be put there all the same.";
        /// The summary was no summary.
        SummaryOther = "summary.json can be read, but says nothing that the widget understands.";
        /// It did not come.
        SummaryUnread = "summary.json cannot be read. It needs the header “Access-Control-Allow-Origin: *”.";
        /// The page has a policy in it.
        PagePolicy = "Your page states a policy in a <meta> tag. What it means for the widget stands above.";
        /// The page cannot be read.
        PageUnread = "Your page’s policy cannot be read from here. Paste above what this prints:";
    }
}

impl OwnerLabel {
    /// Why an address is not taken; nothing where none was written.
    #[must_use]
    pub const fn of_error(error: &InputError) -> Option<OwnerLabel> {
        match error {
            InputError::Empty => None,
            InputError::TooLong => Some(OwnerLabel::TooLong),
            InputError::NotAnAddress | InputError::Scheme(_) | InputError::NoHost => {
                Some(OwnerLabel::NoAddress)
            }
            InputError::ThisDevice | InputError::PrivateAddress(_) | InputError::Intranet(_) => {
                Some(OwnerLabel::NotPublic)
            }
            InputError::Port(_) => Some(OwnerLabel::Port),
            InputError::Ourselves => Some(OwnerLabel::Ourselves),
        }
    }

    /// The name of a mode.
    #[must_use]
    pub const fn of_mode(mode: Mode) -> OwnerLabel {
        match mode {
            Mode::Button => OwnerLabel::ModeButton,
            Mode::Inline => OwnerLabel::ModeInline,
            Mode::Badge => OwnerLabel::ModeBadge,
        }
    }

    /// The name of a theme.
    #[must_use]
    pub const fn of_theme(theme: Theme) -> OwnerLabel {
        match theme {
            Theme::Auto => OwnerLabel::ThemeAuto,
            Theme::Light => OwnerLabel::ThemeLight,
            Theme::Dark => OwnerLabel::ThemeDark,
        }
    }

    /// The name of a way.
    #[must_use]
    pub const fn of_way(way: Way) -> OwnerLabel {
        match way {
            Way::Script => OwnerLabel::WayScript,
            Way::Element => OwnerLabel::WayElement,
            Way::Render => OwnerLabel::WayRender,
        }
    }

    /// Where the check runs.
    #[must_use]
    pub const fn of_relation(relation: &Relation) -> OwnerLabel {
        match relation {
            Relation::Same => OwnerLabel::RelationSame,
            Relation::Under => OwnerLabel::RelationUnder,
            Relation::Agreement(_) => OwnerLabel::RelationAgreement,
            Relation::Tab => OwnerLabel::RelationTab,
        }
    }

    /// What so many policies make of the widget.
    #[must_use]
    pub const fn of_blocked(blocked: Blocked, policies: usize) -> OwnerLabel {
        match blocked {
            Blocked::None if policies == 0 => OwnerLabel::NoPolicy,
            Blocked::None => OwnerLabel::Allowed,
            Blocked::Script => OwnerLabel::BlockedScript,
            Blocked::Frame => OwnerLabel::BlockedFrame,
            Blocked::Both => OwnerLabel::BlockedBoth,
        }
    }

    /// What stands before a whole policy.
    #[must_use]
    pub const fn of_source(source: PolicySource) -> OwnerLabel {
        match source {
            PolicySource::Header => OwnerLabel::WholeHeader,
            PolicySource::Meta => OwnerLabel::WholeMeta,
        }
    }

    /// What is to be known beside it.
    #[must_use]
    pub const fn of_remark(remark: &Remark) -> OwnerLabel {
        match remark {
            Remark::ReportOnly => OwnerLabel::ReportOnly,
            Remark::Nonce => OwnerLabel::Nonce,
            Remark::Inline => OwnerLabel::Inline,
            Remark::TrustedTypes => OwnerLabel::TrustedTypes,
            Remark::Sandbox(_) => OwnerLabel::Sandbox,
            Remark::Embedder => OwnerLabel::Embedder,
            Remark::TooMany => OwnerLabel::TooMany,
        }
    }
}

//! What stands around the owner's texts on the page that draws them: headings, buttons, hints and what is announced.
//!
//! They are texts like all others, so that [`crate::texts`] hands them to translators. Drawing them is left to the page.

use whichside_words::{Key, Sentence};

macro_rules! labels {
    ($($(#[doc = $doc:literal])+ $variant:ident $english:literal;)+) => {
        /// A text of the owner's section itself. `{count}` stands for a number.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Label {
            $($(#[doc = $doc])+ $variant,)+
        }

        impl Label {
            /// Every label.
            pub const ALL: &'static [Label] = &[$(Label::$variant,)+];

            /// The English.
            #[must_use]
            pub const fn english(self) -> &'static str {
                match self { $(Label::$variant => $english,)+ }
            }
        }
    };
}

impl Key for Label {
    fn sentence(self) -> Sentence {
        Sentence::by_english(self.english())
    }
}

labels! {
    /// Above everything.
    Intro "First come the steps that find the fault, then those that mend it. Go on while a step does not settle it.";
    /// The choice of hosting.
    Hosting "Where your site runs";
    /// The choice of system.
    System "Commands for";
    /// What the hosting allows, folded.
    Possible "What you can change there";
    /// What the owner can change.
    Can "You can change";
    /// What only somebody else can.
    Cannot "You can’t change or do";
    /// When a bigger place pays.
    Upgrade "When to move on";
    /// The ordered steps.
    Steps "Step by step";
    /// Steps that a link led to, beyond the ordered ones.
    Others "Other steps you asked for";
    /// Marks a command.
    Changes "This command changes something.";
    /// A button.
    Copy "Copy";
    /// Says that it was done.
    Copied "Copied.";
    /// Where the browser does not let a page copy.
    Selected "Your browser did not copy it. It is selected now: copy it by hand.";
    /// Before the examples of a step and what they stand for.
    Examples "Put your own in place of these examples:";
    /// The outputs of a step.
    Findings "What you may find";
    /// Before a link to a step.
    Next "Go on with:";
    /// The fragments of a step.
    Fragments "Configuration for it";
    /// Before the cost of a fragment.
    Cost "What it costs:";
    /// Announced when the steps change.
    StepsShown "Steps shown: {count}.";
    /// The first box.
    Log "Paste lines of your error log";
    /// Under it.
    LogHint "Some lines around the error are enough. Nothing you paste leaves this device.";
    /// How often such a line is there.
    LogCount "Lines like this: {count}";
    /// When the first of such lines was written.
    LogFirst "First at {time}";
    /// Which share of the requests has a status.
    LogShare "{number} of {all} requests";
    /// The same, where all are under one path.
    LogShareUnder "{number} of {all} requests, all under {path}";
    /// Marks lines that visitors do not notice.
    LogHarmless "Harmless";
    /// Announced of the log.
    LogFound "Kinds of lines understood: {count}.";
    /// None is understood.
    LogNone "None of these lines is known here. Look at the last line before the error: it often names the reason.";
    /// A log that is too long.
    LogCut "This is very long. Only the last {count} lines were read.";
    /// The second box.
    Config "Paste your nginx configuration";
    /// Under it.
    ConfigHint "One file will do, or all that “nginx -T” prints. Nothing you paste leaves this device.";
    /// Where a mistake is.
    ConfigLine "Line {count}";
    /// Before the mended lines.
    ConfigMended "Write this instead:";
    /// Announced of the configuration.
    ConfigFound "Mistakes found: {count}.";
    /// Of many mistakes of one kind.
    ConfigTimes "There are {count} of this kind. The first is shown.";
    /// The text is something else.
    ConfigForeign "This is not nginx’s configuration, so it was not checked.";
    /// None is found.
    ConfigNone "None of the usual mistakes is in it. Whether nginx loads it, only “nginx -t” can tell.";
    /// A configuration that is too long.
    ConfigTooLong "This is too long to be checked here. Paste one file at a time.";
    /// More was found than is shown.
    Hidden "Not shown: {count} more.";
    /// A button.
    Clear "Clear";
    /// Announced.
    Cleared "The box is empty.";
}

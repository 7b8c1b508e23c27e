//! What a page's Content-Security-Policy makes of the widget: what it blocks, and the exact policy that lets the widget in
//! and changes nothing else.
//!
//! The loader has to be allowed as a script, the widget's page as a frame. Nothing else of the page's policy concerns them: the
//! style sheet is put together by the script, and all that is fetched is fetched by the frame, under a policy of its own. How
//! policies are found in what an owner pastes is `read`'s, what a policy consists of `parts`', what allows an address `source`'s.

mod markup;
mod parts;
mod read;
mod source;

pub use markup::policy_of_page;
use parts::{Edit, Policy};
pub use read::Place;
use read::Statement;
use source::{Address, allows, is_hash_of, is_strict_dynamic};

/// The directives that decide over the loader, the first that is there alone.
const FOR_SCRIPT: [&str; 3] = ["script-src-elem", "script-src", "default-src"];
/// The directives that decide over the frame, likewise.
const FOR_FRAME: [&str; 3] = ["frame-src", "child-src", "default-src"];
/// Tokens of a page's `sandbox` without which the widget does not work at all, and those that a check in a tab of its own needs.
const SANDBOX: [&str; 4] = [
    "allow-scripts",
    "allow-same-origin",
    "allow-popups",
    "allow-popups-to-escape-sandbox",
];

/// What the page loads of ours, and where it stands.
#[derive(Clone, Copy, Debug)]
pub struct Needs<'a> {
    /// The folder that holds everything of ours, in full, with its last slash.
    pub base: &'a str,
    /// The loader's place in it, `embed/v1.js`.
    pub loader: &'a str,
    /// The loader's `integrity`, where the page names it.
    pub integrity: Option<&'a str>,
    /// The page's own address, where it is known: `'self'` may mean us.
    pub page: Option<&'a str>,
    /// The code has a script of its own in the page, which calls the loader's.
    pub inline: bool,
}

/// What was found in what was pasted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reading {
    /// Nothing was pasted.
    Empty,
    /// Neither headers nor a policy.
    Unrecognised,
    /// A page without a policy in it; the policy may come by its headers.
    PageWithout,
    /// Headers or policies.
    Judged(Answer),
}

/// What the policies together make of the widget.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// How many policies there are; each of them has to allow everything.
    pub policies: usize,
    /// What does not come through.
    pub blocked: Blocked,
    /// What to write instead, for each header and each `<meta>` that has to change.
    pub changes: Vec<Change>,
    /// What else is to be known.
    pub remarks: Vec<Remark>,
}

/// What of the widget is kept out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Blocked {
    /// Nothing.
    None,
    /// The loader.
    Script,
    /// The frame.
    Frame,
    /// Both.
    Both,
}

impl Blocked {
    const fn of(script: bool, frame: bool) -> Blocked {
        match (script, frame) {
            (false, false) => Blocked::None,
            (true, false) => Blocked::Script,
            (false, true) => Blocked::Frame,
            (true, true) => Blocked::Both,
        }
    }

    /// The public name.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Blocked::None => "none",
            Blocked::Script => "script",
            Blocked::Frame => "frame",
            Blocked::Both => "both",
        }
    }
}

/// A header or a `<meta>` as it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Where it stands.
    pub place: Place,
    /// The directives to add, or to put in the place of those of the same name.
    pub add: Vec<String>,
    /// The whole value with them.
    pub whole: String,
}

/// What is to be known beside what is blocked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remark {
    /// A policy only reports, and blocks nothing.
    ReportOnly,
    /// `'strict-dynamic'` makes hosts count for nothing: the loader's tag needs the page's own nonce, or the loader's hash.
    Nonce,
    /// A script within the page is kept out: it has to go into a file of the page's own.
    Inline,
    /// Trusted types are required, which the loader does not touch.
    TrustedTypes,
    /// The page's sandbox lacks these tokens.
    Sandbox(Vec<&'static str>),
    /// `Cross-Origin-Embedder-Policy` keeps every frame out that does not state one, too.
    Embedder,
    /// There are more policies than any page has, and only the first were read.
    TooMany,
}

/// Reads what an owner pasted, and says what becomes of the widget.
#[must_use]
pub fn judge(text: &str, needs: &Needs) -> Reading {
    let found = read::read(text);
    match found.kind {
        read::Kind::Empty => return Reading::Empty,
        read::Kind::Other => return Reading::Unrecognised,
        read::Kind::Page if found.statements.is_empty() => return Reading::PageWithout,
        read::Kind::Page | read::Kind::Headers => {}
    }
    // Our own address, which is one.
    let Some(ours) = Ours::of(needs) else {
        return Reading::Unrecognised;
    };
    let mut all = Judged::default();
    let mut changes = Vec::new();
    for statement in &found.statements {
        changes.extend(all.judge(statement, &ours));
    }
    let mut remarks = Vec::new();
    remarks.extend(found.report_only.then_some(Remark::ReportOnly));
    remarks.extend(all.nonce.then_some(Remark::Nonce));
    remarks.extend(all.inline.then_some(Remark::Inline));
    remarks.extend(all.trusted_types.then_some(Remark::TrustedTypes));
    if !all.sandbox.is_empty() {
        remarks.push(Remark::Sandbox(all.sandbox));
    }
    remarks.extend(found.embedder.then_some(Remark::Embedder));
    remarks.extend(found.too_many.then_some(Remark::TooMany));
    Reading::Judged(Answer {
        policies: all.policies,
        blocked: Blocked::of(all.script, all.frame || found.embedder),
        changes,
        remarks,
    })
}

/// What has to come through, as addresses.
struct Ours<'a> {
    script: Address,
    frame: Address,
    page: Option<Address>,
    integrity: Option<&'a str>,
    inline: bool,
}

impl<'a> Ours<'a> {
    fn of(needs: &Needs<'a>) -> Option<Ours<'a>> {
        Some(Ours {
            script: Address::of(needs.base, needs.loader)?,
            frame: Address::of(needs.base, "widget/")?,
            page: needs.page.and_then(|page| Address::of(page, "")),
            integrity: needs.integrity,
            inline: needs.inline,
        })
    }
}

/// What all policies together come to.
#[derive(Default)]
struct Judged {
    policies: usize,
    script: bool,
    frame: bool,
    nonce: bool,
    inline: bool,
    trusted_types: bool,
    sandbox: Vec<&'static str>,
}

impl Judged {
    /// Adds what one header or `<meta>` says, and gives it back as it should be where it has to change.
    fn judge(&mut self, statement: &Statement, ours: &Ours) -> Option<Change> {
        let mut add = Vec::new();
        let mut whole = Vec::new();
        for policy in statement.policies() {
            let (added, text) = self.policy(policy, statement.place, ours);
            add.extend(added);
            whole.push(text);
        }
        let changed = !add.is_empty();
        changed.then(|| Change {
            place: statement.place,
            add,
            whole: whole.join(", "),
        })
    }

    /// The directives that a policy needs, and its text with them.
    fn policy(&mut self, text: &str, place: Place, ours: &Ours) -> (Vec<String>, String) {
        let policy = Policy::read(text);
        self.policies += 1;
        self.trusted_types |= policy.of("require-trusted-types-for").is_some();
        self.sandboxed(&policy, place);
        let page = ours.page.as_ref();
        let mut edit = Edit::new(&policy);
        if let Some(directive) = policy.first_of(FOR_SCRIPT) {
            let strict = directive.values().any(is_strict_dynamic);
            let hashed = ours.integrity.is_some_and(|integrity| {
                directive.values().any(|value| is_hash_of(value, integrity))
            });
            let named = !strict && allows(directive.values(), &ours.script, page);
            if !hashed && !named {
                self.script = true;
                match (strict, ours.integrity) {
                    (true, Some(integrity)) => {
                        edit.allow(directive, "script-src", &["'", integrity, "'"].concat());
                    }
                    (true, None) => self.nonce = true,
                    (false, _) => edit.allow(directive, "script-src", &ours.script.origin()),
                }
            }
            self.inline |= ours.inline && !source::allows_inline(directive.values());
        }
        if let Some(directive) = policy.first_of(FOR_FRAME)
            && !allows(directive.values(), &ours.frame, page)
        {
            self.frame = true;
            edit.allow(directive, "frame-src", &ours.frame.origin());
        }
        edit.done(text)
    }

    /// A header's sandbox; in a `<meta>` it counts for nothing.
    fn sandboxed(&mut self, policy: &Policy, place: Place) {
        let (Some(sandbox), Place::Header) = (policy.of("sandbox"), place) else {
            return;
        };
        for token in SANDBOX {
            let given = sandbox
                .values()
                .any(|value| value.eq_ignore_ascii_case(token));
            if given || self.sandbox.contains(&token) {
                continue;
            }
            self.sandbox.push(token);
            // Without scripts nothing comes; without an origin of its own, the frame cannot work.
            self.script |= token == "allow-scripts";
            self.frame |= matches!(token, "allow-scripts" | "allow-same-origin");
        }
    }
}

#[cfg(test)]
mod tests;

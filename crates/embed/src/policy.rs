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
pub use read::PolicySource;
use read::Statement;
use source::{Address, allows, is_hash_of, is_strict_dynamic};

/// The directives that decide over the loader, the first that is there alone.
const SCRIPT_DIRECTIVES: [&str; 3] = ["script-src-elem", "script-src", "default-src"];
/// The directives that decide over the frame, likewise.
const FRAME_DIRECTIVES: [&str; 3] = ["frame-src", "child-src", "default-src"];
/// Tokens of a page's `sandbox` without which the widget does not work at all, and those that a check in a tab of its own needs.
const REQUIRED_SANDBOX_TOKENS: [&str; 4] = [
    "allow-scripts",
    "allow-same-origin",
    "allow-popups",
    "allow-popups-to-escape-sandbox",
];

/// What of ours a page loads, and where the page stands.
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

/// What the pasted text turned out to be, and what it makes of the widget.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Assessment {
    /// Nothing was pasted.
    Empty,
    /// Neither headers nor a policy.
    Unrecognised,
    /// A page without a policy in it; the policy may come by its headers.
    PageWithoutPolicy,
    /// Headers or policies.
    Assessed(PolicyReport),
}

/// What the policies together make of the widget.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PolicyReport {
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
    /// Whether it is a header or a `<meta>`.
    pub source: PolicySource,
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

/// Assesses the policies in a text that an owner pasted: headers as `curl -I` prints them, a page, a line of a server's
/// configuration, or a bare policy. Any text may come; what is no policy is [`Assessment::Unrecognised`]. Directives are read
/// as [CSP level 3](https://www.w3.org/TR/CSP3/) says.
///
/// ```
/// use whichside_embed::policy::{Assessment, Blocked, Needs, assess};
///
/// let needs = Needs {
///     base: "https://whichside.example/",
///     loader: "embed/v1.js",
///     integrity: None,
///     page: None,
///     inline: false,
/// };
/// let Assessment::Assessed(report) = assess("script-src 'self'; frame-src *", &needs) else {
///     panic!("this is a policy");
/// };
/// assert_eq!(report.blocked, Blocked::Script);
/// assert_eq!(report.changes[0].add, ["script-src 'self' https://whichside.example"]);
/// ```
#[must_use]
pub fn assess(text: &str, needs: &Needs) -> Assessment {
    let found = read::read(text);
    match found.kind {
        read::TextKind::Empty => return Assessment::Empty,
        read::TextKind::Other => return Assessment::Unrecognised,
        read::TextKind::Page if found.statements.is_empty() => {
            return Assessment::PageWithoutPolicy;
        }
        read::TextKind::Page | read::TextKind::Headers => {}
    }
    // Our own base is an address, so this does not happen on our own page.
    let Some(resources) = Resources::of(needs) else {
        return Assessment::Unrecognised;
    };
    let mut totals = Totals::default();
    let mut changes = Vec::new();
    for statement in &found.statements {
        changes.extend(totals.add_statement(statement, &resources));
    }
    let mut remarks = Vec::new();
    remarks.extend(found.report_only.then_some(Remark::ReportOnly));
    remarks.extend(totals.nonce.then_some(Remark::Nonce));
    remarks.extend(totals.inline.then_some(Remark::Inline));
    remarks.extend(totals.trusted_types.then_some(Remark::TrustedTypes));
    if !totals.sandbox.is_empty() {
        remarks.push(Remark::Sandbox(totals.sandbox));
    }
    remarks.extend(found.embedder.then_some(Remark::Embedder));
    remarks.extend(found.too_many.then_some(Remark::TooMany));
    Assessment::Assessed(PolicyReport {
        policies: totals.policies,
        blocked: Blocked::of(totals.script, totals.frame || found.embedder),
        changes,
        remarks,
    })
}

/// What the policy has to allow, as addresses.
struct Resources<'a> {
    script: Address,
    frame: Address,
    page: Option<Address>,
    integrity: Option<&'a str>,
    inline: bool,
}

impl<'a> Resources<'a> {
    fn of(needs: &Needs<'a>) -> Option<Resources<'a>> {
        Some(Resources {
            script: Address::of(needs.base, needs.loader)?,
            frame: Address::of(needs.base, "widget/")?,
            page: needs.page.and_then(|page| Address::of(page, "")),
            integrity: needs.integrity,
            inline: needs.inline,
        })
    }
}

/// What all policies together block and remark.
#[derive(Default)]
struct Totals {
    policies: usize,
    script: bool,
    frame: bool,
    nonce: bool,
    inline: bool,
    trusted_types: bool,
    sandbox: Vec<&'static str>,
}

impl Totals {
    /// Adds one header or `<meta>`, and returns it as it should be where it has to change.
    fn add_statement(&mut self, statement: &Statement, resources: &Resources) -> Option<Change> {
        let mut add = Vec::new();
        let mut whole = Vec::new();
        for policy in statement.policies() {
            let (added, text) = self.add_policy(policy, statement.source, resources);
            add.extend(added);
            whole.push(text);
        }
        let changed = !add.is_empty();
        changed.then(|| Change {
            source: statement.source,
            add,
            whole: whole.join(", "),
        })
    }

    /// Adds one policy, and returns the directives that it needs and its text with them.
    fn add_policy(
        &mut self,
        text: &str,
        source: PolicySource,
        resources: &Resources,
    ) -> (Vec<String>, String) {
        let policy = Policy::read(text);
        self.policies += 1;
        self.trusted_types |= policy.directive("require-trusted-types-for").is_some();
        self.check_sandbox(&policy, source);
        let page = resources.page.as_ref();
        let mut edit = Edit::new(&policy);
        if let Some(directive) = policy.first_directive(SCRIPT_DIRECTIVES) {
            let strict = directive.values().any(is_strict_dynamic);
            let hashed = resources.integrity.is_some_and(|integrity| {
                directive.values().any(|value| is_hash_of(value, integrity))
            });
            let named = !strict && allows(directive.values(), &resources.script, page);
            if !hashed && !named {
                self.script = true;
                match (strict, resources.integrity) {
                    (true, Some(integrity)) => {
                        edit.allow(directive, "script-src", &format!("'{integrity}'"));
                    }
                    (true, None) => self.nonce = true,
                    (false, _) => edit.allow(directive, "script-src", &resources.script.origin()),
                }
            }
            self.inline |= resources.inline && !source::allows_inline(directive.values());
        }
        if let Some(directive) = policy.first_directive(FRAME_DIRECTIVES)
            && !allows(directive.values(), &resources.frame, page)
        {
            self.frame = true;
            edit.allow(directive, "frame-src", &resources.frame.origin());
        }
        edit.finish(text)
    }

    /// A header's sandbox; in a `<meta>` it counts for nothing.
    fn check_sandbox(&mut self, policy: &Policy, source: PolicySource) {
        let (Some(sandbox), PolicySource::Header) = (policy.directive("sandbox"), source) else {
            return;
        };
        for token in REQUIRED_SANDBOX_TOKENS {
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

//! The view model of the configurator: everything that its components show, decided from the state. Labels are named here, and
//! said in the page's language by the components.

use whichside_diagnosis::Outcome;
use whichside_diagnosis::words::Language;
use whichside_embed::policy::{Assessment, Change, Remark};
use whichside_embed::relation::Relation;
use whichside_embed::snippet::Way;
use whichside_embed::{Incident, Label, Mode, OwnerLabel, Theme};

use super::state::{Address, Awaited, Findings, PageFinding, State, SummaryFinding};

/// The host in the preview until the owner's page is known.
const EXAMPLE_HOST: &str = "status.shop.example";

/// Everything that the configurator shows.
#[derive(Clone, Debug, PartialEq)]
pub struct ViewModel {
    /// The form.
    pub form: FormModel,
    /// The preview.
    pub preview: PreviewModel,
    /// The code.
    pub code: CodeModel,
    /// Where the check runs.
    pub relation: RelationModel,
    /// The page's policy.
    pub policy: PolicyModel,
    /// What was found from here.
    pub findings: Vec<Finding>,
}

/// The form.
#[derive(Clone, Debug, PartialEq)]
pub struct FormModel {
    /// The address that is checked.
    pub target: AddressModel,
    /// The page that the widget stands in.
    pub page: AddressModel,
    /// The `summary.json`.
    pub status: AddressModel,
    /// How the widget stands there.
    pub mode: Mode,
    /// Light or dark.
    pub theme: Theme,
    /// The widget's language; none is the page's.
    pub lang: Option<Language>,
    /// How it comes into the page.
    pub way: Way,
    /// Whether the pinned loader is wanted.
    pub pinned: bool,
}

/// The field of an address.
#[derive(Clone, Debug, PartialEq)]
pub struct AddressModel {
    /// As written.
    pub typed: String,
    /// What is wrong with it.
    pub error: Option<OwnerLabel>,
}

/// The preview.
#[derive(Clone, Debug, PartialEq)]
pub struct PreviewModel {
    /// The host of the invented page.
    pub host: String,
    /// The page's language. The loader reads it once, so another language needs another element.
    pub language: Language,
    /// The widget's target.
    pub target: String,
    /// The widget's summary.
    pub status: Option<String>,
    /// How the widget stands in the page.
    pub mode: Mode,
    /// Light or dark.
    pub theme: Theme,
    /// The widget's language; none is the page's.
    pub lang: Option<Language>,
}

/// The code.
#[derive(Clone, Debug, PartialEq)]
pub struct CodeModel {
    /// The code.
    pub code: String,
    /// What is to be done with it.
    pub note: OwnerLabel,
    /// How copying ended.
    pub copied: Option<OwnerLabel>,
}

/// Where the check runs.
#[derive(Clone, Debug, PartialEq)]
pub struct RelationModel {
    /// Where.
    pub label: OwnerLabel,
    /// The DNS record that would allow it inside of the page.
    pub record: Option<String>,
}

/// The page's policy.
#[derive(Clone, Debug, PartialEq)]
pub struct PolicyModel {
    /// As pasted.
    pub pasted: String,
    /// What it makes of the widget.
    pub effect: Option<OwnerLabel>,
    /// The id of what it blocks; none where there is no policy.
    pub blocked: Option<&'static str>,
    /// What to change.
    pub changes: Vec<Change>,
    /// What else is to be known.
    pub remarks: Vec<RemarkModel>,
}

/// What else is to be known of a policy.
#[derive(Clone, Debug, PartialEq)]
pub struct RemarkModel {
    /// The text.
    pub label: OwnerLabel,
    /// The tokens that it names, with spaces between.
    pub tokens: String,
}

/// What was found out about one of the addresses.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The value of `data-seen`.
    pub id: &'static str,
    /// What was found.
    pub text: FindingText,
}

/// What is said of a finding.
#[derive(Clone, Debug, PartialEq)]
pub enum FindingText {
    /// A label.
    Label(OwnerLabel),
    /// A label about a host.
    OfHost(OwnerLabel, String),
    /// An incident, as the widget shows it.
    Incident {
        /// The value of `data-incident`.
        impact: &'static str,
        /// The text.
        label: Label,
        /// Its name, if it has one.
        name: Option<String>,
    },
    /// A label, and a command to run.
    Command(OwnerLabel, String),
}

/// Decides what is shown.
#[must_use]
pub fn view_model(state: &State) -> ViewModel {
    ViewModel {
        form: FormModel {
            target: address(&state.target),
            page: address(&state.page),
            status: address(&state.status),
            mode: state.mode,
            theme: state.theme,
            lang: state.lang,
            way: state.way,
            pinned: state.pinned,
        },
        preview: preview(state),
        code: code(state),
        relation: relation(state.relation()),
        policy: policy(state),
        findings: findings(&state.findings, &state.page),
    }
}

fn address(address: &Address) -> AddressModel {
    AddressModel {
        typed: address.typed.clone(),
        error: address.error(),
    }
}

fn preview(state: &State) -> PreviewModel {
    PreviewModel {
        host: match state.page.valid() {
            Some(page) => page.host.clone(),
            None => EXAMPLE_HOST.to_owned(),
        },
        language: state.language,
        target: state.shown_target().to_owned(),
        status: state.status.valid().map(|status| status.url.clone()),
        mode: state.mode,
        theme: state.theme,
        lang: state.lang,
    }
}

fn code(state: &State) -> CodeModel {
    CodeModel {
        code: state.code(),
        note: match state.target.valid() {
            Some(_) => OwnerLabel::Where,
            None => OwnerLabel::Example,
        },
        copied: state.copied.map(|copied| match copied {
            true => OwnerLabel::Copied,
            false => OwnerLabel::NotCopied,
        }),
    }
}

fn relation(relation: Option<Relation>) -> RelationModel {
    RelationModel {
        label: relation
            .as_ref()
            .map_or(OwnerLabel::RelationUnknown, OwnerLabel::of_relation),
        record: match relation {
            Some(Relation::Agreement(record)) => Some(record),
            Some(Relation::Same | Relation::Under | Relation::Tab) | None => None,
        },
    }
}

fn policy(state: &State) -> PolicyModel {
    let model = PolicyModel {
        pasted: state.policy.clone(),
        effect: None,
        blocked: None,
        changes: Vec::new(),
        remarks: Vec::new(),
    };
    match &state.assessment {
        Assessment::Empty => model,
        Assessment::Unrecognised => PolicyModel {
            effect: Some(OwnerLabel::Unrecognised),
            ..model
        },
        Assessment::PageWithoutPolicy => PolicyModel {
            effect: Some(OwnerLabel::PageWithout),
            ..model
        },
        Assessment::Assessed(report) => PolicyModel {
            effect: Some(OwnerLabel::of_blocked(report.blocked, report.policies)),
            blocked: Some(report.blocked.id()),
            changes: report.changes.clone(),
            remarks: report.remarks.iter().map(remark).collect(),
            ..model
        },
    }
}

fn remark(remark: &Remark) -> RemarkModel {
    RemarkModel {
        label: OwnerLabel::of_remark(remark),
        tokens: match remark {
            Remark::Sandbox(tokens) => tokens.join(" "),
            Remark::ReportOnly
            | Remark::Nonce
            | Remark::Inline
            | Remark::TrustedTypes
            | Remark::Embedder
            | Remark::TooMany => String::new(),
        },
    }
}

fn findings(findings: &Findings, page: &Address) -> Vec<Finding> {
    let no_address = findings
        .no_address
        .then_some(FindingText::Label(OwnerLabel::NothingToCheck));
    let found = [
        ("target", awaited(&findings.target, target_finding)),
        ("status", awaited(&findings.summary, summary_finding)),
        (
            "page",
            awaited(&findings.page, |finding| page_finding(*finding, page)),
        ),
        ("nothing", no_address),
    ];
    found
        .into_iter()
        .filter_map(|(id, text)| Some(Finding { id, text: text? }))
        .collect()
}

/// Says what came, or that it is awaited.
fn awaited<T>(
    result: &Awaited<T>,
    received: impl FnOnce(&T) -> FindingText,
) -> Option<FindingText> {
    match result {
        Awaited::NotAsked => None,
        Awaited::Pending => Some(FindingText::Label(OwnerLabel::Asking)),
        Awaited::Received(result) => Some(received(result)),
    }
}

fn target_finding((host, outcome): &(String, Outcome)) -> FindingText {
    let label = if *outcome == Outcome::Answered {
        OwnerLabel::TargetAnswers
    } else {
        OwnerLabel::TargetFails
    };
    FindingText::OfHost(label, host.clone())
}

fn summary_finding(finding: &SummaryFinding) -> FindingText {
    match finding {
        SummaryFinding::Incident(Incident { impact, name }) => FindingText::Incident {
            impact: impact.id(),
            label: Label::of_incident(*impact, false),
            name: (!name.is_empty()).then(|| name.clone()),
        },
        SummaryFinding::NotASummary => FindingText::Label(OwnerLabel::SummaryOther),
        SummaryFinding::Unreadable => FindingText::Label(OwnerLabel::SummaryUnread),
    }
}

fn page_finding(finding: PageFinding, page: &Address) -> FindingText {
    match finding {
        PageFinding::Policy => FindingText::Label(OwnerLabel::PagePolicy),
        PageFinding::NoPolicy => FindingText::Label(OwnerLabel::PageWithout),
        PageFinding::Unreadable => {
            let url = page.valid().map_or("", |page| &page.url);
            FindingText::Command(OwnerLabel::PageUnread, headers_command(url))
        }
    }
}

/// The command that prints a page's headers. A shell takes what stands in single quotes to the letter.
fn headers_command(url: &str) -> String {
    format!("curl -I '{}'", url.replace('\'', "%27"))
}

#[cfg(test)]
mod tests;

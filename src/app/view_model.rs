//! What the page shows, as data: every choice of what is said and what is shown is made here, so that the views only draw.
//! It knows no browser.

mod advice;
mod form;
mod question;
mod verdict;

use whichside_diagnosis::Side;
use whichside_diagnosis::words::{self, PageKey};
use whichside_owner::Site;

pub use self::advice::{AdviceModel, RemedyAction, RemedyActions, RemedyModel, first_remedy};
pub use self::form::FormModel;
pub use self::question::QuestionModel;
pub(crate) use self::verdict::headline_and_explanation;
pub use self::verdict::{
    EmblemModel, FactsModel, HalfModel, HopModel, HostModel, ProgressModel, VerdictAttributes,
    VerdictModel,
};
use super::state::{Phase, State};

/// The owner's section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnerModel {
    /// The site that it is about; none while a check runs. The section stays in the page then, out of sight, so that what was
    /// pasted into it is not lost.
    pub site: Option<Site>,
}

/// What the page shows.
#[derive(Clone, Debug, PartialEq)]
pub struct ViewModel {
    /// The title of the tab.
    pub title: String,
    /// The device says that it is offline.
    pub offline: bool,
    /// The form.
    pub form: FormModel,
    /// The verdict.
    pub verdict: VerdictModel,
    /// The question to the visitor.
    pub question: Option<QuestionModel>,
    /// What to do now.
    pub advice: Option<AdviceModel>,
    /// The owner's section.
    pub owner: Option<OwnerModel>,
    /// What evidence and report are drawn from, as JSON.
    pub findings: Option<String>,
}

/// What the page shows in a state.
#[must_use]
pub fn view_model(state: &State) -> ViewModel {
    let begun = state.run.phase != Phase::Idle;
    ViewModel {
        title: title(state),
        offline: !state.browser.info.online,
        form: form::form(state),
        verdict: verdict::verdict(state),
        question: question::question(state),
        advice: advice::advice(state),
        owner: begun.then(|| OwnerModel { site: state.site() }),
        findings: state
            .findings()
            .and_then(|findings| serde_json::to_string(&findings).ok()),
    }
}

/// The title of the tab: the verdict, so that a watched tab tells from afar.
#[must_use]
pub fn title(state: &State) -> String {
    let (words, run) = (&state.language.words, &state.run);
    let running = run.phase == Phase::Running;
    let Some(check) = run.check.as_ref().filter(|_| run.phase != Phase::Idle) else {
        return words.text(PageKey::Title).to_owned();
    };
    let host = [("host", check.target().host())];
    if running && run.verdict.side == Side::Unknown {
        words.fill(PageKey::TitleAsking, &host)
    } else if !running && run.cancelled {
        words.fill(PageKey::TitleStopped, &host)
    } else {
        let headline = words::headline(words, &run.verdict, running);
        words.fill(PageKey::TitleSaid, &[("headline", headline)])
    }
}

// Some worlds speak another language, whose file only tools can make.
#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;

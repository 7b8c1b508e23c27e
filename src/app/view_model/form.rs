//! The form: what stands in it, what is wrong with it, and which of its parts are shown.

use whichside_diagnosis::words::{self, PageKey};

use crate::app::state::{Phase, State};

/// The form.
#[derive(Clone, Debug, PartialEq)]
pub struct FormModel {
    /// No check has begun: the form is what the page is about.
    pub prominent: bool,
    /// A check runs, and can be stopped.
    pub running: bool,
    /// What stands in the address field.
    pub address: String,
    /// What is wrong with it.
    pub error: Option<String>,
    /// What was left out of the target.
    pub notes: Vec<String>,
    /// The label of the button that starts a check.
    pub submit: String,
    /// The value of what the visitor sees.
    pub symptom: String,
    /// Outside vantages are off.
    pub only_here: bool,
    /// Whether any path may be sent to them; none where they are off.
    pub share_path: Option<bool>,
    /// Earlier failures are kept on this device, and can be forgotten.
    pub remembers: bool,
}

pub(super) fn form(state: &State) -> FormModel {
    let (words, form) = (&state.language.words, &state.form);
    let submit = match state.run.phase {
        Phase::Idle | Phase::Running => PageKey::Check,
        Phase::Done => PageKey::CheckAgain,
    };
    let error = form.error.as_ref();
    let notes = form.notes.iter().filter(|_| error.is_none());
    FormModel {
        prominent: state.run.phase == Phase::Idle,
        running: state.run.phase == Phase::Running,
        address: form.input.clone(),
        error: error.map(|error| words::input_error(words, error)),
        notes: notes
            .map(|note| words::note(words, *note).to_owned())
            .collect(),
        submit: words.text(submit).to_owned(),
        symptom: form.symptom.clone(),
        only_here: form.only_here,
        share_path: (!form.only_here).then_some(form.share_path),
        remembers: !state.session.history.is_empty(),
    }
}

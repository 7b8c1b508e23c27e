//! What the visitor entered into the form.

use whichside_diagnosis::InputError;
use whichside_diagnosis::target::Note;

/// What the visitor entered into the form.
#[derive(Debug, Default)]
pub struct FormState {
    /// What stands in the address field.
    pub input: String,
    /// The value of `[name=seen]`: what the visitor sees.
    pub symptom: String,
    /// Outside vantages are off.
    pub only_here: bool,
    /// Any path may be sent to outside vantages.
    pub share_path: bool,
    /// Why the last input was refused.
    pub error: Option<InputError>,
    /// What was left out of the target.
    pub notes: Vec<Note>,
}

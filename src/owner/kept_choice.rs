//! Keeps what was chosen for the session, as the public names of hosting and system with a space between.

use gloo_utils::window;
use web_sys::Storage;
use whichside_owner::{Choice, Hosting, System};

use crate::browser::own_name::own_name;

/// The key of the choice.
const KEY: &str = "owner";

/// What was chosen in this session, or that nothing is known.
pub(super) fn load() -> Choice {
    let kept = session()
        .and_then(|session| session.get_item(&own_name(KEY)).ok().flatten())
        .unwrap_or_default();
    let (hosting, system) = kept.split_once(' ').unwrap_or_default();
    Choice::new(
        hosting_of(hosting).unwrap_or(Choice::default().hosting),
        system_of(system).unwrap_or(Choice::default().system),
    )
}

/// Keeps a choice. Where nothing may be kept, nothing is.
pub(super) fn store(choice: Choice) {
    if let Some(session) = session() {
        let text = format!("{} {}", choice.hosting.id(), choice.system.id());
        let _ = session.set_item(&own_name(KEY), &text);
    }
}

/// The hosting of a public name.
pub(super) fn hosting_of(id: &str) -> Option<Hosting> {
    Hosting::ALL.into_iter().find(|hosting| hosting.id() == id)
}

/// The system of a public name.
pub(super) fn system_of(id: &str) -> Option<System> {
    System::ALL.into_iter().find(|system| system.id() == id)
}

fn session() -> Option<Storage> {
    window().session_storage().ok().flatten()
}

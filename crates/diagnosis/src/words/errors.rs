//! What to change about an address that is not taken.

use super::Words;
use super::english::ErrorKey;
use crate::target::{InputError, Note};

/// What is wrong with the input, and what to change.
#[must_use]
pub fn input_error(words: &Words, error: &InputError) -> String {
    let mut what = String::new();
    let key = match error {
        InputError::Empty => ErrorKey::Empty,
        InputError::TooLong => ErrorKey::TooLong,
        InputError::NotAnAddress => ErrorKey::NotAnAddress,
        InputError::Scheme(scheme) => {
            what = scheme.chars().take(20).collect();
            ErrorKey::Scheme
        }
        InputError::NoHost => ErrorKey::NoHost,
        InputError::ThisDevice => ErrorKey::ThisDevice,
        InputError::PrivateAddress(address) => {
            address.clone_into(&mut what);
            ErrorKey::PrivateAddress
        }
        InputError::Intranet(name) => {
            name.clone_into(&mut what);
            ErrorKey::Intranet
        }
        InputError::Port(port) => {
            what = super::number(*port);
            ErrorKey::Port
        }
        InputError::Ourselves => ErrorKey::Ourselves,
    };
    words.fill(key, &[("what", &what)])
}

/// What was left out of an address.
#[must_use]
pub fn note(words: &Words, note: Note) -> &str {
    words.text(match note {
        Note::CredentialsDropped => ErrorKey::CredentialsDropped,
        Note::AskedOverHttps => ErrorKey::AskedOverHttps,
    })
}

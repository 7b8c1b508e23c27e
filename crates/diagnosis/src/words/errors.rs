//! What to change about an address that is not taken.

use crate::target::{InputError, Note};

/// What is wrong with the input, and what to change.
#[must_use]
pub fn input_error(error: &InputError) -> String {
    match error {
        InputError::Empty => "Type the address of the page that fails, for example example.com.".to_owned(),
        InputError::TooLong => {
            "That is longer than any web address (2,048 characters). Paste only the address, up to the first space.".to_owned()
        }
        InputError::NotAnAddress => {
            "There is no web address in that. Copy it from the browser’s address bar, for example example.com/page.".to_owned()
        }
        InputError::Scheme(scheme) => {
            let scheme: String = scheme.chars().take(20).collect();
            format!("“{scheme}:” addresses can’t be checked here. Use one that starts with https:// or http://.")
        }
        InputError::NoHost => "The address has no site name. Write it in full, for example https://example.com/.".to_owned(),
        InputError::ThisDevice => {
            "That address means your own device, which no one else can reach. Type the address of a public site.".to_owned()
        }
        InputError::PrivateAddress(address) => format!(
            "{address} is an address inside a private network. Only public sites can be checked: ask whoever runs that network."
        ),
        InputError::Intranet(name) => format!(
            "“{name}” looks like a name inside a company or home network, which can’t be asked from outside. \
             Type its full public name, or ask whoever runs that network."
        ),
        InputError::Port(port) => {
            format!("Browsers refuse to open port {port}, so nothing could be learnt. Remove “:{port}” from the address.")
        }
        InputError::Ourselves => "That is this very page, and you are reading it. Type the address of the site that fails.".to_owned(),
    }
}

/// What was left out of an address.
#[must_use]
pub const fn note(note: Note) -> &'static str {
    match note {
        Note::CredentialsDropped => {
            "The name and password in the address were left out; they are never sent."
        }
        Note::AskedOverHttps => {
            "This page can ask only secure addresses, so the https:// twin is asked from your browser."
        }
    }
}

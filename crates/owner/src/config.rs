//! A pasted nginx configuration checked for the classic mistakes, on the owner's own device.
//!
//! The text is read as nginx reads it ([`words`], [`tree`]), and each file of this folder checks one subject. Only what is in
//! the text is judged: where an `include` could hold what seems to be missing, nothing is said. Whether nginx would load the
//! configuration is left to `nginx -t`.

mod answers;
mod buffers;
mod kinds;
mod passes;
mod scope;
mod servers;
mod sockets;
mod tree;
mod upstreams;
mod waits;
mod words;

pub use kinds::{Kind, Severity};

/// A mistake in a configuration, and how to mend it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// What kind of mistake: its texts are there.
    pub kind: Kind,
    /// The line it is on, counted from one.
    pub line: usize,
    /// What the placeholders of the texts stand for. Words of the configuration: untrusted, never translated.
    pub values: Vec<(&'static str, String)>,
    /// The mended line or lines; empty where the mistake says it all. Never translated; may hold placeholders such as
    /// `{resolver}`.
    pub mended: String,
}

impl Mistake {
    fn new(kind: Kind, line: usize, values: &[(&'static str, &str)], mended: String) -> Mistake {
        Mistake {
            kind,
            line,
            values: values
                .iter()
                .map(|(name, value)| (*name, shortened(value)))
                .collect(),
            mended,
        }
    }

    /// A text of the kind, or its translation, with this mistake's own names in place of the placeholders.
    #[must_use]
    pub fn said(&self, text: &str) -> String {
        let mut said = String::with_capacity(text.len());
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            said.push_str(before);
            let value = after.split_once('}').and_then(|(name, after)| {
                self.values
                    .iter()
                    .find(|(known, _)| *known == name)
                    .map(|(_, value)| (value, after))
            });
            match value {
                Some((value, after)) => {
                    said.push_str(value);
                    rest = after;
                }
                None => {
                    said.push('{');
                    rest = after;
                }
            }
        }
        said.push_str(rest);
        said
    }
}

/// Words of the configuration as they are shown within a sentence: cut short.
fn shortened(value: &str) -> String {
    const LONGEST: usize = 120;
    value
        .chars()
        .filter(|c| !c.is_control())
        .take(LONGEST)
        .collect()
}

/// Checks a configuration, or a part of one. The mistakes in the order of their lines; where braces, semicolons or quotes
/// are wrong, only those, since all else would be guessed.
#[must_use]
pub fn check(nginx_config: &str) -> Vec<Mistake> {
    let mut found = match tree::read(nginx_config) {
        Ok(file) => {
            let scopes = scope::Scopes::of(&file);
            let mut found = Vec::new();
            upstreams::check(&scopes, &mut found);
            passes::check(&scopes, &mut found);
            sockets::check(&scopes, &mut found);
            buffers::check(&scopes, &mut found);
            waits::check(&scopes, &mut found);
            servers::check(&scopes, &mut found);
            answers::check(&scopes, &mut found);
            found
        }
        Err(mistakes) => mistakes,
    };
    found.sort_by_key(|mistake| mistake.line);
    found
}

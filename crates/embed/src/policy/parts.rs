//! A policy taken apart into its directives, and put together again with some of them changed and all else to the letter.

use super::source::{is_none, is_url_source};

/// The directives that can block the widget.
const RELEVANT_DIRECTIVES: [&str; 7] = [
    "script-src-elem",
    "script-src",
    "default-src",
    "frame-src",
    "child-src",
    "sandbox",
    "require-trusted-types-for",
];

/// A directive that can block the widget.
pub(super) struct Directive<'a> {
    /// Which of the policy's parts it is.
    at: usize,
    /// As it was written.
    name: &'a str,
    rest: &'a str,
}

impl<'a> Directive<'a> {
    pub(super) fn values(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        self.rest.split_ascii_whitespace()
    }
}

/// A policy taken apart.
pub(super) struct Policy<'a> {
    parts: Vec<&'a str>,
    /// Of each name that is looked at, the first: the others count for nothing.
    directives: Vec<Directive<'a>>,
}

impl<'a> Policy<'a> {
    pub(super) fn read(text: &'a str) -> Policy<'a> {
        let parts: Vec<&str> = text.split(';').collect();
        let mut policy = Policy {
            parts: Vec::new(),
            directives: Vec::new(),
        };
        for (at, part) in parts.iter().enumerate() {
            let part = part.trim_matches(|character: char| character.is_ascii_whitespace());
            // What is not ASCII is no directive.
            if !part.is_ascii() {
                continue;
            }
            let (name, rest) = part
                .split_once(|character: char| character.is_ascii_whitespace())
                .unwrap_or((part, ""));
            if is_relevant(name) && policy.directive(name).is_none() {
                policy.directives.push(Directive { at, name, rest });
            }
        }
        policy.parts = parts;
        policy
    }

    pub(super) fn directive(&self, name: &str) -> Option<&Directive<'a>> {
        self.directives
            .iter()
            .find(|directive| directive.name.eq_ignore_ascii_case(name))
    }

    pub(super) fn first_directive(&self, names: [&str; 3]) -> Option<&Directive<'a>> {
        names.into_iter().find_map(|name| self.directive(name))
    }
}

fn is_relevant(name: &str) -> bool {
    RELEVANT_DIRECTIVES
        .iter()
        .any(|known| name.eq_ignore_ascii_case(known))
}

/// A policy that is being changed: the parts that take another's place, and those that are new.
pub(super) struct Edit<'a> {
    parts: &'a [&'a str],
    replaced: Vec<(usize, String)>,
    added: Vec<String>,
}

impl<'a> Edit<'a> {
    pub(super) fn new(policy: &'a Policy) -> Edit<'a> {
        Edit {
            parts: &policy.parts,
            replaced: Vec::new(),
            added: Vec::new(),
        }
    }

    /// Has a source allowed where this directive decides. One that decides over other things, too, stays as it is: a directive
    /// of this name takes its place here, with all that it allowed.
    pub(super) fn allow(&mut self, decides: &Directive, name: &'static str, source: &str) {
        let own = decides.name.eq_ignore_ascii_case(name)
            || decides.name.eq_ignore_ascii_case("script-src-elem");
        let named = if own { decides.name } else { name };
        let of_scripts = name == "script-src";
        let mut words = vec![named];
        words.extend(
            decides
                .values()
                .filter(|value| !is_none(value) && (own || of_scripts || is_url_source(value))),
        );
        words.push(source);
        let directive = words.join(" ");
        if own {
            self.replaced.push((decides.at, directive));
        } else {
            self.added.push(directive);
        }
    }

    /// The directives as they should be, and the whole text with them.
    pub(super) fn finish(self, text: &str) -> (Vec<String>, String) {
        let mut whole = String::new();
        for (at, part) in self.parts.iter().enumerate() {
            if at > 0 {
                whole.push(';');
            }
            match self.replaced.iter().find(|(place, _)| *place == at) {
                Some((_, directive)) => {
                    whole.extend(part.chars().take_while(char::is_ascii_whitespace));
                    whole.push_str(directive);
                }
                None => whole.push_str(part),
            }
        }
        let mut whole = whole.trim().to_owned();
        let closed = text.trim_end().ends_with(';');
        for directive in &self.added {
            whole.push_str(if whole.ends_with(';') { " " } else { "; " });
            whole.push_str(directive);
        }
        if closed && !self.added.is_empty() {
            whole.push(';');
        }
        let replaced = self.replaced.into_iter().map(|(_, directive)| directive);
        (replaced.chain(self.added).collect(), whole)
    }
}

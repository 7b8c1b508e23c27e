//! The blocks of a configuration and what holds in each: nginx hands most directives down from the blocks outside.
//!
//! Whether a directive hands down one by one (timeouts) or all of its name at once (`proxy_set_header`), the nearest block
//! that has it decides: that is all the checks need to know.

use std::collections::BTreeMap;

use super::tree::Directive;

/// One block, with an index of what stands directly in it.
pub(super) struct Scope<'a> {
    /// The directive that opened it; `None` for the file itself.
    pub opener: Option<&'a Directive>,
    /// Every directive directly in it, in order.
    pub holds: &'a [Directive],
    parent: Option<usize>,
    /// The `server` that it is, or is within.
    server: Option<usize>,
    by_name: BTreeMap<&'a str, Vec<&'a Directive>>,
}

/// All blocks of a configuration, outer ones before inner ones.
pub(super) struct Scopes<'a>(Vec<Scope<'a>>);

impl<'a> Scopes<'a> {
    pub fn of(file: &'a [Directive]) -> Scopes<'a> {
        let mut scopes = Scopes(Vec::new());
        // The depth of blocks is bounded where they are read.
        scopes.add(None, None, file);
        scopes
    }

    fn add(
        &mut self,
        opener: Option<&'a Directive>,
        parent: Option<usize>,
        holds: &'a [Directive],
    ) {
        let mut by_name: BTreeMap<&str, Vec<&Directive>> = BTreeMap::new();
        for directive in holds {
            by_name
                .entry(directive.name.as_str())
                .or_default()
                .push(directive);
        }
        let at = self.0.len();
        let server = match opener {
            Some(opener) if opener.name == "server" => Some(at),
            Some(_) | None => parent.and_then(|parent| self.0.get(parent)?.server),
        };
        self.0.push(Scope {
            opener,
            holds,
            parent,
            server,
            by_name,
        });
        for directive in holds {
            // Streams and mail have directives of the same names that mean something else.
            let of_http = !matches!(directive.name.as_str(), "stream" | "mail");
            if let Some(block) = directive.block.as_ref().filter(|_| of_http) {
                self.add(Some(directive), Some(at), block);
            }
        }
    }

    pub fn all(&self) -> impl Iterator<Item = &Scope<'a>> {
        self.0.iter()
    }

    /// The block itself, then those around it.
    pub fn outwards<'s>(&'s self, scope: &'s Scope<'a>) -> impl Iterator<Item = &'s Scope<'a>> {
        std::iter::successors(Some(scope), |scope| {
            scope.parent.and_then(|parent| self.0.get(parent))
        })
    }

    /// The directives of this name that hold here: those of the nearest block that has any.
    pub fn holding<'s>(&'s self, scope: &'s Scope<'a>, name: &str) -> &'s [&'a Directive] {
        self.outwards(scope)
            .map(|scope| scope.named(name))
            .find(|found| !found.is_empty())
            .unwrap_or_default()
    }

    /// The last directive of this name that holds here.
    pub fn one<'s>(&'s self, scope: &'s Scope<'a>, name: &str) -> Option<&'a Directive> {
        self.holding(scope, name).last().copied()
    }

    /// Whether a file that was not pasted could add something here. nginx's own lists of types and parameters add none of
    /// what the checks look for.
    pub fn includes_more(&self, scope: &Scope<'a>) -> bool {
        self.outwards(scope)
            .flat_map(|scope| scope.named("include"))
            .any(|include| {
                !["mime.types", "fastcgi_params", "modules-enabled/*.conf"]
                    .iter()
                    .any(|known| include.arg(0).ends_with(known))
            })
    }

    /// The `server` around this block, or the block itself.
    pub fn server(&self, scope: &Scope<'a>) -> Option<&Scope<'a>> {
        self.0.get(scope.server?)
    }

    /// Every `server` with all blocks within it, itself first.
    pub fn servers(&self) -> impl Iterator<Item = Vec<&Scope<'a>>> {
        let mut servers: BTreeMap<usize, Vec<&Scope<'a>>> = BTreeMap::new();
        for scope in &self.0 {
            if let Some(server) = scope.server {
                servers.entry(server).or_default().push(scope);
            }
        }
        servers.into_values()
    }
}

impl<'a> Scope<'a> {
    /// The directives of this name that stand directly in the block.
    pub fn named(&self, name: &str) -> &[&'a Directive] {
        self.by_name.get(name).map_or(&[], Vec::as_slice)
    }

    /// Whether a directive of this name opened the block.
    pub fn is(&self, name: &str) -> bool {
        self.opener.is_some_and(|opener| opener.name == name)
    }
}

//! The blocks of a configuration and what holds in each: nginx hands most directives down from the blocks outside.
//!
//! Whether a directive hands down one by one (timeouts) or all of its name at once (`proxy_set_header`), the nearest block
//! that has it decides: that is all the checks need to know. Here it is also told what kind of file the text is, and with that
//! whether something absent can stand in a file around it.

use std::cell::Cell;
use std::collections::BTreeMap;

use super::dump::Read;
use super::paste::Paste;
use super::place::Place;
use super::tree::Directive;
use super::{Mistake, variables};

/// One block, with an index of what stands directly in it.
pub(super) struct Scope<'a> {
    /// The directive that opened it; `None` for the file itself.
    pub opener: Option<&'a Directive<'a>>,
    /// Every directive directly in it, in order.
    pub holds: &'a [Directive<'a>],
    /// What kind of block it is.
    pub place: Place,
    /// Its place among all blocks: outer ones come before inner ones.
    pub at: usize,
    parent: Option<usize>,
    /// The `server` that it is, or is within.
    server: Option<usize>,
    /// A file that was not pasted could add something here or outside.
    includes_more: bool,
    by_name: BTreeMap<&'a str, Vec<&'a Directive<'a>>>,
}

/// All blocks of a configuration, outer ones before inner ones.
pub(super) struct Scopes<'a> {
    all: Vec<Scope<'a>>,
    shape: Paste,
    left_out: bool,
    /// What the checks looked at, counted: their work must grow with the text, and not faster.
    work: Cell<usize>,
}

impl<'a> Scopes<'a> {
    pub fn of(read: &'a Read<'a>, pasted: &[Paste]) -> Scopes<'a> {
        let place = top_place(read);
        let shape = match place {
            Place::Main if read.is_dump => Paste::Dump,
            Place::Main => Paste::WholeFile,
            Place::Http => Paste::SiteFile,
            Place::Stream => Paste::StreamFile,
            _ => Paste::Fragment,
        };
        let left_out = pasted.contains(&Paste::Ellipsis) || read.is_cut;
        let mut scopes = Scopes {
            all: Vec::new(),
            shape,
            left_out,
            work: Cell::new(0),
        };
        // The depth of blocks is bounded where they are read.
        scopes.add(None, None, place, &read.top);
        scopes
    }

    fn add(
        &mut self,
        opener: Option<&'a Directive<'a>>,
        parent: Option<usize>,
        place: Place,
        holds: &'a [Directive<'a>],
    ) {
        let mut by_name: BTreeMap<&str, Vec<&Directive<'_>>> = BTreeMap::new();
        for directive in holds {
            by_name
                .entry(directive.name.as_ref())
                .or_default()
                .push(directive);
        }
        let at = self.all.len();
        let outer = parent.and_then(|parent| self.all.get(parent));
        let server = match place {
            Place::Server => Some(at),
            _ => outer.and_then(|outer| outer.server),
        };
        let includes_more = outer.is_some_and(|outer| outer.includes_more)
            || by_name
                .get("include")
                .is_some_and(|includes| includes.iter().any(|include| adds_more(include.arg(0))));
        self.all.push(Scope {
            opener,
            holds,
            place,
            at,
            parent,
            server,
            includes_more,
            by_name,
        });
        for directive in holds {
            if let Some(block) = &directive.block {
                let within = place.within(&directive.name);
                self.add(Some(directive), Some(at), within, block);
            }
        }
    }

    /// What kind of file the text is.
    pub fn shape(&self) -> Paste {
        self.shape
    }

    /// Whether nothing can stand in a file around the text.
    pub fn outside_is_known(&self) -> bool {
        matches!(self.shape, Paste::WholeFile | Paste::Dump) && !self.left_out
    }

    /// Whether a name in capitals is used that nothing sets.
    pub fn has_names_to_fill_in(&self) -> bool {
        variables::any_to_fill_in(self)
    }

    /// Every block.
    pub fn every(&self) -> impl Iterator<Item = &Scope<'a>> {
        self.all.iter()
    }

    /// Every block of `http`, and the text itself. Streams and mail have directives of the same names that mean something
    /// else.
    pub fn all(&self) -> impl Iterator<Item = &Scope<'a>> {
        self.all.iter().filter(|scope| {
            scope.place.is_http()
                || matches!(scope.place, Place::Main | Place::Unknown)
                || matches!(scope.place, Place::Free) && self.free_of_http(scope)
        })
    }

    /// Whether a block of lines, such as `map`, stands in `http`.
    fn free_of_http(&self, scope: &Scope<'a>) -> bool {
        scope
            .parent
            .and_then(|parent| self.all.get(parent))
            .is_some_and(|outer| outer.place.is_http() || outer.place == Place::Unknown)
    }

    /// Every `server` of `http`.
    pub fn every_server(&self) -> impl Iterator<Item = &Scope<'a>> {
        self.all.iter().filter(|scope| scope.place == Place::Server)
    }

    /// The block itself, then those around it.
    pub fn outwards<'s>(&'s self, scope: &'s Scope<'a>) -> impl Iterator<Item = &'s Scope<'a>> {
        std::iter::successors(Some(scope), |scope| {
            self.work.set(self.work.get() + 1);
            scope.parent.and_then(|parent| self.all.get(parent))
        })
    }

    /// The block around this one.
    pub fn outer(&self, scope: &Scope<'a>) -> Option<&Scope<'a>> {
        self.all.get(scope.parent?)
    }

    /// The directives of this name that hold here: those of the nearest block that has any.
    pub fn holding<'s>(&'s self, scope: &'s Scope<'a>, name: &str) -> &'s [&'a Directive<'a>] {
        self.outwards(scope)
            .map(|scope| scope.named(name))
            .find(|found| !found.is_empty())
            .inspect(|found| self.work.set(self.work.get() + found.len()))
            .unwrap_or_default()
    }

    /// The last directive of this name that holds here.
    pub fn one<'s>(&'s self, scope: &'s Scope<'a>, name: &str) -> Option<&'a Directive<'a>> {
        self.outwards(scope)
            .find_map(|scope| scope.named(name).last())
            .copied()
    }

    /// Whether a file that was not pasted could add something here, or a part that was left out. nginx's own lists of types
    /// and parameters add none of what the checks look for.
    pub fn includes_more(&self, scope: &Scope<'a>) -> bool {
        scope.includes_more || self.left_out
    }

    /// What is absent here: no mistake where a file that is included could have it, or where this is a piece of one; a note
    /// where a file around could.
    pub fn absent(&self, scope: &Scope<'a>, mistake: Mistake) -> Option<Mistake> {
        if self.includes_more(scope) || self.shape == Paste::Fragment {
            None
        } else if self.outside_is_known() {
            Some(mistake)
        } else {
            Some(mistake.into_note())
        }
    }

    /// What is absent here and is never set outside of `server`: no mistake where the server is not in the text.
    pub fn absent_in_server(&self, scope: &Scope<'a>, mistake: Mistake) -> Option<Mistake> {
        let is_seen = scope.server.is_some() || self.outside_is_known();
        (is_seen && !self.includes_more(scope)).then_some(mistake)
    }

    /// The `server` around this block, or the block itself.
    pub fn server(&self, scope: &Scope<'a>) -> Option<&Scope<'a>> {
        self.all.get(scope.server?)
    }

    /// Every `server` with all blocks within it, itself first.
    pub fn servers(&self) -> impl Iterator<Item = Vec<&Scope<'a>>> {
        let mut servers: BTreeMap<usize, Vec<&Scope<'a>>> = BTreeMap::new();
        for scope in &self.all {
            if let Some(server) = scope.server {
                servers.entry(server).or_default().push(scope);
            }
        }
        servers.into_values()
    }

    /// Counts something that a check looked at.
    pub fn count_work(&self, looked_at: usize) {
        self.work.set(self.work.get() + looked_at);
    }

    /// How much the checks looked at.
    #[cfg(test)]
    pub fn work(&self) -> usize {
        self.work.get()
    }
}

impl<'a> Scope<'a> {
    /// The directives of this name that stand directly in the block.
    pub fn named(&self, name: &str) -> &[&'a Directive<'a>] {
        self.by_name.get(name).map_or(&[], Vec::as_slice)
    }

    /// Whether a directive of this name opened the block.
    pub fn is(&self, name: &str) -> bool {
        self.opener.is_some_and(|opener| opener.name == name)
    }
}

/// Whether an included file could hold some of what the checks look for.
fn adds_more(file: &str) -> bool {
    ![
        "mime.types",
        "fastcgi_params",
        "uwsgi_params",
        "scgi_params",
        "modules-enabled/*.conf",
    ]
    .iter()
    .any(|known| file.ends_with(known))
}

/// What the text's outermost directives show of where they stand.
fn top_place(read: &Read<'_>) -> Place {
    const OF_MAIN: [&str; 12] = [
        "http",
        "events",
        "stream",
        "mail",
        "rtmp",
        "user",
        "worker_processes",
        "load_module",
        "worker_rlimit_nofile",
        "daemon",
        "env",
        "master_process",
    ];
    let has = |is_so: &dyn Fn(&Directive<'_>) -> bool| read.top.iter().any(is_so);
    if read.is_cut {
        Place::Unknown
    } else if has(&|directive| OF_MAIN.contains(&directive.name.as_ref())) {
        Place::Main
    } else if has(&|directive| directive.name == "server" && directive.block.is_some()) {
        let of_stream = read
            .top
            .iter()
            .filter(|directive| directive.name == "server")
            .filter_map(|directive| directive.block.as_ref())
            .all(|block| is_of_stream(block));
        if of_stream {
            Place::Stream
        } else {
            Place::Http
        }
    } else if has(&|directive| {
        directive.block.is_some()
            && matches!(
                directive.name.as_ref(),
                "upstream" | "map" | "geo" | "split_clients"
            )
    }) && !has(&|directive| directive.name == "location")
    {
        Place::Http
    } else {
        Place::Unknown
    }
}

/// Whether a server passes on whatever comes: in `http` that stands in a location.
fn is_of_stream(server: &[Directive<'_>]) -> bool {
    let has = |name: &str| server.iter().any(|directive| directive.name == name);
    let address = server
        .iter()
        .find(|directive| directive.name == "proxy_pass")
        .map(|pass| pass.arg(0));
    address.is_some_and(|address| !address.contains("://"))
        && !has("location")
        && !has("server_name")
        && !has("root")
}

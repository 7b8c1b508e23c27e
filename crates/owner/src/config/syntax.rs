//! Directives that nginx does not know, that stand in the wrong place, with too many or too few words, or twice; and those that
//! need a module or a version. Values are left to [`super::values`].

use std::collections::{BTreeMap, BTreeSet};

use super::found::Found;
use super::place::Place;
use super::scope::{Scope, Scopes};
use super::table::{Entry, Table};
use super::tree::Directive;
use super::variables::is_filled_in;
use super::{Kind, Mistake};

/// Unknown names that are compared with all known ones.
const MOST_LOOKED_UP: usize = 100;

pub(super) fn check(scopes: &Scopes<'_>, table: &Table, found: &mut Found) {
    let mut told = Told {
        modules_are_loaded: loads_modules(scopes),
        modules: BTreeSet::new(),
        versions: BTreeSet::new(),
        looked_up: 0,
    };
    for scope in scopes.every().filter(|scope| scope.place != Place::Free) {
        let mut first: BTreeMap<&str, usize> = BTreeMap::new();
        for directive in scope.holds {
            let entries = table.of(&directive.name);
            if entries.is_empty() {
                // A bracket glued to a name: `if($a)`.
                let glued = directive
                    .name
                    .split_once('(')
                    .and_then(|(name, _)| table.of(name).first());
                // Of a text that is full of unknown names, the first ones are looked up.
                let nearest = match glued {
                    Some(entry) => Some(entry.name),
                    None if told.looked_up < MOST_LOOKED_UP => table.nearest(&directive.name),
                    None => None,
                };
                told.looked_up += 1;
                found.extend(unknown(scope, directive, nearest));
                continue;
            }
            let here: Vec<&Entry> = match scope.place {
                Place::Unknown => entries.iter().collect(),
                place => entries
                    .iter()
                    .filter(|entry| entry.may_stand(place))
                    .collect(),
            };
            if here.is_empty() {
                found.push(misplaced(scope, directive, entries));
                continue;
            }
            found.extend(wrong_count(directive, &here));
            if here.iter().all(|entry| entry.once) {
                let before = *first.entry(&directive.name).or_insert(directive.line);
                if before != directive.line {
                    found.push(duplicate(scope, directive, before));
                }
            }
            told.needs(directive, &here, found);
        }
        if let (Some(root), Some(alias)) =
            (scope.named("root").first(), scope.named("alias").first())
        {
            let (before, second) = match root.line < alias.line {
                true => (root, alias),
                false => (alias, root),
            };
            found.push(duplicate(scope, second, before.line));
        }
    }
    found.extend(events_missing(scopes));
}

/// Whether the text loads modules, or includes files that do.
fn loads_modules(scopes: &Scopes<'_>) -> bool {
    scopes
        .every()
        .take(1)
        .any(|top| !top.named("load_module").is_empty() || !top.named("include").is_empty())
}

fn unknown(scope: &Scope<'_>, directive: &Directive<'_>, nearest: Option<&str>) -> Option<Mistake> {
    let name = directive.name.as_ref();
    // Lines of a map or a list of types, pasted without their block, or a name to be filled in.
    let is_word = name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_');
    let is_line = scope.place == Place::Unknown && !is_word && !name.starts_with(['[', '<', '(']);
    if is_line || is_filled_in(name) || name.is_empty() {
        return None;
    }
    Some(match nearest {
        Some(nearest) => {
            let rest = directive.shown();
            let rest = match name.split_once('(') {
                Some((start, _)) => rest.replacen(start, " ", 1),
                None => rest.strip_prefix(name).unwrap_or_default().to_owned(),
            };
            let end = match directive.block {
                Some(_) => " {",
                None => ";",
            };
            Mistake::new(
                Kind::MisspeltDirective,
                directive.line,
                &[("name", name), ("other", nearest)],
                format!("{nearest}{rest}{end}"),
            )
        }
        None => Mistake::new(
            Kind::UnknownDirective,
            directive.line,
            &[("name", name)],
            String::new(),
        ),
    })
}

fn misplaced(scope: &Scope<'_>, directive: &Directive<'_>, entries: &[Entry]) -> Mistake {
    let mut places: Vec<&str> = Vec::new();
    for place in entries.iter().flat_map(Entry::places) {
        if !places.contains(&place.shown()) {
            places.push(place.shown());
        }
    }
    places.truncate(5);
    Mistake::new(
        Kind::MisplacedDirective,
        directive.line,
        &[
            ("name", &directive.name),
            ("value", scope.place.shown()),
            ("other", &places.join(", ")),
        ],
        String::new(),
    )
}

fn wrong_count(directive: &Directive<'_>, here: &[&Entry]) -> Option<Mistake> {
    let has_block = directive.block.is_some();
    let alike: Vec<&&Entry> = here
        .iter()
        .filter(|entry| entry.has_block() == has_block)
        .collect();
    let name = directive.name.as_ref();
    let count = directive.args.len();
    if alike.is_empty() {
        let (kind, mended) = match has_block {
            true => (Kind::UnexpectedBlock, format!("{};", directive.shown())),
            false => (Kind::MissingBrace, format!("{} {{", directive.shown())),
        };
        return Some(Mistake::new(
            kind,
            directive.line,
            &[("name", name)],
            mended,
        ));
    }
    if alike.iter().any(|entry| entry.takes(count)) || directive.words().any(is_filled_in) {
        return None;
    }
    let takes: BTreeSet<String> = alike.iter().map(|entry| entry.shown_count()).collect();
    let takes: Vec<String> = takes.into_iter().collect();
    Some(Mistake::new(
        Kind::WrongCount,
        directive.line,
        &[
            ("name", name),
            ("value", &count.to_string()),
            ("other", &takes.join(", ")),
        ],
        String::new(),
    ))
}

fn duplicate(scope: &Scope<'_>, directive: &Directive<'_>, before: usize) -> Mistake {
    let mistake = Mistake::new(
        Kind::DuplicateDirective,
        directive.line,
        &[("name", &directive.name), ("other", &before.to_string())],
        String::new(),
    );
    match scope.place {
        // Lines of several blocks can have been pasted as one piece.
        Place::Unknown => mistake.into_note(),
        _ => mistake,
    }
}

/// Modules and versions that were told already.
struct Told<'a> {
    modules_are_loaded: bool,
    modules: BTreeSet<&'a str>,
    versions: BTreeSet<&'a str>,
    /// Names that were compared with all of the table.
    looked_up: usize,
}

impl Told<'_> {
    fn needs(&mut self, directive: &Directive<'_>, here: &[&Entry], found: &mut Found) {
        let [entry, ..] = here else { return };
        let of = |kind, value: &str| {
            Mistake::new(
                kind,
                directive.line,
                &[("name", &directive.name), ("value", value)],
                String::new(),
            )
        };
        if here.iter().any(|entry| entry.module.is_none()) {
            let since = here.iter().all(|entry| entry.since.is_some());
            if let Some(version) = entry.since.filter(|_| since)
                && self.versions.insert(entry.name)
            {
                found.push(of(Kind::VersionNeeded, version));
            }
            return;
        }
        match (entry.module, entry.since) {
            (Some("gone"), Some(version)) => {
                let mended = match entry.name {
                    "ssl" => "listen 443 ssl;",
                    _ => "",
                };
                let mut mistake = of(Kind::DirectiveGone, version);
                mended.clone_into(&mut mistake.mended);
                found.push(mistake);
            }
            (Some(module), _) => {
                if !self.modules_are_loaded && self.modules.insert(module) {
                    let module = match module {
                        "plus" => "NGINX Plus",
                        module => module,
                    };
                    found.push(of(Kind::ModuleNeeded, module));
                }
            }
            (None, _) => {}
        }
    }
}

/// nginx wants an `events` block, be it empty.
fn events_missing(scopes: &Scopes<'_>) -> Option<Mistake> {
    let top = scopes.every().next()?;
    let first = ["http", "stream", "mail"]
        .iter()
        .find_map(|name| top.named(name).first())?;
    if top.place != Place::Main || !top.named("events").is_empty() || scopes.includes_more(top) {
        return None;
    }
    let mistake = Mistake::new(
        Kind::EventsMissing,
        first.line,
        &[],
        "events {\n}".to_owned(),
    );
    // The block alone can be a piece of a file; beside directives of the same place it is the file.
    let is_alone = top.holds.iter().all(|directive| directive.block.is_some());
    Some(match is_alone {
        true => mistake.into_note(),
        false => mistake,
    })
}

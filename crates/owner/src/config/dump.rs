//! The files that `nginx -T` prints, put together by their includes. A text without its marks is one file.

use std::collections::BTreeMap;
use std::ops::Bound;

use super::table::Table;
use super::tree::{self, Directive, MOST_DIRECTIVES, Tree};
use super::{Kind, Mistake};

/// The line before each file.
const MARK: &str = "# configuration file ";

/// Files within files deeper than this lead back to themselves.
const DEEPEST: usize = 10;

/// A text that was read, whether of one file or of several.
pub(super) struct Read<'a> {
    /// What stands outside all blocks.
    pub top: Vec<Directive<'a>>,
    /// What is wrong with the signs.
    pub mistakes: Vec<Mistake>,
    /// Whether these are all files, so that nothing can stand in another one.
    pub is_dump: bool,
    /// Whether the text begins or ends in the midst of a block.
    pub is_cut: bool,
    /// Whether it is one of nginx at all.
    pub is_of_nginx: bool,
}

impl Read<'_> {
    /// Whether braces, semicolons and quotes are right, so far as the text was read.
    pub fn is_sound(&self) -> bool {
        self.mistakes
            .iter()
            .all(|mistake| matches!(mistake.kind, Kind::TooMuch | Kind::CutOff))
    }
}

/// Reads a text without its dress, of which parts may have been left out.
pub(super) fn read<'a>(text: &'a str, left_out: bool, table: &Table) -> Read<'a> {
    let parts = parts(text);
    let is_dump = parts.len() > 1 || parts.iter().any(|part| part.name.is_some());
    let mut mistakes = Vec::new();
    let mut is_cut = false;
    let mut read: Vec<(Option<&str>, Vec<Directive<'a>>)> = Vec::new();
    for part in parts {
        let Tree {
            top,
            mistakes: wrong,
            cut,
            too_much,
        } = tree::read(part.text, part.lines_before, left_out, table);
        is_cut |= cut.is_some();
        mistakes.extend(wrong);
        mistakes.extend(cut.map(|line| Mistake::new(Kind::CutOff, line, &[], String::new())));
        if let Some(line) = too_much {
            mistakes.push(Mistake::new(Kind::TooMuch, line, &[], String::new()));
        }
        read.push((part.name, top));
    }
    // Reading ends at such a brace: it may have ended before any directive was whole.
    let ended_at_once =
        read.iter().all(|(_, top)| top.is_empty()) && begins_with_expression(text, &mistakes);
    let is_of_nginx = ended_at_once || is_of_nginx(&read, table);
    let top = if is_dump {
        together(read)
    } else {
        read.into_iter().flat_map(|(_, top)| top).collect()
    };
    Read {
        top,
        mistakes,
        is_dump,
        is_cut,
        is_of_nginx,
    }
}

/// Whether the first directive has an expression in which a brace went wrong.
fn begins_with_expression(text: &str, mistakes: &[Mistake]) -> bool {
    let first = text
        .lines()
        .map(str::trim_start)
        .find(|line| !line.is_empty() && !line.starts_with('#'))
        .unwrap_or_default();
    ["location ~", "rewrite ", "server_name ~"]
        .iter()
        .any(|start| first.starts_with(start))
        && mistakes
            .iter()
            .any(|mistake| mistake.kind == Kind::RegexBraces)
}

fn knows(directives: &[Directive<'_>], table: &Table) -> bool {
    directives.iter().any(|directive| {
        !table.of(&directive.name).is_empty()
            || directive
                .block
                .as_ref()
                .is_some_and(|block| knows(block, table))
    })
}

/// Outermost names that are looked at to tell what the text is.
const NAMES: usize = 100;

/// Whether some name is one of nginx's, or nearly, and most of the outermost ones are.
fn is_of_nginx(files: &[(Option<&str>, Vec<Directive<'_>>)], table: &Table) -> bool {
    let top: Vec<&Directive<'_>> = files.iter().flat_map(|(_, top)| top).take(NAMES).collect();
    let unknown = top
        .iter()
        .filter(|directive| {
            table.of(&directive.name).is_empty() && table.nearest(&directive.name).is_none()
        })
        .count();
    let nearly = top
        .iter()
        .any(|directive| directive.name.contains('_') && table.nearest(&directive.name).is_some());
    let has_server = top.iter().any(|directive| {
        directive.block.is_some()
            && matches!(
                directive.name.as_ref(),
                "server" | "http" | "location" | "upstream" | "events" | "stream"
            )
    });
    let knows_one = nearly || files.iter().any(|(_, top)| knows(top, table));
    knows_one && (has_server || unknown * 2 <= top.len())
}

struct Part<'a> {
    name: Option<&'a str>,
    text: &'a str,
    lines_before: usize,
}

/// The text at its marks. What stands before the first mark is what nginx says of its test.
fn parts(text: &str) -> Vec<Part<'_>> {
    let mut parts: Vec<Part<'_>> = Vec::new();
    let mut rest = text;
    let mut lines_before = 0;
    let mut name = None;
    loop {
        let mark = match rest.starts_with(MARK) {
            true => Some(0),
            false => rest.find(&format!("\n{MARK}")).map(|at| at + 1),
        };
        let (part, after) = match mark {
            Some(at) => rest.split_at_checked(at).unwrap_or((rest, "")),
            None => (rest, ""),
        };
        if name.is_some() || !part.trim().is_empty() {
            parts.push(Part {
                name,
                text: part,
                lines_before,
            });
        }
        if mark.is_none() {
            return parts;
        }
        lines_before += part.bytes().filter(|b| *b == b'\n').count();
        // The line of the mark itself stays in the text: nginx takes it for a comment.
        let (line, _) = after.split_once('\n').unwrap_or((after, ""));
        name = line
            .strip_prefix(MARK)
            .map(|name| name.trim().trim_end_matches(':'));
        rest = after.get(line.len()..).unwrap_or_default();
    }
}

/// The first file with all files that it includes in their places.
fn together<'a>(files: Vec<(Option<&str>, Vec<Directive<'a>>)>) -> Vec<Directive<'a>> {
    let folder = files
        .first()
        .and_then(|(name, _)| name.as_ref()?.rsplit_once('/'))
        .map_or("", |(folder, _)| folder);
    let by_name: BTreeMap<&str, &Vec<Directive<'a>>> = files
        .iter()
        .skip(1)
        .filter_map(|(name, top)| Some(((*name)?, top)))
        .collect();
    let mut budget = MOST_DIRECTIVES;
    let Some((_, main)) = files.first() else {
        return Vec::new();
    };
    let is_main = main
        .iter()
        .any(|directive| matches!(directive.name.as_ref(), "http" | "stream" | "mail"));
    if is_main {
        put_in(main, &by_name, folder, 0, &mut budget)
    } else {
        // The first file is missing: the others stand beside each other.
        files.iter().flat_map(|(_, top)| top.clone()).collect()
    }
}

/// These directives with the files in place of their `include`s.
fn put_in<'a>(
    directives: &[Directive<'a>],
    files: &BTreeMap<&str, &Vec<Directive<'a>>>,
    folder: &str,
    depth: usize,
    budget: &mut usize,
) -> Vec<Directive<'a>> {
    let mut whole = Vec::new();
    for directive in directives {
        if *budget == 0 || depth > DEEPEST {
            break;
        }
        *budget -= 1;
        if directive.name == "include" {
            let pattern = match directive.arg(0).starts_with('/') {
                true => directive.arg(0).to_owned(),
                false => format!("{folder}/{}", directive.arg(0)),
            };
            for (_, file) in included(&pattern, files) {
                whole.extend(put_in(file, files, folder, depth + 1, budget));
            }
            continue;
        }
        let block = directive
            .block
            .as_ref()
            .map(|block| put_in(block, files, folder, depth, budget));
        whole.push(Directive {
            name: directive.name.clone(),
            args: directive.args.clone(),
            line: directive.line,
            block,
        });
    }
    whole
}

/// The files that a pattern names.
fn included<'f, 'a>(
    pattern: &str,
    files: &BTreeMap<&'f str, &'f Vec<Directive<'a>>>,
) -> Vec<(&'f str, &'f Vec<Directive<'a>>)> {
    if !pattern.contains(['*', '?', '[']) {
        return files
            .get_key_value(pattern)
            .map(|(name, file)| (*name, *file))
            .into_iter()
            .collect();
    }
    let start = pattern.split(['*', '?', '[']).next().unwrap_or_default();
    files
        .range::<str, _>((Bound::Included(start), Bound::Unbounded))
        .take_while(|(name, _)| name.starts_with(start))
        .filter(|(name, _)| matches(pattern, name))
        .map(|(name, file)| (*name, *file))
        .collect()
}

/// Whether a name is one of a pattern's: `*` stands for any letters but `/`, `?` for one.
fn matches(pattern: &str, name: &str) -> bool {
    let pattern: Vec<&str> = pattern.split('/').collect();
    let name: Vec<&str> = name.split('/').collect();
    pattern.len() == name.len()
        && pattern
            .iter()
            .zip(&name)
            .all(|(pattern, name)| part_matches(pattern, name))
}

fn part_matches(pattern: &str, name: &str) -> bool {
    let mut pieces = pattern.split('*');
    let first = pieces.next().unwrap_or_default();
    let Some(mut rest) = name.strip_prefix(first) else {
        return first.contains(['?', '[']);
    };
    let mut last = None;
    for piece in pieces {
        last = Some(piece);
        let Some(at) = rest.find(piece) else {
            return piece.contains(['?', '[']);
        };
        rest = rest.get(at + piece.len()..).unwrap_or_default();
    }
    match last {
        None => rest.is_empty(),
        Some("") => true,
        Some(end) => name.ends_with(end),
    }
}

#[cfg(test)]
mod tests {
    use super::matches;

    #[test]
    fn patterns_name_files_as_the_shell_does() {
        for (pattern, name, is_so) in [
            ("/etc/nginx/conf.d/*.conf", "/etc/nginx/conf.d/a.conf", true),
            (
                "/etc/nginx/conf.d/*.conf",
                "/etc/nginx/conf.d/a.conf.bak",
                false,
            ),
            (
                "/etc/nginx/sites-enabled/*",
                "/etc/nginx/sites-enabled/a",
                true,
            ),
            ("/etc/nginx/*", "/etc/nginx/conf.d/a", false),
            ("/etc/nginx/*/a", "/etc/nginx/conf.d/a", true),
        ] {
            assert_eq!(matches(pattern, name), is_so, "{pattern} {name}");
        }
    }
}

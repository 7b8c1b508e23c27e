//! A shell script or a manifest that holds the configuration.

use std::borrow::Cow;

use super::super::super::{Kind, Mistake};
use super::{Lines, blank};

/// The word that ends a text which a shell script writes: of `cat > file <<'EOF'`, `EOF`, and whether it is in quotes.
fn heredoc_end(line: &str) -> Option<(String, bool)> {
    let (before, after) = line.split_once("<<")?;
    let writes = ["cat", "tee", "sudo", ">"]
        .iter()
        .any(|word| before.contains(word));
    let word = after.trim_start_matches(['-', '~', ' ']);
    let quoted = word.starts_with(['\'', '"', '\\']);
    let name: String = word
        .trim_start_matches(['\'', '"', '\\'])
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || *c == '_')
        .collect();
    (writes && !name.is_empty()).then_some((name, quoted))
}

pub(super) fn heredoc(lines: &mut Lines<'_>) -> bool {
    if !lines.iter().any(|line| heredoc_end(line).is_some()) {
        return false;
    }
    let mut inside: Option<(String, bool)> = None;
    for line in lines {
        match &inside {
            None => {
                inside = heredoc_end(line);
                blank(line);
            }
            Some((end, _)) if line.trim() == end => {
                inside = None;
                blank(line);
            }
            // Without quotes around the word, the shell takes the backslash off.
            Some((_, false)) if line.contains("\\$") => {
                *line = Cow::Owned(line.replace("\\$", "$"));
            }
            Some(_) => {}
        }
    }
    true
}

/// Variables in a text which a shell script writes without quotes around its mark.
pub(super) fn shell_dollars(lines: &Lines<'_>) -> Option<Mistake> {
    let mut inside: Option<(String, bool)> = None;
    for (at, line) in lines.iter().enumerate() {
        match &inside {
            None => inside = heredoc_end(line),
            Some((end, _)) if line.trim() == end => inside = None,
            Some((_, false)) => {
                let is_bare = line.match_indices('$').any(|(at, _)| {
                    let before = line.get(..at).unwrap_or_default();
                    let after = line.get(at + 1..).unwrap_or_default();
                    !before.ends_with('\\') && after.starts_with(|c: char| c.is_ascii_lowercase())
                });
                if is_bare {
                    let value = line.trim();
                    let mended = line.replace('$', "\\$");
                    return Some(Mistake::new(
                        Kind::ShellDollar,
                        at + 1,
                        &[("value", value)],
                        mended.trim().to_owned(),
                    ));
                }
            }
            Some(_) => {}
        }
    }
    None
}

/// A configuration inside a manifest: below a line such as `default.conf: |`, as far as lines are indented.
pub(super) fn embedded(lines: &mut Lines<'_>) -> bool {
    let indent = |line: &str| line.len() - line.trim_start().len();
    let opens = |line: &str| {
        let line = line.trim_end();
        line.ends_with(": |")
            || line.ends_with(": |-")
            || line.ends_with(": >-")
            || line.ends_with(": |+")
    };
    let is_yaml = lines.iter().any(|line| {
        let line = line.trim_end();
        line.starts_with("apiVersion:")
            || line.starts_with("services:")
            || line.starts_with("data:")
            || opens(line)
    });
    let is_nginx = |line: &str| {
        let line = line.trim();
        (line.starts_with("server") || line.starts_with("location") || line.starts_with("http"))
            && line.ends_with('{')
            || line.starts_with("proxy_") && line.ends_with(';')
    };
    if !is_yaml || !lines.iter().any(|line| opens(line)) || !lines.iter().any(|line| is_nginx(line))
    {
        return false;
    }
    let mut inside: Option<usize> = None;
    for line in lines {
        if let Some(outer) = inside {
            if line.trim().is_empty() || indent(line) > outer {
                continue;
            }
            inside = None;
        }
        if opens(line) {
            inside = Some(indent(line));
        }
        blank(line);
    }
    true
}

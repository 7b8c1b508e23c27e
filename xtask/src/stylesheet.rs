//! Joins files of `style/` into stylesheets, in the order of their names, without comments: the page's, the guide's, the
//! widget's, the configurator's, and that of the owner's section. All but the last share the tokens: colour, type and measure.

use std::{fs, path::Path};

use anyhow::{Context, Result, bail};

use crate::fingerprint;

/// Which files a stylesheet is made of.
pub struct Sheet(fn(&str) -> bool);

/// The page's: every file with a number, which tells its place.
pub const PAGE: Sheet = Sheet(is_numbered);
/// The guide's: the tokens and its own.
pub const GUIDE: Sheet = Sheet(|name| name == "style/guide.css" || name == TOKENS);
/// The owner's section's: it stands in the page, and has the page's beside it.
pub const OWNER: Sheet = Sheet(|name| name == "style/owner.css");
/// The widget's: its own, what it shares with the page, and the remedy.
pub const WIDGET: Sheet = Sheet(|name| {
    [
        "style/widget.css",
        TOKENS,
        "style/10-page.css",
        "style/50-advice.css",
    ]
    .contains(&name)
});
/// The configurator's: it looks like the page and has its form.
pub const CONFIGURATOR: Sheet = Sheet(|name| name == "style/configurator.css" || is_numbered(name));

const TOKENS: &str = "style/00-tokens.css";

fn is_numbered(name: &str) -> bool {
    name.strip_prefix("style/")
        .is_some_and(|file| file.starts_with(|first: char| first.is_ascii_digit()))
}

/// Writes the stylesheet.
pub fn write(root: &Path, made_of: &Sheet, to: &Path) -> Result<()> {
    let mut sheet = String::new();
    let Sheet(is_part) = made_of;
    for name in fingerprint::files(root, &["style"])? {
        if !name.ends_with(".css") || !is_part(&name) {
            continue;
        }
        let path = root.join(&name);
        let css =
            fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        let bare = without_comments(&css)
            .with_context(|| format!("{}: a comment is not closed", path.display()))?;
        sheet.push_str(&bare);
    }
    if sheet.is_empty() {
        bail!("style/ holds no CSS: the page would be bare");
    }
    fs::write(to, sheet).with_context(|| format!("cannot write {}", to.display()))
}

/// The same rules without comments, blank lines and indentation; none if a comment does not end.
fn without_comments(css: &str) -> Option<String> {
    let mut bare = String::with_capacity(css.len());
    let mut quote = None;
    let mut rest = css;
    while let Some(next) = rest.chars().next() {
        if quote.is_none() && rest.starts_with("/*") {
            let end = rest.get(2..)?.find("*/")?;
            rest = &rest[end + 4..];
            continue;
        }
        let mut length = next.len_utf8();
        match (quote, next) {
            // An escaped quote does not end the text it is in.
            (Some(_), '\\') => length += rest[length..].chars().next().map_or(0, char::len_utf8),
            (Some(open), close) if open == close => quote = None,
            (None, '"' | '\'') => quote = Some(next),
            (Some(_) | None, _) => {}
        }
        bare.push_str(&rest[..length]);
        rest = &rest[length..];
    }
    let lines = bare.lines().map(str::trim).filter(|line| !line.is_empty());
    Some(lines.flat_map(|line| [line, "\n"]).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_go_and_rules_stay() {
        for (css, bare) in [
            (
                "/* why */\na {\n  color: red; /* of all */\n}\n",
                "a {\ncolor: red;\n}\n",
            ),
            (
                "a::after { content: \"/* not one */\" }",
                "a::after { content: \"/* not one */\" }\n",
            ),
            (
                r#"a { content: "\"/*" } /* one */"#,
                "a { content: \"\\\"/*\" }\n",
            ),
            ("/**/", ""),
            ("a { content: '→' }", "a { content: '→' }\n"),
        ] {
            assert_eq!(without_comments(css).as_deref(), Some(bare), "{css}");
        }
    }

    #[test]
    fn each_sheet_has_its_own_file_and_what_it_shares_with_the_page() {
        let sheets = [PAGE, GUIDE, OWNER, WIDGET, CONFIGURATOR];
        for (name, held) in [
            (TOKENS, [true, true, false, true, true]),
            ("style/10-page.css", [true, false, false, true, true]),
            ("style/guide.css", [false, true, false, false, false]),
            ("style/owner.css", [false, false, true, false, false]),
            ("style/widget.css", [false, false, false, true, false]),
            ("style/configurator.css", [false, false, false, false, true]),
        ] {
            let holds = sheets.each_ref().map(|Sheet(is_part)| is_part(name));
            assert_eq!(holds, held, "{name}");
        }
    }

    #[test]
    fn a_comment_without_an_end_is_noticed() {
        assert_eq!(without_comments("a {} /* and so on"), None);
        assert_eq!(without_comments("/*/"), None);
    }
}

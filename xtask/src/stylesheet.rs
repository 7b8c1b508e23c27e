//! Joins files of `style/` into stylesheets, in the order of their names, without comments: the page's, the guide's, and that
//! of the owner's section. Page and guide share the tokens: colour, type and measure.

use std::{fs, path::Path};

use anyhow::{Context, Result, bail};

use crate::fingerprint;

/// Which files a stylesheet is made of.
pub struct Sheet(fn(&str) -> bool);

/// The page's: all but those of the guide and of the owner's section.
pub const PAGE: Sheet = Sheet(|name| name != OF_THE_GUIDE && name != OF_THE_OWNER);
/// The guide's: the tokens and its own.
pub const GUIDE: Sheet = Sheet(|name| name == OF_THE_GUIDE || name == TOKENS);
/// The owner's section's: it stands in the page, and has the page's beside it.
pub const OWNER: Sheet = Sheet(|name| name == OF_THE_OWNER);

const TOKENS: &str = "style/00-tokens.css";
const OF_THE_GUIDE: &str = "style/guide.css";
const OF_THE_OWNER: &str = "style/owner.css";

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
    fn page_and_guide_share_the_tokens_and_nothing_else() {
        let (Sheet(of_page), Sheet(of_guide), Sheet(of_owner)) = (&PAGE, &GUIDE, &OWNER);
        assert!(of_owner("style/owner.css") && !of_owner(TOKENS));
        for (name, page, guide) in [
            ("style/00-tokens.css", true, true),
            ("style/10-page.css", true, false),
            ("style/guide.css", false, true),
            ("style/owner.css", false, false),
        ] {
            assert_eq!((of_page(name), of_guide(name)), (page, guide), "{name}");
        }
    }

    #[test]
    fn a_comment_without_an_end_is_noticed() {
        assert_eq!(without_comments("a {} /* and so on"), None);
        assert_eq!(without_comments("/*/"), None);
    }
}

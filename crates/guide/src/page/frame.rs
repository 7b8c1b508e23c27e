//! Head, header, contents and footer of the guide.

use maud::{DOCTYPE, Markup, PreEscaped, html};
use serde::Serialize;

use super::{FIRST, SECTIONS, folder};
use crate::language::Translate;

const TITLE: &str = "502 Bad Gateway: what it means, whose fault it is, what to do";
const HEADLINE: &str = "When a site will not open: the guide";
const ABOUT: &str = "What “502 Bad Gateway” and other errors mean, whose side is broken, what to try first in your browser, and how a site’s owner mends it.";
const LEAD: &str = "A site shows “502 Bad Gateway” or will not open? Here is everything we know about it: what it means, what you can do, and what the site’s owner can do. Nothing on this page measures. For that, check the address on our first page.";

/// Stricter than what the page itself needs: the guide loads its own style and search, and nothing else.
/// The structured data is a block of data, which a browser never runs, so the policy does not concern it.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'";

/// The two halves of the emblem, as on the page itself.
const EMBLEM: &str = r#"<svg width="28" height="28" viewBox="0 0 26 26" aria-hidden="true"><path d="M12 1a12 12 0 0 0 0 24Z" fill="none" stroke="currentColor" stroke-width="2"/><path d="M14 1a12 12 0 0 1 0 24Z" class="brand-half"/></svg>"#;

pub(super) fn page(language: &dyn Translate, all: &[(&str, &str)], sections: &Markup) -> Markup {
    // From this page's folder up to the guide's folder.
    let up = if language.language().code() == FIRST {
        ""
    } else {
        "../"
    };
    let say = |text| language.say(text);
    html! {
        (DOCTYPE)
        html lang=(language.language().code()) dir=(language.language().direction()) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (say(TITLE)) }
                meta name="description" content=(say(ABOUT));
                meta name="referrer" content="no-referrer";
                meta name="color-scheme" content="light dark";
                meta name="theme-color" content="#faf9f5" media="(prefers-color-scheme: light)";
                meta name="theme-color" content="#14161a" media="(prefers-color-scheme: dark)";
                link rel="icon" href={ (up) "../icon.svg" } type="image/svg+xml";
                link rel="stylesheet" href={ (up) "guide.css" };
                script src={ (up) "guide.js" } defer {}
                script type="application/ld+json" { (PreEscaped(structured(language))) }
            }
            body {
                a.skip href="#guide" { (say("Skip to the guide")) }
                header.page {
                    a.brand href={ (up) "../" } { (PreEscaped(EMBLEM)) "whichside" }
                    a href={ (up) "../" } { (say("Check a site")) }
                }
                main.page id="guide" tabindex="-1" {
                    h1 { (say(HEADLINE)) }
                    p.lead { (say(LEAD)) }
                    @if all.len() > 1 {
                        (languages(language, all, up))
                    }
                    (search(language))
                    div.columns {
                        nav.contents aria-labelledby="contents" {
                            h2 id="contents" { (say("Contents")) }
                            ol {
                                @for (id, title) in SECTIONS {
                                    li { a href={ "#" (id) } { (say(title)) } }
                                }
                            }
                        }
                        div.sections { (sections) }
                    }
                }
                footer.page {
                    p { (say("This page asks nothing, stores nothing and sends nothing. It works without scripts; the search needs one.")) }
                    p { a href={ (up) "../" } { (say("Check a site")) } }
                }
            }
        }
    }
}

/// The search, which only a script can do: it shows the field.
fn search(language: &dyn Translate) -> Markup {
    let say = |text| language.say(text);
    html! {
        search id="search" hidden {
            label for="find" { (say("Search this guide")) }
            input id="find" type="search" autocomplete="off" spellcheck="false" aria-describedby="found";
            p id="found" role="status"
                data-found=(say("Parts found: {count}"))
                data-none=(say("Nothing found. Try fewer or shorter words.")) {}
        }
    }
}

fn languages(language: &dyn Translate, all: &[(&str, &str)], up: &str) -> Markup {
    html! {
        nav.languages aria-label=(language.say("Languages")) {
            ul {
                @for (tag, name) in all {
                    @let to = format!("{up}{}", folder(tag));
                    li {
                        @if *tag == language.language().code() {
                            span lang=(tag) aria-current="true" { (name) }
                        } @else {
                            a href=(if to.is_empty() { "./" } else { &to }) lang=(tag) hreflang=(tag) { (name) }
                        }
                    }
                }
            }
        }
    }
}

#[derive(Serialize)]
struct Structured {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@type")]
    kind: &'static str,
    headline: String,
    description: String,
    #[serde(rename = "inLanguage")]
    language: String,
    about: [&'static str; 3],
}

/// What search engines still read of a page like this: that it is an article, and of what. Lists of questions and of
/// steps are no longer shown in results, so they are not marked as such.
fn structured(language: &dyn Translate) -> String {
    let data = Structured {
        context: "https://schema.org",
        kind: "TechArticle",
        headline: language.say(TITLE).to_owned(),
        description: language.say(ABOUT).to_owned(),
        language: language.language().code().to_owned(),
        about: ["HTTP 502", "502 Bad Gateway", "nginx"],
    };
    // Inside a script element only this sign could end the data early.
    let data = serde_json::to_string(&data).unwrap_or_default();
    data.replace('<', "\\u003c")
}

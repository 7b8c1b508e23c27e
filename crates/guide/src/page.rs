//! The guide as one HTML page a language, made from the same data as the page's advice: readable without scripts.
//!
//! Every cause and every remedy is an anchor under its public id, so that a verdict can link to it. All addresses are
//! relative, so that the page works under any path; it is written to `guide/index.html`, other languages to a folder of
//! their own below. The style and the search are files beside it; the build puts all of them in place.

mod blocks;
mod causes;
mod frame;
mod how;
mod owners;
mod remedies;

use maud::{Markup, html};

use crate::articles::{self, Article, QUESTIONS};
use crate::language::Translate;
use blocks::article;

/// The language whose page is `guide/` itself.
pub const FIRST: &str = "en";

/// A section of the guide: its anchor and its heading.
type Heading = (&'static str, &'static str);

const CAUSES: Heading = ("causes", "All causes, by name");
const REMEDIES: Heading = ("remedies", "What a visitor can do");
const OWNERS: Heading = ("owners", "What the site’s owner can do");
const ASKED: Heading = articles::QUESTIONS_TITLE;

const fn heading(article: &Article) -> Heading {
    (article.id, article.title)
}

/// The sections in their order.
const SECTIONS: [Heading; 10] = [
    heading(&articles::MEANING),
    heading(&articles::REASONS),
    CAUSES,
    REMEDIES,
    OWNERS,
    heading(&articles::SECURITY),
    heading(&articles::SEARCH_ENGINES),
    heading(&articles::PREVENTION),
    heading(&articles::EXAMPLES),
    ASKED,
];

/// The guide in this language, which is the only one there is.
#[must_use]
pub fn render(language: &dyn Translate) -> String {
    render_among(
        language,
        &[(language.language().code(), language.language().own_name())],
    )
}

/// The guide in this language, with links to the others: each a tag and the language's own name.
#[must_use]
pub fn render_among(language: &dyn Translate, all: &[(&str, &str)]) -> String {
    frame::page(language, all, &sections(language)).into_string()
}

/// Where the page of a language lies in the guide's folder: nothing for the first, `de/` for German.
#[must_use]
pub fn folder(tag: &str) -> String {
    if tag == FIRST {
        String::new()
    } else {
        [tag, "/"].concat()
    }
}

/// The address of what the guide says of a cause or a remedy, by its id, relative to the page.
#[must_use]
pub fn address(tag: &str, id: &str) -> String {
    ["guide/", &folder(tag), "#", id].concat()
}

fn sections(language: &dyn Translate) -> Markup {
    html! {
        (article(language, &articles::MEANING))
        (article(language, &articles::REASONS))
        (causes::section(language, CAUSES))
        (remedies::section(language, REMEDIES))
        (owners::section(language, OWNERS))
        (article(language, &articles::SECURITY))
        (article(language, &articles::SEARCH_ENGINES))
        (article(language, &articles::PREVENTION))
        (article(language, &articles::EXAMPLES))
        (questions(language))
    }
}

fn questions(language: &dyn Translate) -> Markup {
    html! {
        section id=(ASKED.0) {
            h2 { (language.say(ASKED.1)) }
            @for question in QUESTIONS {
                article id=(question.id) data-find {
                    h3 { (language.say(question.asked)) }
                    p { (crate::inline::markup(language.say(question.answer))) }
                }
            }
        }
    }
}

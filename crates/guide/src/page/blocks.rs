//! Articles as HTML: paragraphs, lists, tables, code, parts.

use maud::{Markup, html};

use crate::articles::{self, Article, Block};
use crate::inline::markup;
use crate::language::Translate;

pub(super) fn article(language: &dyn Translate, article: &Article) -> Markup {
    html! {
        section id=(article.id) {
            h2 { (language.say(article.title)) }
            @for run in runs(article.blocks) {
                @match run {
                    Run::Loose(blocks) => div data-find { (all(language, blocks)) },
                    Run::Part { id, title, blocks } => {
                        article id=(id) data-find {
                            h3 { (language.say(title)) }
                            (all(language, blocks))
                        }
                    }
                }
            }
        }
    }
}

/// What the search shows or hides together: a part, or the blocks between two parts.
enum Run<'a> {
    Loose(&'a [Block]),
    Part {
        id: &'static str,
        title: &'static str,
        blocks: &'static [Block],
    },
}

fn runs(blocks: &[Block]) -> Vec<Run<'_>> {
    blocks
        .chunk_by(|one, next| !is_part(one) && !is_part(next))
        .map(|chunk| match chunk {
            [Block::Part { id, title, blocks }] => Run::Part { id, title, blocks },
            loose => Run::Loose(loose),
        })
        .collect()
}

const fn is_part(block: &Block) -> bool {
    matches!(block, Block::Part { .. })
}

fn all(language: &dyn Translate, blocks: &[Block]) -> Markup {
    html! {
        @for one in blocks { (block(language, one)) }
    }
}

fn block(language: &dyn Translate, block: &Block) -> Markup {
    let say = |text| markup(language.say(text));
    html! {
        @match block {
            Block::Text(text) => p { (say(text)) },
            Block::Points(points) => ul {
                @for point in *points { li { (say(point)) } }
            },
            Block::Terms(terms) => dl {
                @for (term, meaning) in *terms {
                    div {
                        dt { (say(term)) }
                        dd { (say(meaning)) }
                    }
                }
            },
            Block::Table { caption, head, rows } => (table(language, caption, head, rows)),
            // An article's parts are drawn by the article; a part holds none.
            Block::Part { .. } => {},
        }
    }
}

/// Code to copy. It may be wider than a phone, so it can be scrolled, by keyboard too.
pub(super) fn shown_code(code: &str) -> Markup {
    html! { pre dir="ltr" tabindex="0" { code { (code) } } }
}

fn table(
    language: &dyn Translate,
    caption: &'static str,
    head: &[&'static str; 3],
    rows: &[[&'static str; 3]],
) -> Markup {
    let say = |text| markup(language.say(text));
    html! {
        table {
            caption { (say(caption)) }
            thead { tr { @for name in head { th scope="col" { (say(name)) } } } }
            tbody {
                @for [name, cells @ ..] in rows {
                    tr {
                        th scope="row" { (say(name)) }
                        @for cell in cells { td { (say(cell)) } }
                    }
                }
            }
        }
    }
}

/// Links to articles and their parts, under their own headings.
pub(super) fn links_to(language: &dyn Translate, anchors: &[&'static str]) -> Markup {
    html! {
        ul.inline {
            @for anchor in anchors {
                @if let Some(title) = articles::title_of(anchor) {
                    li { a href={ "#" (anchor) } { (markup(language.say(title))) } }
                }
            }
        }
    }
}

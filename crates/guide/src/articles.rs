//! What the guide explains besides remedies and owner's steps: articles as typed data, a file each.
//!
//! A text may hold the little markup of `inline`. How an article is drawn is left to [`crate::page`].

pub mod causes;
mod examples;
mod meaning;
mod prevention;
mod questions;
mod reasons;
mod search_engines;
mod security;

pub use questions::{QUESTIONS, Question};

/// Part of an article.
#[derive(Clone, Copy, Debug)]
pub enum Block {
    /// A paragraph.
    Text(&'static str),
    /// Points in no order.
    Points(&'static [&'static str]),
    /// A term and what it means, each.
    Terms(&'static [(&'static str, &'static str)]),
    /// Rows under named columns; the first cell names its row.
    Table {
        /// What the table shows.
        caption: &'static str,
        /// The columns' names.
        head: [&'static str; 3],
        /// The rows.
        rows: &'static [[&'static str; 3]],
    },
    /// A part with a heading and an anchor of its own.
    Part {
        /// Its anchor.
        id: &'static str,
        /// Its heading.
        title: &'static str,
        /// What it says; it holds no parts.
        blocks: &'static [Block],
    },
}

/// An article of the guide.
#[derive(Clone, Copy, Debug)]
pub struct Article {
    /// Its anchor.
    pub id: &'static str,
    /// Its heading.
    pub title: &'static str,
    /// What it says.
    pub blocks: &'static [Block],
}

/// What the error means: read first.
pub const MEANING: Article = meaning::ARTICLE;
/// What goes wrong on either side, before the list of causes by name.
pub const REASONS: Article = reasons::ARTICLE;
/// Firewalls and other protection that stands in the way.
pub const SECURITY: Article = security::ARTICLE;
/// What an outage does to search results, and how to announce one.
pub const SEARCH_ENGINES: Article = search_engines::ARTICLE;
/// How to have fewer errors.
pub const PREVENTION: Article = prevention::ARTICLE;
/// Three sites that failed.
pub const EXAMPLES: Article = examples::ARTICLE;

const ALL: [Article; 6] = [
    MEANING,
    REASONS,
    SECURITY,
    SEARCH_ENGINES,
    PREVENTION,
    EXAMPLES,
];

/// The heading of the questions, which are no article.
pub(crate) const QUESTIONS_TITLE: (&str, &str) = ("questions", "Questions and answers");

/// The heading of the article, or of the part of one, that has this anchor.
#[must_use]
pub fn title_of(anchor: &str) -> Option<&'static str> {
    let parts = ALL.iter().flat_map(|article| article.blocks);
    let parts = parts.filter_map(|block| match block {
        Block::Part { id, title, .. } => Some((*id, *title)),
        Block::Text(_) | Block::Points(_) | Block::Terms(_) | Block::Table { .. } => None,
    });
    ALL.iter()
        .map(|article| (article.id, article.title))
        .chain(parts)
        .chain([QUESTIONS_TITLE])
        .find_map(|(id, title)| (id == anchor).then_some(title))
}

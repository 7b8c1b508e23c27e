//! The words of a configuration as directives and blocks, and what is wrong with its signs: braces, semicolons, quotes.
//! What directives mean is left to the checks beside this file.

use std::borrow::Cow;

use super::table::Table;
use super::words::{self, Token, TokenKind};
use super::{Kind, Mistake};

/// Deeper blocks than this are no configuration that nginx would be given.
const DEEPEST: usize = 24;
/// More directives than these are no configuration that a person has.
pub(super) const MOST_DIRECTIVES: usize = 60_000;
/// Mistakes of signs after which reading on tells nobody anything.
const MOST_MISTAKES: usize = 20;

/// A directive: its name, its words, and its block where it has one.
#[derive(Clone, Debug)]
pub(super) struct Directive<'a> {
    pub name: Cow<'a, str>,
    pub args: Vec<Cow<'a, str>>,
    /// The line of its name, counted from one.
    pub line: usize,
    pub block: Option<Vec<Directive<'a>>>,
}

impl Directive<'_> {
    /// One of its words, counted from zero; empty where there is none.
    pub fn arg(&self, at: usize) -> &str {
        self.args.get(at).map_or("", Cow::as_ref)
    }

    /// The last of its words; empty where there is none.
    pub fn last_arg(&self) -> &str {
        self.args.last().map_or("", Cow::as_ref)
    }

    /// Its words.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.args.iter().map(Cow::as_ref)
    }

    /// As it stands in the file, without its block.
    pub fn shown(&self) -> String {
        let mut shown = self.name.to_string();
        for arg in self.words() {
            shown.push(' ');
            let quoted = arg.is_empty() || arg.contains([' ', ';', '{', '"', '\t', '\n']);
            if quoted {
                shown.push('"');
                shown.push_str(&arg.replace('"', "\\\""));
                shown.push('"');
            } else {
                shown.push_str(arg);
            }
        }
        shown
    }
}

/// Short names that begin a directive and are hardly ever a word within another: one of them at the start of a line, where
/// words of the line above are still open, shows that a semicolon is missing. So does every name of nginx's with a `_`.
const BEGINS_DIRECTIVE: &[&str] = &[
    "alias", "allow", "deny", "expires", "gzip", "if", "include", "index", "internal", "listen",
    "location", "resolver", "return", "rewrite", "root", "sendfile", "server", "set", "upstream",
];

/// Directives whose words may be anything, over many lines.
const TAKES_ANYTHING: &[&str] = &[
    "log_format",
    "map",
    "geo",
    "types",
    "split_clients",
    "charset_map",
];

/// Whether a word begins a comment of another language.
fn is_foreign_comment(word: &str) -> bool {
    word.starts_with("//")
        || word.starts_with("/*")
        || word.starts_with("*/")
        || word.starts_with("<!--")
}

/// Whether a word marks two versions of which one is to be chosen.
fn is_conflict_mark(word: &str) -> bool {
    matches!(word, "<<<<<<<" | "=======" | ">>>>>>>" | "|||||||")
}

/// A text, read.
pub(super) struct Tree<'a> {
    pub top: Vec<Directive<'a>>,
    /// What is wrong with the signs.
    pub mistakes: Vec<Mistake>,
    /// The text begins or ends in the midst of a block.
    pub cut: Option<usize>,
    /// The line at which reading ended, where there was too much.
    pub too_much: Option<usize>,
}

struct Builder<'a, 't> {
    table: &'t Table,
    /// Parts of the text were left out.
    left_out: bool,
    /// The line before the text's first one.
    lines_before: usize,
    /// The blocks that are open: each one's directive, and what it holds so far.
    open: Vec<(Directive<'a>, Vec<Directive<'a>>)>,
    /// The directive that is being read.
    pending: Option<Directive<'a>>,
    /// How many directives there are.
    count: usize,
    /// How far the name of each open block stands from the start of its line, where it begins that.
    indents: Vec<Option<usize>>,
    /// That of the directive that is being read.
    indent: Option<usize>,
    /// A block whose closing brace stands where that of an outer block belongs: its own is missing.
    suspect: Option<(usize, String)>,
    /// The line of a comment of another language.
    comment: Option<usize>,
    tree: Tree<'a>,
}

/// Reads a text whose first line has this number of lines before it.
pub(super) fn read<'a>(
    text: &'a str,
    lines_before: usize,
    left_out: bool,
    table: &Table,
) -> Tree<'a> {
    let mut builder = Builder {
        table,
        left_out,
        lines_before,
        open: Vec::new(),
        pending: None,
        count: 0,
        indents: Vec::new(),
        indent: None,
        suspect: None,
        comment: None,
        tree: Tree {
            top: Vec::new(),
            mistakes: Vec::new(),
            cut: None,
            too_much: None,
        },
    };
    for token in words::cut(text) {
        if !builder.take(token) {
            break;
        }
    }
    builder.end()
}

impl<'a> Builder<'a, '_> {
    /// Takes one token; `false` where reading on would only find what follows from this mistake.
    fn take(&mut self, token: Token<'a>) -> bool {
        let line = token.line + self.lines_before;
        if self.count >= MOST_DIRECTIVES {
            self.tree.too_much = Some(line);
            return false;
        }
        if self.comment == Some(line) {
            return true;
        }
        let indent = token.begins_line.then_some(token.indent);
        match token.kind {
            TokenKind::Word { text, .. } if self.pending.is_none() && is_foreign_comment(&text) => {
                self.comment = Some(line);
                self.wrong(Kind::ForeignComment, line, &text, String::new());
            }
            TokenKind::Word { text, .. } if indent == Some(0) && is_conflict_mark(&text) => {
                self.comment = Some(line);
                self.wrong(Kind::ConflictMark, line, "", String::new());
            }
            TokenKind::Word { text, .. } => self.word(text, line, indent),
            TokenKind::End => match self.pending.take() {
                Some(directive) => self.put(directive),
                None => self.wrong(Kind::StraySemicolon, line, "", String::new()),
            },
            TokenKind::Open => return self.open(line),
            TokenKind::Close => self.close(line, indent),
            TokenKind::Foreign => {
                if let Some(mut directive) = self.pending.take() {
                    directive.block = Some(Vec::new());
                    self.put(directive);
                }
            }
            TokenKind::RegexBrace => {
                let shown = self
                    .pending
                    .take()
                    .map_or(String::new(), |directive| directive.shown());
                self.wrong(Kind::RegexBraces, line, &shown, String::new());
                return false;
            }
            TokenKind::UnclosedQuote => {
                let name = self
                    .pending
                    .take()
                    .map_or(String::new(), |d| d.name.into_owned());
                self.wrong(Kind::UnclosedQuote, line, &name, String::new());
                return false;
            }
            TokenKind::GluedQuote => {
                let name = self
                    .pending
                    .as_ref()
                    .map_or(String::new(), |d| d.name.to_string());
                self.wrong(Kind::GluedQuote, line, &name, String::new());
            }
        }
        self.tree.mistakes.len() < MOST_MISTAKES
    }

    fn wrong(&mut self, kind: Kind, line: usize, name: &str, mended: String) {
        self.tree
            .mistakes
            .push(Mistake::new(kind, line, &[("name", name)], mended));
    }

    /// Whether a word at the start of a line begins a directive, though the one before has no end yet.
    fn begins_directive(&self, word: &str) -> bool {
        let within_free = self
            .open
            .last()
            .is_some_and(|(outer, _)| TAKES_ANYTHING.contains(&outer.name.as_ref()));
        let is_name =
            BEGINS_DIRECTIVE.contains(&word) || word.contains('_') && self.table.is_own(word);
        is_name && !within_free
    }

    fn word(&mut self, word: Cow<'a, str>, line: usize, indent: Option<usize>) {
        if let Some(directive) = &mut self.pending {
            // `gzip` is a word of `access_log`, too.
            let is_its_word = directive.name == "access_log" && word == "gzip";
            let may_be_next = indent.is_some()
                && !is_its_word
                && !TAKES_ANYTHING.contains(&directive.name.as_ref());
            if !(may_be_next && self.begins_directive(&word)) {
                if let Some(directive) = &mut self.pending {
                    directive.args.push(word);
                }
                return;
            }
        }
        self.end_without_semicolon(true);
        self.count += 1;
        self.indent = indent;
        self.pending = Some(Directive {
            name: word,
            args: Vec::new(),
            line,
            block: None,
        });
    }

    /// Ends the directive that is being read, where there is one, and notes that its semicolon or brace is missing.
    fn end_without_semicolon(&mut self, more_follows: bool) {
        let Some(directive) = self.pending.take() else {
            return;
        };
        let line = directive.line;
        let opens_block = self.table.opens_block(&directive.name)
            || directive.name == "server" && directive.args.is_empty();
        if opens_block && more_follows {
            let mended = format!("{} {{", directive.shown());
            let name = directive.name.to_string();
            self.wrong(Kind::MissingBrace, line, &name, mended);
            self.open.push((directive, Vec::new()));
            self.indents.push(self.indent);
            return;
        }
        let mended = format!("{};", directive.shown());
        let name = directive.name.to_string();
        self.wrong(Kind::MissingSemicolon, line, &name, mended);
        self.put(directive);
    }

    fn put(&mut self, directive: Directive<'a>) {
        match self.open.last_mut() {
            Some((_, held)) => held.push(directive),
            None => self.tree.top.push(directive),
        }
    }

    fn open(&mut self, line: usize) -> bool {
        let Some(directive) = self.pending.take() else {
            self.wrong(Kind::NamelessBlock, line, "", String::new());
            return false;
        };
        if self.open.len() >= DEEPEST {
            self.wrong(Kind::TooDeep, line, &directive.name, String::new());
            return false;
        }
        // A site within a site or a location: the brace before it is missing.
        let holder = self
            .open
            .iter()
            .rev()
            .find(|(outer, _)| matches!(outer.name.as_ref(), "server" | "location"));
        if let Some((outer, _)) = holder.filter(|_| directive.name == "server") {
            let outer = (outer.line, outer.shown());
            let (outer_line, shown) = self.suspect.take().unwrap_or(outer);
            self.wrong(Kind::UnclosedBlock, outer_line, &shown, "}".to_owned());
            return false;
        }
        self.open.push((directive, Vec::new()));
        self.indents.push(self.indent);
        true
    }

    fn close(&mut self, line: usize, indent: Option<usize>) {
        self.end_without_semicolon(false);
        let own = self.indents.pop().flatten();
        if let (Some(own), Some(indent), Some((directive, _))) = (own, indent, self.open.last())
            && indent < own
            && self.indents.contains(&Some(indent))
            && self.suspect.is_none()
        {
            self.suspect = Some((directive.line, directive.shown()));
        }
        match self.open.pop() {
            Some((mut directive, held)) => {
                directive.block = Some(held);
                self.put(directive);
            }
            None if self.tree.cut.is_some() || self.is_piece() => {
                self.tree.cut = Some(line);
            }
            None => self.wrong(Kind::ExtraBrace, line, "", String::new()),
        }
    }

    /// Whether what was read so far can be the inside of a block.
    fn is_piece(&self) -> bool {
        let top = &self.tree.top;
        !top.is_empty()
            && !top.iter().any(|directive| {
                directive.block.is_some()
                    && matches!(
                        directive.name.as_ref(),
                        "server" | "http" | "events" | "stream" | "upstream" | "mail"
                    )
            })
    }

    fn end(mut self) -> Tree<'a> {
        if self.tree.too_much.is_none() && self.tree.mistakes.is_empty() {
            self.end_without_semicolon(false);
            if let Some((directive, _)) = self.open.last() {
                let last = (directive.line, directive.shown());
                let (line, shown) = self.suspect.take().unwrap_or(last);
                if self.left_out {
                    self.tree.cut = Some(line);
                } else {
                    self.wrong(Kind::UnclosedBlock, line, &shown, "}".to_owned());
                }
            }
        }
        // What is still open is taken for whole.
        while let Some((mut directive, held)) = self.open.pop() {
            directive.block = Some(held);
            self.put(directive);
        }
        self.tree
    }
}

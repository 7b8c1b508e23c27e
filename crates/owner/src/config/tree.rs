//! The words of a configuration as directives and blocks, and what is wrong with its signs: braces, semicolons, quotes.
//! What directives mean is left to the checks beside this file.

use super::words::{self, Token, TokenKind};
use super::{Kind, Mistake};

/// Deeper blocks than this are no configuration that nginx would be given.
const DEEPEST: usize = 24;

/// A directive: its name, its words, and its block where it has one.
#[derive(Debug)]
pub(super) struct Directive {
    pub name: String,
    pub args: Vec<String>,
    /// The line of its name, counted from one.
    pub line: usize,
    pub block: Option<Vec<Directive>>,
}

impl Directive {
    /// One of its words, counted from zero; empty where there is none.
    pub fn arg(&self, at: usize) -> &str {
        self.args.get(at).map_or("", String::as_str)
    }

    /// As it stands in the file, without its block.
    pub fn shown(&self) -> String {
        let mut shown = self.name.clone();
        for arg in &self.args {
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

/// Names that begin a directive and are hardly ever a word within another: one of them at the start of a line, where words
/// of the line above are still open, shows that a semicolon is missing.
const BEGINS_DIRECTIVE: &[&str] = &[
    "access_log",
    "add_header",
    "auth_basic",
    "client_max_body_size",
    "error_log",
    "error_page",
    "expires",
    "fastcgi_buffer_size",
    "fastcgi_buffers",
    "fastcgi_index",
    "fastcgi_param",
    "fastcgi_pass",
    "fastcgi_read_timeout",
    "fastcgi_split_path_info",
    "gzip",
    "include",
    "index",
    "keepalive_timeout",
    "listen",
    "location",
    "proxy_buffer_size",
    "proxy_buffers",
    "proxy_busy_buffers_size",
    "proxy_connect_timeout",
    "proxy_http_version",
    "proxy_pass",
    "proxy_read_timeout",
    "proxy_redirect",
    "proxy_send_timeout",
    "proxy_set_header",
    "resolver",
    "return",
    "rewrite",
    "root",
    "sendfile",
    "server_name",
    "server_tokens",
    "ssl_certificate",
    "ssl_certificate_key",
    "ssl_protocols",
    "try_files",
    "upstream",
    "worker_connections",
    "worker_processes",
];

/// Directives whose words may be anything, over many lines.
const TAKES_ANYTHING: &[&str] = &["log_format", "map", "geo", "types", "split_clients"];

struct Builder {
    /// The blocks that are open: each one's directive, and what it holds so far.
    open: Vec<(Directive, Vec<Directive>)>,
    top: Vec<Directive>,
    /// The directive that is being read.
    pending: Option<Directive>,
    mistakes: Vec<Mistake>,
}

/// Reads a configuration. Where its signs are wrong, what is wrong; otherwise its directives.
pub(super) fn read(text: &str) -> Result<Vec<Directive>, Vec<Mistake>> {
    let mut builder = Builder {
        open: Vec::new(),
        top: Vec::new(),
        pending: None,
        mistakes: Vec::new(),
    };
    for token in words::cut(text) {
        if !builder.take(token) {
            break;
        }
    }
    builder.end()
}

impl Builder {
    /// Takes one token; `false` where reading on would only find what follows from this mistake.
    fn take(&mut self, token: Token) -> bool {
        match token.kind {
            TokenKind::Word(word) => self.word(word, token.line, token.begins_line),
            TokenKind::End => match self.pending.take() {
                Some(directive) => self.put(directive),
                None => self.wrong(Kind::StraySemicolon, token.line, "", String::new()),
            },
            TokenKind::Open => return self.open(token.line),
            TokenKind::Close => self.close(token.line),
            TokenKind::UnclosedQuote => {
                let name = self.pending.take().map_or(String::new(), |d| d.name);
                self.wrong(Kind::UnclosedQuote, token.line, &name, String::new());
                return false;
            }
            TokenKind::GluedQuote => {
                let name = self
                    .pending
                    .as_ref()
                    .map_or(String::new(), |d| d.name.clone());
                self.wrong(Kind::GluedQuote, token.line, &name, String::new());
            }
        }
        true
    }

    fn wrong(&mut self, kind: Kind, line: usize, name: &str, mended: String) {
        self.mistakes
            .push(Mistake::new(kind, line, &[("name", name)], mended));
    }

    fn word(&mut self, word: String, line: usize, begins_line: bool) {
        if let Some(directive) = &mut self.pending {
            let next_one = begins_line
                && BEGINS_DIRECTIVE.contains(&word.as_str())
                && !TAKES_ANYTHING.contains(&directive.name.as_str());
            if !next_one {
                directive.args.push(word);
                return;
            }
        }
        self.end_without_semicolon();
        self.pending = Some(Directive {
            name: word,
            args: Vec::new(),
            line,
            block: None,
        });
    }

    /// Ends the directive that is being read, where there is one, and notes that its semicolon is missing.
    fn end_without_semicolon(&mut self) {
        if let Some(directive) = self.pending.take() {
            let mended = format!("{};", directive.shown());
            let name = directive.name.clone();
            self.wrong(Kind::MissingSemicolon, directive.line, &name, mended);
            self.put(directive);
        }
    }

    fn put(&mut self, directive: Directive) {
        match self.open.last_mut() {
            Some((_, held)) => held.push(directive),
            None => self.top.push(directive),
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
            .find(|(outer, _)| matches!(outer.name.as_str(), "server" | "location"));
        if let Some((outer, _)) = holder.filter(|_| directive.name == "server") {
            let (outer_line, shown) = (outer.line, outer.shown());
            self.wrong(Kind::UnclosedBlock, outer_line, &shown, "}".to_owned());
            return false;
        }
        self.open.push((directive, Vec::new()));
        true
    }

    fn close(&mut self, line: usize) {
        self.end_without_semicolon();
        match self.open.pop() {
            Some((mut directive, held)) => {
                directive.block = Some(held);
                self.put(directive);
            }
            None => self.wrong(Kind::ExtraBrace, line, "", String::new()),
        }
    }

    fn end(mut self) -> Result<Vec<Directive>, Vec<Mistake>> {
        if self.mistakes.is_empty() {
            self.end_without_semicolon();
            if let Some((directive, _)) = self.open.last() {
                let (line, shown) = (directive.line, directive.shown());
                self.wrong(Kind::UnclosedBlock, line, &shown, "}".to_owned());
            }
        }
        if self.mistakes.is_empty() {
            Ok(self.top)
        } else {
            Err(self.mistakes)
        }
    }
}

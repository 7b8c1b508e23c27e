//! What an owner chooses, read into settings that can be used, or said what is wrong with it.

use std::fmt;

pub use whichside_embed::Theme;
use whichside_words::Language;

use crate::address::{WebAddress, is_authority, is_mailbox, is_path};
use crate::escape::is_direction;
pub use crate::field::Field;
use crate::pace::Pace;
use crate::stack::Stack;

/// The longest name of a site, in characters.
const MAX_NAME: usize = 60;
/// The most visitors that can be named.
const MAX_VISITORS: u32 = 100_000_000;
/// The longest `Retry-After`, in seconds: a day.
const MAX_RETRY_S: u32 = 86_400;
/// Colour of links and buttons where none is chosen.
const ACCENT: &str = "#1f4e8c";

/// What an owner writes, as it was written. An empty text is none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    /// The site's address.
    pub site: String,
    /// What visitors call the site.
    pub name: String,
    /// The front server.
    pub stack: String,
    /// Where the application listens: host and port.
    pub upstream: String,
    /// The application's path that answers when it is well.
    pub health: String,
    /// Where the pages lie on the server.
    pub folder: String,
    /// The status page's address.
    pub status_page: String,
    /// The support's address, of the web or of mail.
    pub support: String,
    /// The address of a Whichside page.
    pub whichside: String,
    /// The brand's colour as `#rrggbb`.
    pub accent: String,
    /// `auto`, `light` or `dark`.
    pub theme: String,
    /// Languages with commas between; the first is the one shown without scripts.
    pub languages: String,
    /// How many visitors may be waiting.
    pub visitors: String,
    /// How many visits a second the recovering site takes.
    pub per_second: String,
    /// Seconds of `Retry-After`.
    pub retry_after: String,
}

impl Choices {
    /// The place of a field's text.
    pub const fn field_mut(&mut self, field: Field) -> &mut String {
        match field {
            Field::Site => &mut self.site,
            Field::Name => &mut self.name,
            Field::Stack => &mut self.stack,
            Field::Upstream => &mut self.upstream,
            Field::Health => &mut self.health,
            Field::Folder => &mut self.folder,
            Field::StatusPage => &mut self.status_page,
            Field::Support => &mut self.support,
            Field::Whichside => &mut self.whichside,
            Field::Accent => &mut self.accent,
            Field::Theme => &mut self.theme,
            Field::Languages => &mut self.languages,
            Field::Visitors => &mut self.visitors,
            Field::PerSecond => &mut self.per_second,
            Field::RetryAfter => &mut self.retry_after,
        }
    }

    /// The text of a field.
    #[must_use]
    pub const fn field(&self, field: Field) -> &String {
        match field {
            Field::Site => &self.site,
            Field::Name => &self.name,
            Field::Stack => &self.stack,
            Field::Upstream => &self.upstream,
            Field::Health => &self.health,
            Field::Folder => &self.folder,
            Field::StatusPage => &self.status_page,
            Field::Support => &self.support,
            Field::Whichside => &self.whichside,
            Field::Accent => &self.accent,
            Field::Theme => &self.theme,
            Field::Languages => &self.languages,
            Field::Visitors => &self.visitors,
            Field::PerSecond => &self.per_second,
            Field::RetryAfter => &self.retry_after,
        }
    }

    /// Reads the choices.
    ///
    /// # Errors
    /// Every field that cannot be used.
    pub fn read(&self) -> Result<Settings, Vec<Wrong>> {
        let mut reader = Reader {
            choices: self,
            wrong: Vec::new(),
        };
        let site = reader.required(Field::Site, WebAddress::read);
        let name = reader.optional(Field::Name, |text| {
            let is_one = text.chars().count() <= MAX_NAME
                && !text.chars().any(|c| c.is_control() || is_direction(c));
            is_one.then(|| text.to_owned())
        });
        let stack = reader.or(Field::Stack, Stack::Nginx, Stack::of_id);
        let upstream = reader.or(Field::Upstream, "127.0.0.1:3000".to_owned(), |text| {
            is_authority(text).then(|| text.to_owned())
        });
        let health = reader.or(Field::Health, "/".to_owned(), |text| {
            is_path(text).then(|| text.to_owned())
        });
        let folder = reader.or(Field::Folder, "/srv/whichside-error".to_owned(), |text| {
            (is_path(text) && !text.ends_with('/')).then(|| text.to_owned())
        });
        let status_page = reader.optional(Field::StatusPage, WebAddress::read);
        let support = reader.optional(Field::Support, |text| {
            if is_mailbox(text) {
                return Some(format!("mailto:{text}"));
            }
            WebAddress::read(text).map(|address| address.as_str().to_owned())
        });
        let whichside = reader.optional(Field::Whichside, |text| {
            WebAddress::read(text).filter(|host| host.is_encrypted() && host.is_folder())
        });
        let accent = reader.or(Field::Accent, ACCENT.to_owned(), colour);
        let theme = reader.or(Field::Theme, Theme::default(), |text| {
            Theme::ALL.into_iter().find(|theme| theme.id() == text)
        });
        let languages = reader.or(Field::Languages, Language::ALL.to_vec(), languages);
        let visitors = reader.number(Field::Visitors, 1_000, MAX_VISITORS);
        let per_second = reader.number(Field::PerSecond, 50, 1_000_000);
        let retry_after = reader.number(Field::RetryAfter, 10, MAX_RETRY_S);
        match site {
            Some(site) if reader.wrong.is_empty() => Ok(Settings {
                name: name.unwrap_or_else(|| site.host().to_owned()),
                site,
                stack,
                upstream,
                health,
                folder,
                status_page,
                support,
                whichside,
                accent,
                theme,
                languages,
                pace: Pace::for_crowd(visitors, per_second, retry_after),
            }),
            Some(_) | None => Err(reader.wrong),
        }
    }
}

/// A field that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// Which.
    pub field: Field,
    /// What stands there.
    pub text: String,
}

impl fmt::Display for Wrong {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (id, takes) = (self.field.id(), self.field.takes());
        if self.text.is_empty() {
            write!(to, "{id} is missing: it takes {takes}")
        } else {
            write!(to, "{id} is {:?}: it takes {takes}", self.text)
        }
    }
}

struct Reader<'a> {
    choices: &'a Choices,
    wrong: Vec<Wrong>,
}

impl Reader<'_> {
    fn optional<T>(&mut self, field: Field, read: impl FnOnce(&str) -> Option<T>) -> Option<T> {
        let text = self.choices.field(field).trim();
        if text.is_empty() {
            return None;
        }
        let read = read(text);
        if read.is_none() {
            self.wrong.push(Wrong {
                field,
                text: text.chars().take(100).collect(),
            });
        }
        read
    }

    fn required<T>(&mut self, field: Field, read: impl FnOnce(&str) -> Option<T>) -> Option<T> {
        if self.choices.field(field).trim().is_empty() {
            self.wrong.push(Wrong {
                field,
                text: String::new(),
            });
        }
        self.optional(field, read)
    }

    fn or<T>(&mut self, field: Field, default: T, read: impl FnOnce(&str) -> Option<T>) -> T {
        self.optional(field, read).unwrap_or(default)
    }

    fn number(&mut self, field: Field, default: u32, most: u32) -> u32 {
        self.or(field, default, |text| {
            text.parse()
                .ok()
                .filter(|number| (1..=most).contains(number))
        })
    }
}

fn colour(text: &str) -> Option<String> {
    let digits = text.strip_prefix('#')?;
    let is_one = digits.len() == 6 && digits.bytes().all(|b| b.is_ascii_hexdigit());
    is_one.then(|| text.to_ascii_lowercase())
}

fn languages(text: &str) -> Option<Vec<Language>> {
    let mut read = Vec::new();
    for tag in text.split(',') {
        let language = Language::of_tag(tag.trim())?;
        if !read.contains(&language) {
            read.push(language);
        }
    }
    Some(read)
}

/// Choices that can be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The site.
    pub site: WebAddress,
    /// What visitors call it: the host where nothing was written.
    pub name: String,
    /// The front server.
    pub stack: Stack,
    /// Host and port of the application.
    pub upstream: String,
    /// The application's health path.
    pub health: String,
    /// Where the pages lie on the server.
    pub folder: String,
    /// The status page.
    pub status_page: Option<WebAddress>,
    /// The support, as an address that a link may have.
    pub support: Option<String>,
    /// The folder of a Whichside page.
    pub whichside: Option<WebAddress>,
    /// `#rrggbb`.
    pub accent: String,
    /// Light or dark.
    pub theme: Theme,
    /// The languages; the first is the one shown without scripts.
    pub languages: Vec<Language>,
    /// How the page waits.
    pub pace: Pace,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrong(field: Field, text: &str) -> bool {
        let mut choices = Choices {
            site: "https://shop.example/".to_owned(),
            ..Choices::default()
        };
        text.clone_into(choices.field_mut(field));
        match choices.read() {
            Ok(_) => false,
            Err(wrong) => {
                assert_eq!(wrong.len(), 1);
                assert_eq!(wrong[0].field, field);
                assert!(wrong[0].to_string().contains(field.id()));
                true
            }
        }
    }

    #[test]
    fn a_site_alone_is_enough() {
        let choices = Choices {
            site: "https://shop.example/".to_owned(),
            ..Choices::default()
        };
        let settings = choices.read().unwrap();
        assert_eq!(settings.name, "shop.example");
        assert_eq!(settings.languages.len(), Language::ALL.len());
        assert_eq!(settings.pace.spread, 25);
    }

    #[test]
    fn what_cannot_be_used_is_named() {
        for (field, text) in [
            (Field::Site, ""),
            (Field::Site, "javascript:alert(1)"),
            (Field::Name, "two\nlines"),
            (Field::Name, &"a".repeat(61)),
            (Field::Stack, "iis"),
            (Field::Upstream, "127.0.0.1:3000; } evil {"),
            (Field::Health, "health"),
            (Field::Folder, "/srv/pages; evil"),
            (Field::StatusPage, "status"),
            (Field::Support, "mailto:x@y.example?body=z"),
            (Field::Whichside, "http://whichside.example/"),
            (Field::Whichside, "https://whichside.example/index.html"),
            (Field::Accent, "red;}body{display:none"),
            (Field::Theme, "sepia"),
            (Field::Languages, "en,tlh"),
            (Field::Visitors, "0"),
            (Field::PerSecond, "-1"),
            (Field::RetryAfter, "soon"),
        ] {
            assert!(wrong(field, text), "{field:?} {text}");
        }
        assert!(!wrong(Field::Name, "<script>alert(1)</script> & “Söhne”"));
        assert!(!wrong(Field::Support, "help@shop.example"));
    }
}

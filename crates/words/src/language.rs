//! The languages of the page, and which of them a visitor wants. Their translations are left to [`crate::Words`].

/// A language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// Compiled in, and the fallback of every other.
    #[default]
    English,
    /// German.
    German,
    /// Spanish.
    Spanish,
    /// Modern Standard Arabic.
    Arabic,
}

impl Language {
    /// Every language, in the order of the menu.
    pub const ALL: [Language; 4] = [
        Language::English,
        Language::German,
        Language::Spanish,
        Language::Arabic,
    ];

    /// The BCP 47 code, which also names the language's files.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Language::English => "en",
            Language::German => "de",
            Language::Spanish => "es",
            Language::Arabic => "ar",
        }
    }

    /// Its own name, as the menu shows it.
    #[must_use]
    pub const fn own_name(self) -> &'static str {
        match self {
            Language::English => "English",
            Language::German => "Deutsch",
            Language::Spanish => "Español",
            Language::Arabic => "العربية",
        }
    }

    /// Whether it is written from right to left.
    #[must_use]
    pub const fn runs_leftwards(self) -> bool {
        match self {
            Language::Arabic => true,
            Language::English | Language::German | Language::Spanish => false,
        }
    }

    /// Which way it is written, as the `dir` attribute says it.
    #[must_use]
    pub const fn direction(self) -> &'static str {
        if self.runs_leftwards() { "rtl" } else { "ltr" }
    }

    /// The language of a BCP 47 tag such as `de-AT`.
    #[must_use]
    pub fn of_tag(tag: &str) -> Option<Language> {
        let wanted = tag.get(..2)?;
        let goes_on = tag
            .get(2..)?
            .starts_with(|c: char| c.is_ascii_alphanumeric());
        Language::ALL
            .into_iter()
            .find(|language| !goes_on && wanted.eq_ignore_ascii_case(language.code()))
    }

    /// The first language of these comma-separated tags that the page has, or English.
    #[must_use]
    pub fn among(tags: &str) -> Language {
        tags.split(',')
            .find_map(Language::of_tag)
            .unwrap_or_default()
    }

    /// The rule of gettext's `Plural-Forms` that [`Language::form`] follows.
    #[must_use]
    pub const fn plural_forms(self) -> &'static str {
        match self {
            Language::English | Language::German | Language::Spanish => {
                "nplurals=2; plural=(n != 1);"
            }
            Language::Arabic => {
                "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);"
            }
        }
    }

    /// Which form of a plural goes with a number.
    #[must_use]
    pub const fn form(self, number: u32) -> usize {
        match self {
            Language::English | Language::German | Language::Spanish => (number != 1) as usize,
            Language::Arabic => match (number, number % 100) {
                (0..=2, _) => number as usize,
                (_, 3..=10) => 3,
                (_, 11..) => 4,
                (_, 0..=2) => 5,
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_language_that_the_page_speaks_is_taken() {
        for (wanted, taken) in [
            ("de-AT,en", Language::German),
            ("fr-FR,ES,de", Language::Spanish),
            (",ar_EG", Language::Arabic),
            ("arn,deutsch,,e,日本", Language::English),
            ("", Language::English),
        ] {
            assert_eq!(Language::among(wanted), taken, "{wanted}");
        }
    }

    #[test]
    fn arabic_counts_in_six_forms() {
        let forms: Vec<usize> = [0, 1, 2, 3, 10, 11, 99, 100, 101, 102, 103, 111, 200]
            .map(|number| Language::Arabic.form(number))
            .to_vec();
        assert_eq!(forms, [0, 1, 2, 3, 3, 4, 4, 5, 5, 5, 3, 4, 5]);
        assert_eq!([0, 1, 2].map(|n| Language::Spanish.form(n)), [1, 0, 1]);
    }
}

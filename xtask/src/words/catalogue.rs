//! What there is to translate: every sentence with its key, from the tables of the libraries, from `index.html`, and from the
//! libraries whose texts are looked up by their English.

use std::{fs, path::Path};

use anyhow::{Context, Result, bail};
use whichside_diagnosis::words::Sentence;
use whichside_embed::LoaderKey;

/// The context, in a translator's file, of the texts that are looked up by their English.
const BY_ENGLISH: &str = "guide";

/// A sentence as translators know it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The key, or the English where that is the key.
    pub key: String,
    /// The English; for one where it counts something.
    pub english: String,
    /// The English for any other number.
    pub plural: Option<String>,
}

impl Source {
    /// The context that tells it from others in a translator's file.
    pub fn context(&self) -> &str {
        if self.key == self.english {
            BY_ENGLISH
        } else {
            &self.key
        }
    }
}

impl From<Sentence> for Source {
    fn from(sentence: Sentence) -> Source {
        Source {
            key: sentence.key.to_owned(),
            english: sentence.english.to_owned(),
            plural: sentence.plural.map(str::to_owned),
        }
    }
}

/// The key of an entry in a translator's file.
pub fn key<'a>(context: Option<&'a str>, english: &'a str) -> &'a str {
    context
        .filter(|context| *context != BY_ENGLISH)
        .unwrap_or(english)
}

/// Every sentence: those with keys in the order of their tables, then the others.
pub fn all(root: &Path) -> Result<Vec<Source>> {
    let mut all = with_keys(root)?;
    all.extend(LoaderKey::sentences().map(Source::from));
    all.extend(whichside_error_page::PageLabel::sentences().map(Source::from));
    all.extend(by_english());
    Ok(all)
}

/// The sentences that the page, the widget, the configurator and the page that makes the error page look up by key.
pub fn with_keys(root: &Path) -> Result<Vec<Source>> {
    let page = root.join("index.html");
    let html =
        fs::read_to_string(&page).with_context(|| format!("cannot read {}", page.display()))?;
    let mut all: Vec<Source> = whichside_diagnosis::words::sentences()
        .chain(whichside_embed::sentences())
        .chain(whichside_error_page::MakerLabel::sentences())
        .chain(whichside_error_page::WordLabel::sentences())
        .map(Source::from)
        .collect();
    all.extend(marked(&html)?);
    Ok(all)
}

/// The texts that are looked up by their English.
fn by_english() -> impl Iterator<Item = Source> {
    let mut texts = whichside_guide::texts();
    texts.extend(whichside_owner::texts());
    texts
        .into_iter()
        .map(Sentence::by_english)
        .map(Source::from)
}

/// What a page of HTML says in elements that `data-words` gives a key.
fn marked(html: &str) -> Result<Vec<Source>> {
    html.split(" data-words=\"")
        .skip(1)
        .map(|after| {
            let sentence = after
                .split_once('"')
                .and_then(|(key, rest)| Some((key, rest.split_once('>')?.1.split_once('<')?.0)));
            match sentence {
                Some((key, english)) if !key.is_empty() && !english.is_empty() => Ok(Source {
                    key: key.to_owned(),
                    english: english.to_owned(),
                    plural: None,
                }),
                Some(_) | None => bail!(
                    "index.html: each `data-words` must name a key, and its element hold nothing but a text: {:.60}",
                    after
                ),
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn keyed() -> Vec<Source> {
        with_keys(crate::words::tests::root()).unwrap()
    }

    #[test]
    fn the_sentences_of_a_page_have_the_keys_that_it_names() {
        let html = r##"<a class="skip" href="#v" data-words="frame.Skip">Skip</a><p data-words="frame.Sent" hidden>Sent</p>"##;
        let found: Vec<(String, String)> = marked(html)
            .unwrap()
            .into_iter()
            .map(|source| (source.key, source.english))
            .collect();
        let pair = |key: &str, english: &str| (key.to_owned(), english.to_owned());
        assert_eq!(
            found,
            [pair("frame.Skip", "Skip"), pair("frame.Sent", "Sent")]
        );
        assert!(marked(r#"<p data-words="frame.Sent"><b>bold</b></p>"#).is_err());
    }

    #[test]
    fn every_sentence_has_a_key_of_its_own() {
        let all = all(crate::words::tests::root()).unwrap();
        let keys: BTreeSet<&str> = all.iter().map(|source| source.key.as_str()).collect();
        assert_eq!(keys.len(), all.len());
        for source in &all {
            assert!(!source.english.is_empty(), "{}", source.key);
        }
    }

    #[test]
    fn sentences_average_at_most_sixteen_words() {
        let mut lengths = Vec::new();
        for source in keyed() {
            for text in [Some(source.english), source.plural].into_iter().flatten() {
                let mut length = 0;
                for word in text.split(' ') {
                    length += 1;
                    // Labels are no sentences; what ends like one is.
                    if word
                        .trim_end_matches(['”', ')'])
                        .ends_with(['.', '?', '!', '…'])
                    {
                        assert!(
                            length <= 30,
                            "{} has a sentence of {length} words: {text}",
                            source.key
                        );
                        lengths.push(length);
                        length = 0;
                    }
                }
            }
        }
        assert!(lengths.len() > 150, "{} sentences", lengths.len());
        let average = lengths.iter().sum::<usize>() as f64 / lengths.len() as f64;
        assert!(average <= 16.0, "{average:.1} words a sentence");
    }
}

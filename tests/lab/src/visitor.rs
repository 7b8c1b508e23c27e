//! What only a person can tell. The visitor answers the page's questions by what is really there: opens the target in a tab
//! of the same browser and reads it, tries a phone in another network, and knows what is broken about the date.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use whichside_diagnosis::Cause;
use whichside_diagnosis::observation::Question;
use whichside_harness::namespaces::in_wan;
use whichside_harness::webdriver::Session;

use crate::addresses::{PHONE, TARGET_NAME, TWIN_NAME};
use crate::fault::Fault;
use crate::standins::resolving::{RecordType, ask};
use crate::world::World;

/// How long a person waits for a tab or a phone.
const PATIENCE_S: u32 = 12;
/// How often the page asks them to load a site that opens.
const LOADS: usize = 3;
/// How much of a page's beginning is read for an error's number: further down, numbers are prices.
const READ_CHARS: usize = 300;
/// What stands on every page of the shop that is well.
const SHOP: &str = "Welcome to the shop";
/// How the phone introduces itself.
const PHONES_USER_AGENT: &str =
    "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Mobile";

/// The visitor of one fault, with what they have looked at.
pub struct Visitor<'a> {
    world: &'a World,
    fault: &'a Fault,
    tab: Option<Tab>,
    phone: Option<bool>,
}

/// What stands in the tab that fails, or does not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Tab {
    /// It is not the shop's page, which the visitor knows.
    fails: bool,
    /// The error's number.
    number: Option<u16>,
    /// It says that the visitor is turned away.
    refuses: bool,
    /// There is a page, and it is not the shop's.
    is_another: bool,
}

impl<'a> Visitor<'a> {
    /// Somebody who has not looked yet.
    pub const fn of(world: &'a World, fault: &'a Fault) -> Self {
        Self {
            world,
            fault,
            tab: None,
            phone: None,
        }
    }

    /// What they answer; `None` where they cannot know.
    ///
    /// # Errors
    /// The browser or the phone cannot be used.
    pub fn answers(&mut self, session: &Session, question: Question) -> Result<Option<bool>> {
        if let Some(told) = self.fault.broken.visitor.answers.get(question.id()) {
            return Ok(Some(*told));
        }
        Ok(match question {
            Question::StillFails => Some(self.tab(session)?.fails),
            // The tab's profile is as fresh as a private window's, but for its extensions.
            Question::PrivateWindow if self.world.extension().is_some() => None,
            Question::PrivateWindow => Some(self.tab(session)?.fails),
            // There is one browser, one device and no VPN in the lab; what is asked of others, a fault's file has to tell.
            Question::OtherBrowser | Question::OtherDevice | Question::OwnVpn => None,
            // The shop is nobody's work or school, unless the fault is about that.
            Question::Managed => Some(false),
            Question::OwnPage => Some(!self.tab(session)?.is_another),
            Question::ErrorNumber => Some(self.tab(session)?.number.is_some()),
            Question::Refusal => Some(self.tab(session)?.refuses),
            Question::OtherNetwork => Some(self.phone()?),
            Question::RightDate => Some(self.fault.broken.truth != Cause::Clock),
        })
    }

    /// Has them look at all there is, asked for or not, for the recordings: other numbers would ask other questions.
    ///
    /// # Errors
    /// As [`Self::answers`].
    pub fn look_around(&mut self, session: &Session) -> Result<()> {
        self.tab(session)?;
        self.phone()?;
        Ok(())
    }

    /// Every answer that follows from what they have looked at, asked for or not.
    pub fn known(&self) -> BTreeMap<&'static str, bool> {
        let mut known = BTreeMap::new();
        if let Some(tab) = self.tab {
            known.insert(Question::StillFails.id(), tab.fails);
            known.insert(Question::ErrorNumber.id(), tab.number.is_some());
            known.insert(Question::Refusal.id(), tab.refuses);
            if self.world.extension().is_none() {
                known.insert(Question::PrivateWindow.id(), tab.fails);
            }
        }
        for (id, told) in &self.fault.broken.visitor.answers {
            if let Some(question) = Question::ALL.into_iter().find(|known| known.id() == id) {
                known.insert(question.id(), *told);
            }
        }
        if let Some(opens) = self
            .phone
            .filter(|_| !known.contains_key(Question::OtherNetwork.id()))
        {
            known.insert(Question::OtherNetwork.id(), opens);
        }
        known
    }

    fn tab(&mut self, session: &Session) -> Result<Tab> {
        if let Some(tab) = self.tab {
            return Ok(tab);
        }
        let mut tab = self.load(session)?;
        for _ in 1..LOADS {
            if tab.fails {
                break;
            }
            tab = self.load(session)?;
        }
        self.tab = Some(tab);
        Ok(tab)
    }

    fn load(&self, session: &Session) -> Result<Tab> {
        let said = session.in_a_tab(&self.fault.judgement.url, PATIENCE_S)?;
        Ok(Tab::that_says(said.as_deref()))
    }

    fn phone(&mut self) -> Result<bool> {
        if let Some(opens) = self.phone {
            return Ok(opens);
        }
        let opens = in_wan(|| opens_on_phone(&self.fault.judgement.url, self.world.authority()))?;
        self.phone = Some(opens);
        Ok(opens)
    }
}

impl Tab {
    /// `said`: title and text, or nothing where the browser shows a page of its own.
    fn that_says(said: Option<&str>) -> Self {
        let Some(said) = said else {
            return Self {
                fails: true,
                number: None,
                refuses: false,
                is_another: false,
            };
        };
        let start: String = said.chars().take(READ_CHARS).collect();
        let number = start
            .split(|c: char| !c.is_ascii_alphanumeric())
            .filter_map(|word| word.parse::<u16>().ok())
            .find(|number| (400..600).contains(number));
        Self {
            fails: !said.contains(SHOP),
            number,
            refuses: matches!(number, Some(403 | 429 | 451))
                || start.to_lowercase().contains("blocked"),
            is_another: !said.trim().is_empty() && !said.contains("Shop"),
        }
    }
}

/// Whether the page opens from another network, by public name servers, with redirects followed.
fn opens_on_phone(url: &str, authority: &Path) -> Result<bool> {
    let mut curl = Command::new("curl");
    curl.args(["--silent", "--location", "--compressed"])
        .args(["--max-time", &PATIENCE_S.to_string()])
        .args(["--user-agent", PHONES_USER_AGENT])
        .args(["--interface", &PHONE.to_string()])
        .args(["--write-out", "\n%{http_code}"])
        .arg("--cacert")
        .arg(authority);
    for name in [TARGET_NAME, TWIN_NAME] {
        let found = ask(name, RecordType::A)?;
        match found.addresses.first() {
            // For every port, so that no redirect leads past it to the visitor's own resolver.
            Some((address, _)) => {
                curl.args(["--connect-to", &format!("{name}::{address}:")]);
            }
            None if url.contains(&format!("//{name}")) => return Ok(false),
            None => {}
        }
    }
    let done = curl
        .arg(url)
        .stdin(Stdio::null())
        .output()
        .context("curl cannot be started")?;
    let said = String::from_utf8_lossy(&done.stdout);
    let (page, code) = said.rsplit_once('\n').unwrap_or(("", &said));
    let Ok(code) = code.trim().parse::<u16>() else {
        bail!("curl told no status but {code:?}");
    };
    // A person reads the page: an error's number on it is an error, whatever the status.
    let is_error = Tab::that_says(Some(page)).number.is_some();
    Ok(done.status.success() && (200..300).contains(&code) && !is_error)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tab_fails_where_there_is_no_page_or_another_than_the_shops() {
        for (said, fails, number) in [
            (None, true, None),
            (Some("\n "), true, None),
            (
                Some("502 Bad Gateway\n502 Bad Gateway\nnginx"),
                true,
                Some(502),
            ),
            (Some("\nMoved"), true, None),
            (Some("Shop\n"), true, None),
            (Some("Shop\nWelcome to the shop of 1998"), false, None),
        ] {
            let tab = Tab::that_says(said);
            assert_eq!((tab.fails, tab.number), (fails, number), "{said:?}");
        }
    }

    #[test]
    fn a_tab_turns_the_visitor_away_in_numbers_or_words() {
        assert!(Tab::that_says(Some("403 Forbidden")).refuses);
        assert!(Tab::that_says(Some("Sorry\nYou have been Blocked")).refuses);
        assert!(!Tab::that_says(Some("502 Bad Gateway")).refuses);
    }
}

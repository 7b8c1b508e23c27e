//! Evidence, the site's own word and the report, one below the other.

use std::rc::Rc;

use whichside_diagnosis::Check;
use yew::prelude::*;

use super::findings::Findings;
use super::how_we_know::HowWeKnow;
use super::own_word::address;
use super::report::Report;
use super::site_word::{FetchWord, SiteWord};
use super::view_model::evidence;
use crate::components::use_translations;

/// The properties of [`Content`].
#[derive(Properties, PartialEq)]
pub struct ContentProps {
    /// What was found so far.
    pub findings: Findings<'static>,
    /// Fetches what the site says of itself.
    pub fetch: FetchWord,
}

/// Evidence and report.
#[component]
pub fn Content(props: &ContentProps) -> Html {
    let words = use_translations();
    let findings = &props.findings;
    let check: Rc<Check> = use_memo(findings.record.clone(), |record| {
        Check::from(record.clone().into_owned())
    });
    html! {
        <>
            <HowWeKnow model={evidence(&words, findings, &check)} />
            <SiteWord
                // Another site's word is none of this one's.
                key={check.target().origin()}
                fetch={props.fetch.clone()}
                ended={findings.ended}
                address={address(findings, &check)}
                started={findings.started.to_string()}
            />
            <Report findings={findings.clone()} {check} />
        </>
    }
}

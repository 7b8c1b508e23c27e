//! Draws the section's content for what the page hands over. This is where the owner's program begins.

use whichside_diagnosis::words::Language;
use whichside_owner::Site;
use yew::prelude::*;

use super::asker::Asker;
use super::content::Content;
use crate::part::{Drawing, Handover, InLanguage};

thread_local! {
    static DRAWING: Drawing<Root> = const { Drawing::new() };
}

/// Draws the content, or draws it anew. What was pasted stays as long as the place is the same. Whoever else is asked than the
/// worker is a test.
///
/// # Errors
///
/// What was handed over is no site.
pub fn show(handover: Handover, asker: Option<Asker>) -> serde_json::Result<()> {
    let props = RootProps {
        site: serde_json::from_str(&handover.content)?,
        language: handover.language,
        asker,
    };
    DRAWING.with(|drawing| drawing.show(handover.place, props));
    Ok(())
}

#[derive(Properties, PartialEq)]
struct RootProps {
    site: Site,
    language: Language,
    asker: Option<Asker>,
}

/// The content, and the page's words for what is around it.
#[component]
fn Root(props: &RootProps) -> Html {
    let RootProps {
        site,
        language,
        asker,
    } = props;
    html! {
        <InLanguage language={*language}>
            <Content site={site.clone()} language={*language} asker={asker.clone()} />
        </InLanguage>
    }
}

//! The report: to read, and to copy as text or as JSON.

use whichside_diagnosis::words::{PageKey, Words};
use yew::prelude::*;

use crate::app::event::{Event, Format};
use crate::app::view_model::ReportModel;
use crate::components::{Button, Switch};

/// The report's buttons, and the report where it is shown.
pub(super) fn report_section(
    words: &Words,
    model: &ReportModel,
    dispatch: &Callback<Event>,
) -> Html {
    let copy = |format| dispatch.reform(move |_| Event::CopyRequested(format));
    html! {
        <section class="report" aria-label={words.text(PageKey::Report).to_owned()}>
            <h2>{ words.text(PageKey::PassOn) }</h2>
            <p class="row">
                <Button action="copy-text" quiet=true onclick={copy(Format::Text)}>
                    { words.text(PageKey::CopyText) }
                </Button>
                <Button action="copy-json" quiet=true onclick={copy(Format::Json)}>
                    { words.text(PageKey::CopyJson) }
                </Button>
                <Button
                    action="report"
                    quiet=true
                    expanded={model.json.is_some()}
                    onclick={dispatch.reform(|_| Event::ReportToggled)}
                >
                    { &model.toggle }
                </Button>
                <span role="status">{ model.copied.as_deref().unwrap_or_default() }</span>
            </p>
            <Switch
                name="redacted"
                checked={model.redacted}
                onchange={dispatch.reform(Event::RedactionChanged)}
            >
                <b>{ words.text(PageKey::Redacted) }</b>
                <small>{ words.text(PageKey::RedactedMeans) }</small>
            </Switch>
            if let Some(json) = &model.json {
                <pre data-report="" tabindex="0" dir="ltr">{ json }</pre>
            }
        </section>
    }
}

//! The box for an nginx configuration, what was pasted into it, and the mistakes in that.

use whichside_owner::response::{ConfigReport, ShownMistake, ShownPaste, Task};
use whichside_owner::{Label, Pasted};
use yew::prelude::*;

use super::asker::use_response;
use super::context::SectionContext;
use super::copy_box::CopyBox;
use super::paste_box::PasteBox;
use crate::components::use_translations;
use crate::part::{Progress, loading};

/// The properties of [`ConfigBox`].
#[derive(Properties, PartialEq)]
pub(super) struct ConfigBoxProps {
    /// What it is drawn with.
    pub context: SectionContext,
}

/// The box for an nginx configuration, and the mistakes in it.
#[component]
pub(super) fn ConfigBox(props: &ConfigBoxProps) -> Html {
    let words = use_translations();
    let context = &props.context;
    let pasted = use_state(|| Pasted::config(""));
    let request = (!pasted.is_blank()).then(|| context.request(Task::Config((*pasted).clone())));
    let asked = use_response::<ConfigReport>(&context.asker, request);
    {
        let announce = context.announce.clone();
        use_effect_with(asked.latest.clone(), move |report| {
            if let Some(report) = report {
                announce.emit(report.summary.clone());
            }
        });
    }
    let report = asked.latest.filter(|_| !pasted.is_blank());
    let onpaste = {
        let pasted = pasted.setter();
        Callback::from(move |text: String| pasted.set(Pasted::config(&text)))
    };
    html! {
        <PasteBox
            context={context.clone()}
            id="owner-config"
            title={Label::Config}
            hint={Label::ConfigHint}
            {onpaste}
        >
            if asked.progress == Progress::Missing {
                { loading(&words, asked.progress, &asked.retry) }
            }
            if let Some(report) = report {
                { for report.pasted.iter().map(pasted_as) }
                <p class="note">{ &report.summary }</p>
                { for report.mistakes.iter().map(|each| mistake(context, each)) }
                if let Some(hidden) = &report.hidden {
                    <p class="note">{ hidden }</p>
                }
            }
        </PasteBox>
    }
}

fn pasted_as(paste: &ShownPaste) -> Html {
    html! {
        <p class="note" data-paste={paste.id.clone()}>{ &paste.what }</p>
    }
}

fn mistake(context: &SectionContext, mistake: &ShownMistake) -> Html {
    html! {
        <article
            class="owner-found"
            data-mistake={mistake.id.clone()}
            data-severity={mistake.severity.clone()}
        >
            <h4>{ &mistake.line }{ " · " }{ &mistake.severity_name }</h4>
            <p><b>{ &mistake.what }</b></p>
            <p>{ &mistake.why }</p>
            if let Some(times) = &mistake.times {
                <p>{ times }</p>
            }
            if let Some(mended) = &mistake.mended {
                <div>
                    <p>{ context.text(Label::ConfigMended) }</p>
                    <CopyBox context={context.clone()} text={mended.clone()} />
                </div>
            }
        </article>
    }
}

//! The box for lines of an error log, and what they mean.

use whichside_owner::response::{LogReport, ShownKind, Task};
use whichside_owner::{Label, Pasted};
use yew::prelude::*;

use super::asker::use_response;
use super::context::SectionContext;
use super::paste_box::PasteBox;
use super::step_link::StepLinkText;
use crate::components::use_translations;
use crate::part::{Progress, loading};

/// The properties of [`LogBox`].
#[derive(Properties, PartialEq)]
pub(super) struct LogBoxProps {
    /// What it is drawn with.
    pub context: SectionContext,
}

/// The box for lines of an error log, and what they mean.
#[component]
pub(super) fn LogBox(props: &LogBoxProps) -> Html {
    let words = use_translations();
    let context = &props.context;
    let pasted = use_state(|| Pasted::log(""));
    let request = (!pasted.is_blank()).then(|| context.request(Task::Log((*pasted).clone())));
    let asked = use_response::<LogReport>(&context.asker, request);
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
        Callback::from(move |text: String| pasted.set(Pasted::log(&text)))
    };
    html! {
        <PasteBox
            context={context.clone()}
            id="owner-log"
            title={Label::Log}
            hint={Label::LogHint}
            {onpaste}
        >
            if asked.progress == Progress::Missing {
                { loading(&words, asked.progress, &asked.retry) }
            }
            if let Some(report) = report {
                <p class="note">{ &report.summary }</p>
                if let Some(cut) = &report.cut {
                    <p class="note">{ cut }</p>
                }
                { for report.kinds.iter().map(|each| kind(context, each)) }
                if let Some(hidden) = &report.hidden {
                    <p class="note">{ hidden }</p>
                }
            }
        </PasteBox>
    }
}

fn kind(context: &SectionContext, kind: &ShownKind) -> Html {
    let line = |line: &String| html! { <pre dir="ltr" tabindex="0"><code>{ line }</code></pre> };
    html! {
        <article class="owner-found" data-log={kind.id.clone()}>
            <h4>{ &kind.source }{ " · " }{ &kind.count }</h4>
            if kind.is_harmless {
                <p class="note">{ context.text(Label::LogHarmless) }</p>
            }
            <p><b>{ &kind.meaning }</b></p>
            if let Some(share) = &kind.share {
                <p>{ share }</p>
            }
            if let Some(first) = &kind.first {
                <p class="note">{ first }</p>
            }
            <p>{ &kind.likely }</p>
            { for kind.lines.iter().map(line) }
            <StepLinkText context={context.clone()} link={kind.next.clone()} />
        </article>
    }
}

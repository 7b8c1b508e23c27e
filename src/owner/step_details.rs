//! A step: why, the commands of the system, what their output means, where to go from there, and the configuration that
//! goes with it.

use std::rc::Rc;

use whichside_owner::Label;
use whichside_owner::response::{
    ShownCommand, ShownExample, ShownFinding, ShownFragment, ShownPiece, ShownStep,
};
use yew::prelude::*;

use super::context::SectionContext;
use super::copy_box::CopyBox;
use super::navigation::anchor;
use super::step_link::StepLinkText;

/// The properties of [`StepDetails`].
#[derive(Properties, PartialEq)]
pub(super) struct StepDetailsProps {
    /// What it is drawn with.
    pub context: SectionContext,
    /// The step.
    pub step: Rc<ShownStep>,
    /// Opened at first, or folded to its title.
    pub open: bool,
}

/// A step.
#[component]
pub(super) fn StepDetails(props: &StepDetailsProps) -> Html {
    let (context, step) = (&props.context, &props.step);
    html! {
        <li id={anchor(step.step)} data-step={step.step.id()}>
            <details open={props.open}>
                <summary><h4>{ &step.title }</h4></summary>
                <p>{ &step.why }</p>
                { for step.commands.iter().map(|each| command(context, each)) }
                if !step.findings.is_empty() {
                    <h5>{ context.text(Label::Findings) }</h5>
                    <dl class="owner-findings">
                        { for step.findings.iter().map(|each| finding(context, each)) }
                    </dl>
                }
                if !step.fragments.is_empty() {
                    <h5>{ context.text(Label::Fragments) }</h5>
                    { for step.fragments.iter().map(|each| fragment(context, each)) }
                }
                if !step.examples.is_empty() {
                    <div class="owner-examples">
                        <p>{ context.text(Label::Examples) }</p>
                        <ul>{ for step.examples.iter().map(example) }</ul>
                    </div>
                }
            </details>
        </li>
    }
}

fn command(context: &SectionContext, command: &ShownCommand) -> Html {
    let copy = html! { <CopyBox context={context.clone()} text={command.text.clone()} /> };
    if !command.changes {
        return copy;
    }
    html! {
        <div>
            <p class="owner-changes">{ context.text(Label::Changes) }</p>
            { copy }
        </div>
    }
}

fn finding(context: &SectionContext, finding: &ShownFinding) -> Html {
    html! {
        <div>
            <dt>
                if finding.printed {
                    <code dir="ltr">{ &finding.output }</code>
                } else {
                    { &finding.output }
                }
            </dt>
            <dd>
                { &finding.means }
                if let Some(link) = &finding.next {
                    <StepLinkText context={context.clone()} link={link.clone()} />
                }
            </dd>
        </div>
    }
}

fn fragment(context: &SectionContext, fragment: &ShownFragment) -> Html {
    let piece = |piece: &ShownPiece| {
        html! {
            <div>
                <p class="owner-where">{ &piece.place }</p>
                <CopyBox context={context.clone()} text={piece.text.clone()} />
            </div>
        }
    };
    html! {
        <div class="owner-fragment" data-fragment={fragment.id.clone()}>
            <h6>{ &fragment.title }</h6>
            { for fragment.pieces.iter().map(piece) }
            <p><b>{ context.text(Label::Cost) }</b>{ " " }{ &fragment.cost }</p>
        </div>
    }
}

fn example(example: &ShownExample) -> Html {
    html! { <li><code dir="ltr">{ &example.text }</code>{ " " }{ &example.meaning }</li> }
}

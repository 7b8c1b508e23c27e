//! The files: to be downloaded one by one, and the configuration to be read and copied.

use whichside_error_page::MakerLabel;
use yew::prelude::*;

use crate::components::{Button, use_translations};
use crate::error_maker::event::{Copied, Event};
use crate::error_maker::view_model::ViewModel;

/// The properties of a [`FilesSection`].
#[derive(Properties, PartialEq)]
pub struct FilesSectionProps {
    /// What is shown.
    pub model: ViewModel,
    /// Called with each event.
    pub dispatch: Callback<Event>,
}

/// The files: to be downloaded one by one, and the configuration to be read and copied.
#[component]
pub fn FilesSection(props: &FilesSectionProps) -> Html {
    let words = use_translations();
    let FilesSectionProps { model, dispatch } = props;
    let copied = |what| match model.copied {
        Some((copied, label)) if copied == what => words.text(label).to_owned(),
        Some(_) | None => String::new(),
    };
    let heading = words.text(MakerLabel::Configuration).to_owned();
    html! {
        <section class="files">
            <h2>{ words.text(MakerLabel::Result) }</h2>
            <p class="note">{ words.fill(MakerLabel::Size, &[("size", &model.size)]) }</p>
            <ul class="results" dir="ltr">
                { for model.files.iter().map(|file| html! {
                    <li key={&*file.name}>
                        <a href={file.address.clone()} download={file.name.clone()} data-file={file.name.clone()}>
                            <code>{ &file.name }</code>
                        </a>
                    </li>
                }) }
            </ul>
            <p class="row">
                <Button action="copy-page" onclick={dispatch.reform(|_| Event::CopyClicked(Copied::Page))}>
                    { words.text(MakerLabel::CopyPage) }
                </Button>
                <span role="status">{ copied(Copied::Page) }</span>
            </p>
            <h2>{ &heading }</h2>
            <pre dir="ltr" translate="no" data-configuration="" tabindex="0" role="group" aria-label={heading}>
                <code>{ &model.configuration }</code>
            </pre>
            <p class="row">
                <Button
                    action="copy-configuration"
                    onclick={dispatch.reform(|_| Event::CopyClicked(Copied::Configuration))}
                >
                    { words.text(MakerLabel::CopyConfiguration) }
                </Button>
                <span role="status">{ copied(Copied::Configuration) }</span>
            </p>
            <p class="note">{ words.text(MakerLabel::Policy) }</p>
            <pre dir="ltr" translate="no"><code>{ &model.policy }</code></pre>
        </section>
    }
}

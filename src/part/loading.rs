//! Says that something is being fetched, or that it did not come, and then offers to try again.

use whichside_diagnosis::words::{PageKey, Words};
use yew::prelude::*;

use crate::components::Button;

/// How far something is that is fetched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Progress {
    /// It was not needed yet.
    Idle,
    /// It is being fetched.
    Coming,
    /// It is here.
    Here,
    /// It did not come.
    Missing,
}

/// Says how far something is that is fetched; nothing once it is here.
pub(crate) fn loading(words: &Words, progress: Progress, retry: &Callback<()>) -> Html {
    html! {
        <div role="status">
            if progress == Progress::Coming {
                <p class="note">{ words.text(PageKey::PartComing) }</p>
            }
            if progress == Progress::Missing {
                <p class="row">
                    <span>{ words.text(PageKey::PartMissing) }</span>
                    <Button action="load" quiet=true onclick={retry.reform(|_: MouseEvent| ())}>
                        { words.text(PageKey::TryAgain) }
                    </Button>
                </p>
            }
        </div>
    }
}

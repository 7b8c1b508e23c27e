//! The invented status page, with the real widget in it: the loader makes one of the element `which-side`.

use whichside_embed::{Mode, OwnerLabel};

use super::{part, say, text};
use crate::app::view::element::{Element, classed, element};
use crate::configurator::state::State;

/// How it looks.
pub(super) fn preview(state: &State) -> Element {
    let address = state
        .page
        .good()
        .map_or("status.shop.example", |page| &page.host);
    part(state, "looks", OwnerLabel::Preview)
        .has(say("p", state, OwnerLabel::PreviewMeans).with("class", "note"))
        .has(
            classed("div", "mock")
                .with("data-preview", "")
                .with("role", "group")
                .with("data-mode", state.mode.id())
                .with_own("aria-label", text(state, OwnerLabel::Preview).to_owned())
                .has(
                    classed("p", "mock-address")
                        .with("dir", "ltr")
                        .own_text(address.to_owned()),
                )
                .has(say("p", state, OwnerLabel::MockTitle).with("class", "mock-title"))
                .has(
                    classed("div", "mock-incident")
                        .has(say("b", state, OwnerLabel::MockIncident))
                        .has(say("p", state, OwnerLabel::MockAccount)),
                )
                // Where an owner has them: the button and the box among what the page says, the badge in its corner.
                .has((state.mode != Mode::Badge).then(|| widget(state)))
                .has(
                    classed("ul", "mock-parts").each(
                        [
                            (OwnerLabel::MockWebsite, OwnerLabel::MockWorks),
                            (OwnerLabel::MockCheckout, OwnerLabel::MockFails),
                            (OwnerLabel::MockSearch, OwnerLabel::MockWorks),
                        ]
                        .map(|(name, works)| {
                            let good = works == OwnerLabel::MockWorks;
                            element("li").has(say("span", state, name)).has(
                                say("span", state, works)
                                    .with("class", if good { "chip ok" } else { "chip bad" }),
                            )
                        }),
                    ),
                )
                .has((state.mode == Mode::Badge).then(|| widget(state))),
        )
}

fn widget(state: &State) -> Element {
    // The loader speaks the language that it finds when it draws: another language of the page is another widget.
    let mut widget = element("which-side")
        .key(state.language.code())
        .with_own("target", state.shown_target().to_owned())
        .with("theme", state.theme.id())
        .with("mode", state.mode.id());
    if let Some(status) = state.status.good() {
        widget = widget.with_own("status", status.url.clone());
    }
    if let Some(lang) = state.lang {
        widget = widget.with("lang", lang.code());
    }
    widget
}

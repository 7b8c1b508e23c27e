//! Configuration to take over, with what each piece costs.

use maud::{Markup, html};
use whichside_owner::{Fragment, placeholder};

use super::prose;
use crate::language::Translate;
use crate::page::Heading;
use crate::page::blocks::shown_code;

const INTRO: &str =
    "Test every change with `nginx -t` before you load it. Change one thing at a time.";

/// The anchor of a fragment.
pub(super) fn anchor(fragment: Fragment) -> String {
    format!("fragment-{}", fragment.id())
}

pub(super) const HEADING: Heading = ("fragments", "Configuration to take over");

pub(super) fn part(language: &dyn Translate) -> Markup {
    html! {
        section.side id=(HEADING.0) {
            h3 { (language.say(HEADING.1)) }
            p { (prose(language, INTRO)) }
            @for &fragment in Fragment::ALL { (article(language, fragment)) }
        }
    }
}

fn article(language: &dyn Translate, fragment: Fragment) -> Markup {
    html! {
        article id=(anchor(fragment)) data-find {
            h4 { (prose(language, fragment.title())) }
            @for piece in fragment.pieces() {
                p.where { (prose(language, piece.place.name())) }
                (shown_code(&placeholder::with_examples(piece.text)))
            }
            dl.facts {
                div {
                    dt { (language.say("What it costs")) }
                    dd { (prose(language, fragment.cost())) }
                }
            }
        }
    }
}

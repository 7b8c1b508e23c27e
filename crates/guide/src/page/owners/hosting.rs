//! Each kind of hosting: what its owner can change there, what not, and when to move on.

use maud::{Markup, html};
use whichside_owner::Hosting;

use super::prose;
use crate::language::Translate;
use crate::page::Heading;

pub(in crate::page) const HEADING: Heading = ("hosting", "By hosting");

pub(super) fn part(language: &dyn Translate) -> Markup {
    let say = |text| language.say(text);
    html! {
        section.side id=(HEADING.0) {
            h3 { (say(HEADING.1)) }
            @for hosting in Hosting::ALL {
                article id={ "hosting-" (hosting.id()) } data-find {
                    h4 { (say(hosting.name())) }
                    dl.facts {
                        (list(language, "You can change", hosting.can()))
                        (list(language, "You can’t change or do", hosting.cannot()))
                        div {
                            dt { (say("When to move on")) }
                            dd { (prose(language, hosting.upgrade())) }
                        }
                    }
                }
            }
        }
    }
}

fn list(language: &dyn Translate, title: &'static str, points: &[&'static str]) -> Markup {
    html! {
        div {
            dt { (language.say(title)) }
            dd { ul { @for point in points { li { (prose(language, point)) } } } }
        }
    }
}

//! Each kind of hosting: what its owner can change there, what not, and when to move on.

use maud::{Markup, html};
use whichside_owner::Hosting;

use super::prose;
use crate::language::Language;

pub(super) fn part(language: &Language) -> Markup {
    let say = |text| language.say(text);
    html! {
        section.side id="hosting" {
            h3 { (say("By hosting")) }
            @for hosting in Hosting::ALL {
                article id={ "hosting-" (hosting.id()) } data-find {
                    h4 { (say(hosting.name())) }
                    dl.facts {
                        (list(language, "You can change", hosting.can()))
                        (list(language, "You can’t change", hosting.cannot()))
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

fn list(language: &Language, title: &'static str, points: &[&'static str]) -> Markup {
    html! {
        div {
            dt { (language.say(title)) }
            dd { ul { @for point in points { li { (prose(language, point)) } } } }
        }
    }
}

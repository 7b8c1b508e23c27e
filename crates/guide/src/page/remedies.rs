//! Every remedy under its public id: why, how, how long, what it may cost, what it can fix.

use maud::{Markup, html};
use whichside_diagnosis::Remedy;

use super::{Heading, how};
use crate::articles::causes;
use crate::language::Translate;
use crate::remedies::{fixes, words};
use whichside_diagnosis::words::remedy_title;

const INTRO: &str = "Do one thing at a time, and check again after each. If the site is at fault, nothing here mends it: then wait, and let our page watch. Security software is only ever off for a moment.";

pub(super) fn section(language: &dyn Translate, (id, title): Heading) -> Markup {
    html! {
        section id=(id) {
            h2 { (language.say(title)) }
            p { (language.say(INTRO)) }
            ul.jump {
                @for &remedy in Remedy::ALL {
                    li { a href={ "#" (remedy.id()) } { (language.text(remedy_title(remedy))) } }
                }
            }
            @for &remedy in Remedy::ALL { (article(language, remedy)) }
        }
    }
}

fn article(language: &dyn Translate, remedy: Remedy) -> Markup {
    let words = words(remedy);
    let say = |text| language.say(text);
    html! {
        article id=(remedy.id()) data-find {
            h3 { (language.text(remedy_title(remedy))) }
            p { (say(words.why)) }
            (how::steps_by_visitor(language, remedy))
            dl.facts {
                div { dt { (say("Takes")) } dd { (say(words.time)) } }
                div { dt { (say("What you may lose")) } dd { (say(words.loss.text())) } }
                div { dt { (say("How you know it helped")) } dd { (say(words.tells)) } }
                div {
                    dt { (say("When it helps")) }
                    dd { ul.inline {
                        @for cause in fixes(remedy) {
                            li { a href={ "#" (cause.id()) } { (say(causes::words(cause).title)) } }
                        }
                    } }
                }
            }
        }
    }
}

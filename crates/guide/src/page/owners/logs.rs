//! Log lines explained, program by program: what each means, what is likely behind it, and the step it leads to.

use maud::{Markup, html};
use whichside_owner::logs::{Pattern, Source, patterns};

use super::{anchor, prose};
use crate::language::Translate;
use crate::page::Heading;

const INTRO: &str = "Find the line that is most like yours. Times, numbers and names differ; the words in the middle do not.";

pub(in crate::page) const HEADING: Heading = ("logs", "Log lines explained");

pub(super) fn part(language: &dyn Translate) -> Markup {
    html! {
        section.side id=(HEADING.0) {
            h3 { (language.say(HEADING.1)) }
            p { (language.say(INTRO)) }
            @for source in Source::ALL.iter().copied() {
                section.logs {
                    h4 { (language.say(source.name())) }
                    @for pattern in patterns().filter(|pattern| pattern.source == source) {
                        (line(language, pattern))
                    }
                }
            }
        }
    }
}

fn line(language: &dyn Translate, pattern: &Pattern) -> Markup {
    html! {
        div.log id=(pattern.id) data-find {
            p.example { code dir="ltr" { (pattern.example) } }
            p { (prose(language, pattern.meaning)) " " (prose(language, pattern.likely)) }
            p.next { a href={ "#" (anchor(pattern.step)) } { (prose(language, pattern.step.title())) } }
        }
    }
}

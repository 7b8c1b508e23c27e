//! A remedy's steps for every browser and system: visitors with the same steps share one list, under their names.

use maud::{Markup, html};
use whichside_diagnosis::Remedy;

use crate::inline::markup;
use crate::language::Translate;
use crate::steps::{Steps, steps};
use crate::visitor::{Browser, System, Visitor};

/// More lists than this are shown in two levels, browsers first.
const FLAT: usize = 9;

/// Visitors who take the same steps.
struct Group {
    visitors: Vec<Visitor>,
    steps: Steps,
}

pub(super) fn steps_by_visitor(language: &dyn Translate, remedy: Remedy) -> Markup {
    let groups = groups(remedy, everybody());
    html! {
        @if let [only] = groups.as_slice() {
            (list(language, &only.steps))
        } @else if groups.len() <= FLAT {
            @for group in &groups {
                details {
                    summary { (name(language, &group.visitors)) }
                    (list(language, &group.steps))
                }
            }
        } @else {
            @for browser in browsers() {
                @let those: Vec<Visitor> = everybody().into_iter().filter(|visitor| visitor.browser == browser).collect();
                details {
                    summary { (browsers_name(language, &[browser])) }
                    @for group in self::groups(remedy, those) {
                        p.where { (systems_name(language, &systems(&group.visitors))) }
                        (list(language, &group.steps))
                    }
                }
            }
        }
    }
}

fn list(language: &dyn Translate, steps: &[&'static str]) -> Markup {
    html! {
        ol.steps { @for step in steps { li { (markup(language.say(step))) } } }
    }
}

/// Whoever may come: every pair that exists, and those whose browser or system is unknown.
fn everybody() -> Vec<Visitor> {
    Visitor::grid()
        .filter(|visitor| match (visitor.browser, visitor.system) {
            (Some(browser), Some(system)) => browser.runs_on(system),
            // The menus of a known browser on an unknown system are those of an unknown one.
            (Some(_), None) => false,
            (None, Some(_) | None) => true,
        })
        .collect()
}

fn browsers() -> impl Iterator<Item = Option<Browser>> {
    Browser::ALL.iter().copied().map(Some).chain([None])
}

fn groups(remedy: Remedy, visitors: Vec<Visitor>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for visitor in visitors {
        let steps = steps(remedy, visitor);
        match groups.iter_mut().find(|group| group.steps == steps) {
            Some(group) => group.visitors.push(visitor),
            None => groups.push(Group {
                visitors: vec![visitor],
                steps,
            }),
        }
    }
    groups
}

/// Systems, none for all there are, and the browsers that share the steps on them.
type Part = (Vec<Option<System>>, Vec<Option<Browser>>);

/// The names of visitors with the same steps: their systems alone where all browsers on them are in the group, otherwise
/// each browser, with its systems where not all of them are.
fn name(language: &dyn Translate, visitors: &[Visitor]) -> String {
    let systems = systems(visitors);
    let whole = everybody()
        .into_iter()
        .filter(|visitor| systems.contains(&visitor.system))
        .all(|visitor| visitors.contains(&visitor));
    if whole {
        return systems_name(language, &systems);
    }
    let mut parts: Vec<Part> = Vec::new();
    for browser in browsers() {
        let its: Vec<Visitor> = visitors
            .iter()
            .copied()
            .filter(|visitor| visitor.browser == browser)
            .collect();
        if its.is_empty() {
            continue;
        }
        let every = everybody()
            .iter()
            .filter(|visitor| visitor.browser == browser)
            .count();
        let on = if its.len() == every {
            Vec::new()
        } else {
            self::systems(&its)
        };
        match parts.iter_mut().find(|(systems, _)| *systems == on) {
            Some((_, browsers)) => browsers.push(browser),
            None => parts.push((on, vec![browser])),
        }
    }
    let parts: Vec<String> = parts
        .into_iter()
        .map(|(systems, browsers)| {
            let browsers = browsers_name(language, &browsers);
            if systems.is_empty() {
                browsers
            } else {
                let systems = systems_name(language, &systems);
                format!("{browsers} · {systems}")
            }
        })
        .collect();
    parts.join("; ")
}

fn systems(visitors: &[Visitor]) -> Vec<Option<System>> {
    let mut systems: Vec<Option<System>> = visitors.iter().map(|visitor| visitor.system).collect();
    // The unknown one last.
    systems.sort_by_key(|system| (system.is_none(), *system));
    systems.dedup();
    systems
}

fn systems_name(language: &dyn Translate, systems: &[Option<System>]) -> String {
    match systems {
        [None] => language.say("Other systems").to_owned(),
        _ => joined(
            language,
            systems
                .iter()
                .map(|system| language.say(system.map_or("other systems", System::name))),
        ),
    }
}

fn browsers_name(language: &dyn Translate, browsers: &[Option<Browser>]) -> String {
    match browsers {
        [None] => language.say("Other browsers").to_owned(),
        _ => joined(
            language,
            browsers.iter().map(|browser| {
                browser.map_or_else(|| language.say("other browsers"), |browser| browser.name())
            }),
        ),
    }
}

fn joined<'a>(language: &dyn Translate, names: impl Iterator<Item = &'a str>) -> String {
    names.collect::<Vec<_>>().join(language.say(", "))
}

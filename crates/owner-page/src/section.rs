//! The section: what is shown, and what its owner does there. Drawn once for each finished check; what stands in its boxes
//! outlives a new check and a new language.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::Function;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, Event, HtmlElement, HtmlTextAreaElement, window};
use whichside_owner::{Label, Step};

use crate::choice::{self, Choice};
use crate::copying;
use crate::dom::{El, button, classed, el, fill, within};
use crate::facts::Facts;
use crate::words::Words;
use crate::{mistakes, pasted, sheet, step, understood};

/// How long typing has to rest before a box is read, in milliseconds: to the eye, at once after pasting.
const REST: i32 = 250;
/// How long the page says beside a button that something was copied, in milliseconds.
const SAID: i32 = 4_000;

/// What is shown, and where.
struct Section {
    place: Element,
    facts: Facts,
    words: Rc<Words>,
    language: String,
}

thread_local! {
    static SHOWN: RefCell<Option<Rc<Section>>> = const { RefCell::new(None) };
    /// Counts openings: one that comes late is overtaken by the next.
    static TURN: Cell<u32> = const { Cell::new(0) };
    /// Counts what is typed or pasted.
    static TYPED: Cell<u32> = const { Cell::new(0) };
    static LISTENER: Closure<dyn FnMut(Event)> = Closure::new(heard);
}

fn shown() -> Option<Rc<Section>> {
    SHOWN.with_borrow(Clone::clone)
}

fn next_turn() -> u32 {
    let turn = TURN.get().wrapping_add(1);
    TURN.set(turn);
    turn
}

/// Shows the section in a place: for a cause by its public name, the status or nought, the verdict's fingerprint or nothing,
/// the host, and the page's language. Called again, it follows what changed.
#[wasm_bindgen]
pub async fn open(
    place: Element,
    cause: String,
    status: u16,
    server: String,
    host: String,
    language: String,
) {
    let turn = next_turn();
    let facts = Facts::read(&cause, status, &server, &host);
    let known = shown().filter(|shown| shown.place == place && shown.language == language);
    let words = match known {
        Some(known) => Rc::clone(&known.words),
        None => {
            sheet::arrives().await;
            Rc::new(Words::fetched(&language).await)
        }
    };
    if turn == TURN.get() {
        draw(place, facts, words, language);
    }
}

/// Shows the section in words that are here already.
pub fn draw(place: Element, facts: Facts, words: Rc<Words>, language: String) {
    let before = shown();
    let section = Rc::new(Section {
        place,
        facts,
        words,
        language,
    });
    SHOWN.set(Some(Rc::clone(&section)));
    match before.filter(|before| before.place == section.place) {
        Some(before) if before.language == section.language => {
            if before.facts != section.facts {
                section.follow();
            }
        }
        Some(_) => {
            let pasted = Paste::ALL.map(|each| section.pasted(each));
            section.whole();
            for (each, text) in Paste::ALL.into_iter().zip(pasted) {
                if let Some(area) = section.area(each) {
                    area.set_value(&text);
                }
            }
            section.follow();
        }
        None => {
            LISTENER.with(|listener| {
                for kind in ["click", "change", "input"] {
                    let _ = section
                        .place
                        .add_event_listener_with_callback(kind, listener.as_ref().unchecked_ref());
                }
            });
            section.whole();
        }
    }
}

/// A box to paste into.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Paste {
    Log,
    Config,
}

impl Paste {
    const ALL: [Paste; 2] = [Paste::Log, Paste::Config];

    /// The id of its field.
    const fn id(self) -> &'static str {
        match self {
            Paste::Log => "owner-log",
            Paste::Config => "owner-config",
        }
    }

    const fn title(self) -> Label {
        match self {
            Paste::Log => Label::Log,
            Paste::Config => Label::Config,
        }
    }

    const fn hint(self) -> Label {
        match self {
            Paste::Log => Label::LogHint,
            Paste::Config => Label::ConfigHint,
        }
    }

    fn of(id: &str) -> Option<Paste> {
        Paste::ALL.into_iter().find(|each| each.id() == id)
    }
}

impl Section {
    fn whole(&self) {
        let words = &*self.words;
        // English words stand in a page of another language where that one's are missing.
        if words.is_translated() || self.language == "en" {
            let _ = self.place.remove_attribute("lang");
            let _ = self.place.remove_attribute("dir");
        } else {
            let _ = self.place.set_attribute("lang", "en");
            let _ = self.place.set_attribute("dir", "ltr");
        }
        let choice = Choice::kept();
        fill(
            &self.place,
            [
                el("p").text(&words.label(Label::Intro)),
                choice::menus(words, choice),
                el("div").with("data-part", "possible"),
                el("h3").text(&words.label(Label::Steps)),
                classed("ol", "owner-steps").with("data-part", "steps"),
                el("div").with("data-part", "others"),
                self.paste(Paste::Log),
                self.paste(Paste::Config),
                classed("p", "unseen")
                    .with("role", "status")
                    .with("data-part", "status"),
            ],
        );
        self.show_steps(choice);
    }

    /// What depends on the facts, drawn anew.
    fn follow(&self) {
        self.show_steps(Choice::made(&self.place));
        for each in Paste::ALL {
            self.read(each);
        }
    }

    fn show_steps(&self, choice: Choice) {
        let (words, facts) = (&*self.words, &self.facts);
        let steps = facts.steps(choice.hosting);
        if let Some(possible) = self.part("possible") {
            fill(&possible, [choice::possible(words, choice.hosting)]);
        }
        if let Some(others) = self.part("others") {
            fill(&others, []);
        }
        if let Some(list) = self.part("steps") {
            fill(
                &list,
                steps
                    .iter()
                    .enumerate()
                    .map(|(at, each)| step::step(words, facts, choice, *each, at == 0)),
            );
        }
        self.announce(&words.count(Label::StepsShown, steps.len()));
    }

    fn paste(&self, each: Paste) -> El {
        let words = &*self.words;
        let (id, hint) = (each.id(), [each.id(), "-hint"].concat());
        classed("section", "owner-paste")
            .has(el("h3").has(el("label").with("for", id).text(&words.label(each.title()))))
            .has(
                classed("p", "note")
                    .with("id", &hint)
                    .text(&words.label(each.hint())),
            )
            .has(
                el("textarea")
                    .with("id", id)
                    .with("rows", "6")
                    .with("dir", "ltr")
                    .with("spellcheck", "false")
                    .with("autocomplete", "off")
                    .with("autocapitalize", "off")
                    .with("aria-describedby", &hint),
            )
            .has(
                classed("p", "row")
                    .has(button("clear", &words.label(Label::Clear)).with("data-box", id)),
            )
            .has(el("div").with("data-part", &[id, "-results"].concat()))
    }

    /// Reads a box, and shows what there is to say about it.
    fn read(&self, each: Paste) {
        let (words, facts) = (&*self.words, &self.facts);
        let Some(results) = self.part(&[each.id(), "-results"].concat()) else {
            return;
        };
        let text = self.pasted(each);
        if text.trim().is_empty() {
            fill(&results, []);
            return;
        }
        let sentence = match each {
            Paste::Log => {
                let log = pasted::log(&text);
                fill(&results, understood::explanations(words, facts, &log));
                understood::sentence(words, &log)
            }
            Paste::Config => {
                let config = pasted::config(&text);
                fill(&results, mistakes::mistakes(words, facts, config.as_ref()));
                mistakes::sentence(words, config.as_ref())
            }
        };
        self.announce(&sentence);
    }

    fn clear(&self, each: Paste) {
        if let Some(area) = self.area(each) {
            area.set_value("");
            self.read(each);
            let _ = area.focus();
        }
        self.announce(&self.words.label(Label::Cleared));
    }

    /// Goes to a step. One that is not among those for this check is shown below them.
    fn go_to(&self, step: Step) {
        let selector = ["#", &step::anchor(step), " > details"].concat();
        if within::<Element>(&self.place, &selector).is_none() {
            self.add(step);
        }
        let Some(body) = within::<Element>(&self.place, &selector) else {
            return;
        };
        let _ = body.set_attribute("open", "");
        if let Some(title) = within::<HtmlElement>(&body, "summary") {
            let _ = title.focus();
            title.scroll_into_view();
        }
    }

    fn add(&self, step: Step) {
        let (words, choice) = (&*self.words, Choice::made(&self.place));
        let Some(others) = self.part("others") else {
            return;
        };
        if within::<Element>(&others, "ul").is_none() {
            el("h3")
                .text(&words.label(Label::Others))
                .into_place(Some(&others));
            classed("ul", "owner-steps").into_place(Some(&others));
        }
        step::step(words, &self.facts, choice, step, true)
            .into_place(within(&others, "ul").as_ref());
    }

    fn announce(&self, text: &str) {
        if let Some(status) = self.part("status") {
            status.set_text_content(Some(text));
        }
    }

    fn part(&self, name: &str) -> Option<Element> {
        within(&self.place, &["[data-part=\"", name, "\"]"].concat())
    }

    fn area(&self, each: Paste) -> Option<HtmlTextAreaElement> {
        within(&self.place, &["#", each.id()].concat())
    }

    fn pasted(&self, each: Paste) -> String {
        self.area(each)
            .map_or_else(String::new, |area| area.value())
    }
}

/// Something happened in the section.
fn heard(event: Event) {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    let (Some(section), Some(target)) = (shown(), target) else {
        return;
    };
    match event.type_().as_str() {
        "click" => clicked(&section, &event, &target),
        "change" if target.matches("select").unwrap_or(false) => {
            let choice = Choice::made(&section.place);
            choice.keep();
            choice::follow(&section.place, choice);
            section.show_steps(choice);
        }
        "input" => {
            if let Some(each) = Paste::of(&target.id()) {
                rest_then_read(each);
            }
        }
        _ => {}
    }
}

fn clicked(section: &Rc<Section>, event: &Event, target: &Element) {
    let nearest = |selector| target.closest(selector).ok().flatten();
    if let Some(link) = nearest("[data-to]") {
        event.prevent_default();
        let to = link.get_attribute("data-to").unwrap_or_default();
        if let Some(step) = Step::ALL.iter().find(|step| step.id() == to) {
            section.go_to(*step);
        }
    } else if let Some(clear) = nearest("[data-action=\"clear\"]") {
        let named = clear.get_attribute("data-box").unwrap_or_default();
        if let Some(each) = Paste::of(&named) {
            section.clear(each);
        }
    } else if let Some(copy) = nearest("[data-action=\"copy\"]") {
        let section = Rc::clone(section);
        spawn_local(async move {
            if let Some(said) = copying::copy(&copy).await {
                say_beside(&section, &copy, said);
            }
        });
    }
}

/// Says beside a button what came of it, for a while.
fn say_beside(section: &Section, button: &Element, label: Label) {
    let said = section.words.label(label);
    section.announce(&said);
    let Some(beside) = button.parent_element() else {
        return;
    };
    let _ = beside.set_attribute("data-said", &said);
    after(SAID, move || {
        let _ = beside.remove_attribute("data-said");
    });
}

/// Reads a box once typing rests. Two boxes are never typed into at once.
fn rest_then_read(each: Paste) {
    let typed = TYPED.get().wrapping_add(1);
    TYPED.set(typed);
    after(REST, move || {
        if typed == TYPED.get()
            && let Some(section) = shown()
        {
            section.read(each);
        }
    });
}

fn after(milliseconds: i32, then: impl FnOnce() + 'static) {
    let then: Function = Closure::once_into_js(then).unchecked_into();
    if let Some(window) = window() {
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&then, milliseconds);
    }
}

//! The thin shell around the reducer: tells it the moment and performs its effects. It decides nothing. The page and the
//! widget each have one.

use std::rc::Rc;

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{HtmlElement, Notification, NotificationOptions, NotificationPermission, Window};
use whichside_diagnosis::Millis;
use whichside_diagnosis::words::Language;
use yew::Callback;

use super::event::{Effect, Event, Format, Moment, Place};
use super::file;
use super::frame::{self, Frame};
use super::owner;
use super::state::State;
use crate::probe::{Prober, parse_url};

/// Performs the reducer's effects in this browser.
pub(crate) struct Shell {
    /// Where the browser's events go.
    tell: Callback<Event>,
    prober: Prober,
    /// Where the focus goes once the page is drawn.
    focus: Option<Place>,
    /// What stands around the app.
    frame: Frame,
    /// Writes the report.
    report: Report,
}

/// Writes a report of a state; none where there is none to write. The page has reports, the widget does without their weight.
pub(crate) type Report = fn(&State, Format) -> Option<String>;

/// The moment, as the reducer is told it; nothing happens where there is no window.
pub(crate) fn now<T>(happens: impl FnOnce(&Moment) -> T) -> Option<T> {
    let window = web_sys::window()?;
    let time = String::from(js_sys::Date::new_0().to_iso_string());
    let own_host = window.location().host().unwrap_or_default();
    Some(happens(&Moment {
        now: Millis(window.performance().map_or(0.0, |clock| clock.now()) as u32),
        time: &time,
        hour: (js_sys::Date::now() / 3_600_000.0) as u32,
        random: js_sys::Math::random(),
        own_host: &own_host,
        parse: &parse_url,
    }))
}

impl Shell {
    /// A shell with nothing under way.
    pub(crate) fn new(tell: Callback<Event>, report: Report) -> Shell {
        Shell {
            tell,
            prober: Prober::new(),
            focus: None,
            frame: Frame::found(),
            report,
        }
    }

    /// Once something was drawn: the tab's title, and the focus.
    pub(crate) fn drawn(&mut self, title: &str) {
        let document = web_sys::window().and_then(|window| window.document());
        if let Some(document) = document {
            if document.title() != title {
                document.set_title(title);
            }
            if let Some(place) = self.focus.take()
                && let Some(place) = document.get_element_by_id(place.id())
                && let Ok(place) = place.dyn_into::<HtmlElement>()
            {
                let _ = place.focus();
            }
        }
    }

    /// Performs an effect of this state.
    pub(crate) fn perform(&mut self, state: &State, effect: Effect) {
        let Some(window) = web_sys::window() else {
            return;
        };
        let tell = self.tell.clone();
        match effect {
            Effect::EndProbes => self.prober.cancel(),
            Effect::Start { run, asks } => {
                let report = Rc::new(move |probe, outcome| {
                    tell.emit(Event::Observed {
                        run,
                        probe,
                        outcome,
                    });
                });
                for ask in asks {
                    self.prober.start(ask, report.clone());
                }
            }
            Effect::Wake { turn, after } => {
                let wake = Closure::once_into_js(move || tell.emit(Event::Woke(turn)));
                let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(
                    wake.unchecked_ref(),
                    i32::try_from(after.0).unwrap_or(i32::MAX),
                );
            }
            Effect::Copy(format) => {
                let Some(text) = (self.report)(state, format) else {
                    return;
                };
                let copying = window.navigator().clipboard().write_text(&text);
                spawn_local(async move {
                    tell.emit(Event::CopyEnded(JsFuture::from(copying).await.is_ok()));
                });
            }
            Effect::AskToNotify => ask_to_notify(tell),
            Effect::Notify { title, body } => {
                let options = NotificationOptions::new();
                options.set_body(&body);
                // Some phones allow notifications from service workers only; the title says it there.
                let _ = Notification::new_with_options(&title, &options);
            }
            // Where nothing may be kept, nothing is.
            Effect::Keep(text) => {
                let _ = kept(&window).map(|storage| storage.set_item(KEPT_AS, &text));
            }
            Effect::Fetch(language) => {
                // It stays for as long as the page does, so that views can hand out its sentences as they are; a visit has
                // few of them.
                let came = |language, file: Option<String>| {
                    Event::Worded(language, file.map(|file| &*file.leak()))
                };
                fetch(tell, language, frame::file(language), came);
            }
            Effect::Instruct(language) => {
                let name = ["remedies/", language.code(), ".json"].concat();
                fetch(tell, language, Some(name), Event::Instructed);
            }
            Effect::Speak => self.frame.speak(&state.words),
            Effect::KeepLanguage(language) => {
                let _ = kept(&window).map(|storage| storage.set_item(LANGUAGE, language.code()));
            }
            Effect::ShowOwner => owner::show(state, tell),
            Effect::Focus(place) => self.focus = Some(place),
        }
    }
}

/// Fetches a file of ours in a language, and reports what came of it.
fn fetch(
    tell: Callback<Event>,
    language: Language,
    name: Option<String>,
    came: fn(Language, Option<String>) -> Event,
) {
    spawn_local(async move { tell.emit(came(language, file::text(name).await)) });
}

fn ask_to_notify(tell: Callback<Event>) {
    // Absent in private windows and in some browsers: then the tab's title is all there is.
    let present = js_sys::Reflect::has(&js_sys::global(), &"Notification".into()).unwrap_or(false);
    let Some(answer) = present
        .then(Notification::request_permission)
        .and_then(Result::ok)
    else {
        return;
    };
    spawn_local(async move {
        let granted = JsFuture::from(answer).await.is_ok()
            && Notification::permission() == NotificationPermission::Granted;
        tell.emit(Event::MayNotify(granted));
    });
}

/// The name under which earlier failures are kept.
pub(super) const KEPT_AS: &str = "failures";
/// The name under which the language is kept.
pub(crate) const LANGUAGE: &str = "language";

/// The browser's storage for this page; a private window may have none.
pub(crate) fn kept(window: &Window) -> Option<web_sys::Storage> {
    window.local_storage().ok()?
}

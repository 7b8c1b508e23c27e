//! The thin shell around the reducer: performs its effects in this browser and reports back. It decides nothing. The page
//! and the widget each have one.

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Notification, NotificationOptions, NotificationPermission};
use yew::Callback;

use super::event::{Effect, Event, FocusTarget};
use super::frame::Frame;
use super::state::State;
use crate::browser::storage::{self, Key};
use crate::browser::turn::Turn;
use crate::browser::{document, file};
use crate::probe::Prober;

/// Performs the reducer's effects in this browser.
pub(crate) struct Shell {
    /// Takes what comes of the effects.
    dispatch: Callback<Event>,
    prober: Prober,
    /// The turn to look, of a watch.
    turn: Option<Turn>,
    /// Where the focus goes once the page is drawn.
    focus: Option<FocusTarget>,
    /// What stands around the app.
    frame: Frame,
}

impl Shell {
    /// A shell with nothing under way.
    pub(crate) fn new(dispatch: Callback<Event>) -> Shell {
        Shell {
            dispatch,
            prober: Prober::new(),
            turn: None,
            focus: None,
            frame: Frame::found(),
        }
    }

    /// Once the page was drawn: sets its title, and moves the focus where an effect asked for it.
    pub(crate) fn rendered(&mut self, title: &str) {
        document::set_title(title);
        if let Some(place) = self.focus.take() {
            document::focus(place.id());
        }
    }

    /// Performs an effect of this state.
    pub(crate) fn perform(&mut self, state: &State, effect: Effect) {
        let dispatch = self.dispatch.clone();
        match effect {
            Effect::EndProbes => self.prober.cancel(),
            Effect::StartProbes { run, asks } => {
                let report = Rc::new(move |probe, outcome| {
                    dispatch.emit(Event::Observed {
                        run,
                        probe,
                        outcome,
                    });
                });
                for ask in asks {
                    self.prober.start(ask, report.clone());
                }
            }
            Effect::StartTimer { turn, after } => {
                Timeout::new(u32::try_from(after.0).unwrap_or(u32::MAX), move || {
                    dispatch.emit(Event::TimerFired(turn))
                })
                .forget();
            }
            Effect::AwaitTurn(target) => {
                let back = self.dispatch.clone();
                self.turn = Some(Turn::await_for(
                    &target,
                    move || dispatch.emit(Event::TurnCame),
                    move || back.emit(Event::BackElsewhere),
                ));
            }
            Effect::GiveTurnUp => self.turn = None,
            Effect::TellBack => {
                if let Some(turn) = &self.turn {
                    turn.tell_back();
                }
            }
            Effect::RequestNotifications => ask_to_notify(dispatch),
            Effect::Notify { title, body } => {
                let options = NotificationOptions::new();
                options.set_body(&body);
                // Some phones allow notifications from service workers only; the title says it there.
                let _ = Notification::new_with_options(&title, &options);
            }
            Effect::SaveHistory(text) => storage::set(Key::Failures, &text),
            Effect::FetchLanguage(language) => spawn_local(async move {
                dispatch.emit(Event::LanguageLoaded(
                    language,
                    file::language(language).await,
                ));
            }),
            Effect::ShowLanguage => self.frame.speak(&state.language.words),
            Effect::SaveLanguage(language) => storage::set(Key::Language, language.code()),
            Effect::SaveOnlyHere(only) => {
                storage::set(Key::OnlyHere, if only { "yes" } else { "" });
            }
            Effect::Focus(place) => self.focus = Some(place),
        }
    }
}

fn ask_to_notify(dispatch: Callback<Event>) {
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
        dispatch.emit(Event::NotificationsAllowed(granted));
    });
}

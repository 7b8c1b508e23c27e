//! Elements of the page, put together by calls.
//!
//! Yew's macro writes an element out in full wherever one stands, and the views weighed as much as the inference. A call for
//! each attribute and child weighs a third of it. What the page consists of is the views' business.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use whichside_diagnosis::words::{PageKey, Words};
use yew::Callback;
use yew::virtual_dom::{AttrValue, Key, Listener, ListenerKind, VList, VNode, VTag, VText};

/// An element that is being put together.
pub(crate) struct Element(Box<VTag>);

/// An element of this name.
#[inline(never)]
pub(crate) fn element(name: &'static str) -> Element {
    Element(Box::new(VTag::new(AttrValue::Static(name))))
}

/// An element of this name and class.
#[inline(never)]
pub(crate) fn classed(name: &'static str, class: &'static str) -> Element {
    element(name).with("class", class)
}

impl Element {
    /// With an attribute.
    #[inline(never)]
    pub(crate) fn with(self, name: &'static str, value: &str) -> Element {
        self.with_own(name, value.to_owned())
    }

    /// With an attribute whose value was made up just now.
    #[inline(never)]
    pub(crate) fn with_own(mut self, name: &'static str, value: String) -> Element {
        self.0.add_attribute(name, AttrValue::Rc(value.into()));
        self
    }

    /// Told from its neighbours by this key.
    #[inline(never)]
    pub(crate) fn key(mut self, key: &str) -> Element {
        self.0.key = Some(Key::from(key));
        self
    }

    /// An input with what stands in it.
    pub(crate) fn holding(mut self, value: String) -> Element {
        self.0.set_value(value);
        self
    }

    /// A checkbox, ticked or not.
    pub(crate) fn ticked(mut self, ticked: bool) -> Element {
        self.0.set_checked(ticked);
        self
    }

    /// An option of a menu, picked or not. As a property: an attribute says nothing any more once somebody has picked.
    pub(crate) fn picked(mut self, picked: bool) -> Element {
        self.0.add_property("selected", picked);
        self
    }

    /// With a child. One that may be absent leaves its place, so that its neighbours keep theirs.
    #[inline(never)]
    pub(crate) fn has(self, child: impl Into<Option<Element>>) -> Element {
        self.node(child.into().map_or_else(VNode::default, Element::done))
    }

    /// With a list of children.
    pub(crate) fn each(self, children: impl IntoIterator<Item = Element>) -> Element {
        let mut list = VList::new();
        for child in children {
            list.add_child(child.done());
        }
        self.node(VNode::from(list))
    }

    /// With a text.
    #[inline(never)]
    pub(crate) fn text(self, text: &str) -> Element {
        self.own_text(text.to_owned())
    }

    /// With a sentence of the page.
    #[inline(never)]
    pub(crate) fn say(self, words: &Words, key: PageKey) -> Element {
        self.text(words.text(key))
    }

    /// Named for readers by a sentence of the page.
    #[inline(never)]
    pub(crate) fn labelled(self, words: &Words, key: PageKey) -> Element {
        self.with("aria-label", words.text(key))
    }

    /// With a text that was made up just now.
    #[inline(never)]
    pub(crate) fn own_text(self, text: String) -> Element {
        self.node(VText::new(AttrValue::Rc(text.into())).into())
    }

    #[inline(never)]
    fn node(mut self, child: VNode) -> Element {
        self.0.add_child(child);
        self
    }

    /// Reporting something when it happens to it.
    #[inline(never)]
    pub(crate) fn on<E: 'static>(
        mut self,
        kind: Kind,
        link: &Callback<E>,
        tell: Tell<E>,
    ) -> Element {
        let link = link.clone();
        self.0.add_listener(Rc::new(Heard { kind, link, tell }));
        self
    }

    /// The element.
    #[inline(never)]
    pub(crate) fn done(self) -> VNode {
        VNode::VTag(Rc::new(*self.0))
    }
}

/// What happened, by what the browser says.
pub(crate) type Tell<E> = Box<dyn Fn(&web_sys::Event) -> Option<E>>;

/// A kind of event. A function, since Yew's type is an enum of a hundred that is large to copy.
pub(crate) type Kind = fn() -> ListenerKind;

struct Heard<E> {
    kind: Kind,
    link: Callback<E>,
    tell: Tell<E>,
}

impl<E> Listener for Heard<E> {
    fn kind(&self) -> ListenerKind {
        (self.kind)()
    }

    fn handle(&self, event: web_sys::Event) {
        if let Some(event) = (self.tell)(&event) {
            self.link.emit(event);
        }
    }

    fn passive(&self) -> bool {
        false
    }
}

/// The input that something happened to, for events that only inputs have.
pub(crate) fn input_of(event: &web_sys::Event) -> Option<HtmlInputElement> {
    Some(event.target()?.unchecked_into())
}

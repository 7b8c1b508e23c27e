//! The turn to look, by the browser's own locks and channels: one holder at a time, passed on when it is given up, and a word to
//! all that wait.

#![cfg(target_arch = "wasm32")]

mod common;

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use whichside::browser::turn::Turn;

use common::until;

wasm_bindgen_test_configure!(run_in_browser);

/// A turn, and how often it came and how often the others told that the site is back.
fn tab(target: &str) -> (Turn, Rc<Cell<u32>>, Rc<Cell<u32>>) {
    let (came, back) = (Rc::new(Cell::new(0)), Rc::new(Cell::new(0)));
    let count = |of: &Rc<Cell<u32>>| {
        let of = Rc::clone(of);
        move || of.set(of.get() + 1)
    };
    let turn = Turn::await_for(target, count(&came), count(&back));
    (turn, came, back)
}

#[wasm_bindgen_test]
async fn one_tab_has_the_turn_until_it_gives_it_up() {
    let (one, one_came, _) = tab("https://shop.example/");
    until("it", || one_came.get() == 1).await;
    let (_other, other_came, other_back) = tab("https://shop.example/");
    // Another target is another turn.
    let (_elsewhere, elsewhere_came, elsewhere_back) = tab("https://news.example/");
    until("it", || elsewhere_came.get() == 1).await;
    assert_eq!(other_came.get(), 0);
    one.tell_back();
    until("it", || other_back.get() == 1).await;
    assert_eq!(elsewhere_back.get(), 0);
    drop(one);
    until("it", || other_came.get() == 1).await;
}

#[wasm_bindgen_test]
async fn a_turn_that_is_no_longer_awaited_does_not_come() {
    let (one, one_came, _) = tab("https://quiet.example/");
    until("it", || one_came.get() == 1).await;
    let (waiting, waiting_came, _) = tab("https://quiet.example/");
    drop(waiting);
    drop(one);
    let (_third, third_came, _) = tab("https://quiet.example/");
    until("it", || third_came.get() == 1).await;
    assert_eq!(waiting_came.get(), 0);
}

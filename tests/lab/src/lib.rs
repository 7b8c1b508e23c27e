//! The lab: a small internet on one machine, broken in a named way, and the shipped page opened in a
//! real browser in it.
//!
//! For every fault, in every engine and setting asked for, its program starts itself again inside fresh
//! namespaces (`whichside-harness`). There it builds the world ([`world`]), breaks it ([`breakage`]), lets the browser check the target
//! ([`visit`]) and hands back what it saw. Out here the result is judged ([`judge`]), shown ([`table`]),
//! counted ([`tally`]) and written down ([`record`], [`report`], [`recordings`]). It knows nothing of the page's
//! code: only the page's public contract, and the library's list of causes.
//!
//! As a library it lends its internet to other tests, which may bring hosts of their own ([`extra_host`]).

pub mod addresses;
pub mod arguments;
pub mod breakage;
pub mod broken;
pub mod dns;
pub mod egress;
pub mod extension;
pub mod extra_host;
pub mod fault;
pub mod judge;
pub mod link;
pub mod nginx;
pub mod record;
pub mod recordings;
pub mod report;
pub mod run;
pub mod standins;
pub mod table;
pub mod tally;
pub mod target_site;
pub mod unit;
pub mod visit;
pub mod visitor;
pub mod world;

//! Lines of nginx's error log, by what nginx was doing.

mod answer;
mod connect;
mod files;
mod start;
mod visitors;

use crate::logs::Pattern;

pub(super) const TABLES: &[&[Pattern]] = &[
    connect::CONNECT,
    answer::ANSWER,
    files::FILES,
    start::START,
    start::START_CERTIFICATES,
    visitors::VISITORS,
    visitors::VISITOR_REQUESTS,
];

//! Lines of nginx's error log, by what nginx was doing.

mod answer;
mod certificates;
mod connect;
mod files;
mod requests;
mod start;
mod visitors;

use crate::logs::Pattern;

pub(super) const TABLES: &[&[Pattern]] = &[
    connect::CONNECT,
    answer::ANSWER,
    files::FILES,
    start::START,
    certificates::CERTIFICATES,
    visitors::VISITORS,
    requests::REQUESTS,
];

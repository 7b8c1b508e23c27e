//! Three sites that failed, each in the way its kind does.

use super::{Article, Block};

pub(super) const ARTICLE: Article = Article {
    id: "examples",
    title: "Three examples",
    blocks: &[
        Block::Part {
            id: "flash-sale",
            title: "A shop’s flash sale",
            blocks: &[
                Block::Text(
                    "At noon a shop opens a sale, and forty times the usual visitors come at once. All PHP workers wait for the database. New requests queue, and nginx answers 502 or 504 to most of them.",
                ),
                Block::Text(
                    "Visitors see the error come and go: [some requests fail](#intermittent). Loading again and again makes the queue longer. Waiting helps, and so does the watch.",
                ),
                Block::Text(
                    "For the owner: cached pages for everybody who is not signed in, a queue page, more workers and database connections before the sale, and a load test a week ahead.",
                ),
            ],
        },
        Block::Part {
            id: "streaming-peak",
            title: "A streaming service at the final",
            blocks: &[
                Block::Text(
                    "A match goes to penalties, and a million people press play in the same minute. Each holds a connection open. The application servers run out of them, and the load balancer finds no healthy one left.",
                ),
                Block::Text(
                    "Visitors in some countries are well, others are not: regions fail apart. Our outside vantages name them.",
                ),
                Block::Text(
                    "For the owner: content from a CDN, limits on connections for each server, autoscaling that starts before the match, and a plain answer 503 for those above the limit.",
                ),
            ],
        },
        Block::Part {
            id: "small-server",
            title: "A start-up on a small server",
            blocks: &[
                Block::Text(
                    "A new company runs application, database and nginx on one server with 1 GB of memory. A newspaper links to it. Memory runs out, the system ends the largest program, and that is the application: [bad gateway](#bad-gateway) until somebody restarts it.",
                ),
                Block::Text(
                    "It comes back for ten minutes and falls again. The kernel’s log says “Out of memory: Killed process”.",
                ),
                Block::Text(
                    "For the owner: fewer PHP workers than memory allows, a page cache, restart by itself, then a larger server. Often one setting copied from a forum, such as a port or a timeout, was wrong as well.",
                ),
            ],
        },
    ],
};

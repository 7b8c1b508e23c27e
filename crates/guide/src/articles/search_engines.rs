//! What an outage does to search results and to the business, and the right way to announce planned work.

use super::{Article, Block};

pub(super) const ARTICLE: Article = Article {
    id: "search-engines",
    title: "Search engines, visitors and planned work",
    blocks: &[
        Block::Part {
            id: "seo",
            title: "What search engines do with errors",
            blocks: &[
                Block::Terms(&[
                    (
                        "In the first hours",
                        "Crawlers take any 5xx number for a passing trouble. They come less often, and pages keep their places.",
                    ),
                    (
                        "After a day or more",
                        "They slow down further, for the whole site. New and changed pages are found late.",
                    ),
                    (
                        "After several days",
                        "Pages that go on failing are dropped from the results. They come back after they answer again, page by page.",
                    ),
                    (
                        "Now and then",
                        "Single errors do no harm. Many over weeks make a site look unreliable and slow its crawling.",
                    ),
                ]),
                Block::Text(
                    "An error page must carry an error number. A page that says “sorry” with the number 200 is taken for the content, and replaces your pages in the results. Do not answer with 404 or 403 either: they mean that the page is gone or closed.",
                ),
            ],
        },
        Block::Part {
            id: "retry-after",
            title: "Planned work: 503 and Retry-After",
            blocks: &[
                Block::Text(
                    "During planned work, answer every address with 503 and say when to come back. Crawlers then wait, and so can browsers and other programs. Keep it to hours, not days, and let `robots.txt` go on answering 200.",
                ),
                Block::Text(
                    "The configuration for it is [here](#fragment-maintenance). Tell visitors on the page what is happening and when it ends.",
                ),
            ],
        },
        Block::Part {
            id: "business",
            title: "What it costs",
            blocks: &[Block::Points(&[
                "Most visitors who meet an error leave at once, and some do not return: the bounce rate rises.",
                "Orders and sign-ups stop, while paid advertising goes on sending visitors. Pause it during a long outage.",
                "A plain error page that says what happened, and where news is posted, keeps trust. So does a status page on another server.",
            ])],
        },
    ],
};

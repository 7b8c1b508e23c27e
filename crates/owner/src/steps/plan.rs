//! Which steps follow from a verdict, in which order: the cause's own, those that its number asks for, and those for
//! afterwards. What does not suit the hosting or the server that was seen is left out; that two remain everywhere is seen to
//! by test. The order for each cause is in [`super::order`].

use whichside_diagnosis::{Cause, Side};

use super::Step;
use super::order::{AFTERWARDS, FOR_VISITORS, Plan, plan};
use crate::hosting::Hosting;
use crate::stack::{Cdn, Server, Stack};

/// What a status tells beyond its cause: the steps that come first then.
const fn first_for(status: u16) -> &'static [Step] {
    match status {
        401 => &[Step::AccessRules],
        429 => &[Step::UnblockVisitors],
        413 => &[Step::Uploads],
        400 | 431 => &[Step::VisitorCopies],
        507 => &[Step::Resources],
        508 => &[Step::PhpLimits, Step::AskHost],
        // Cloudflare's own numbers: refused, no route, late, TLS, name.
        520 => &[Step::Origin, Step::NginxLog, Step::ApacheLog],
        521 => &[Step::Origin, Step::FrontStatus, Step::AllowCdn],
        522 | 523 => &[Step::Origin, Step::AllowCdn, Step::Firewall],
        524 => &[Step::SlowRequests, Step::Timeouts],
        525 | 526 => &[Step::CdnTls, Step::CertificateRenew],
        530 => &[Step::DnsRecords, Step::Origin],
        _ => &[],
    }
}

/// The ordered steps for a cause: what finds the fault first, what mends it, then what keeps it from coming back.
/// `status` is the number of the answer where it was seen. Each step appears once; there are always two at least.
#[must_use]
pub fn for_owner(cause: Cause, status: Option<u16>, stack: &Stack, hosting: Hosting) -> Vec<Step> {
    let Plan(first, second, more) = plan(cause);
    let behind_cdn: &[Step] = match stack.cdn {
        // The network's answer hides one's own server's: ask that first.
        Some(Cdn::Cloudflare | Cdn::Other) => &[Step::Origin],
        None => &[],
    };
    let (before, after): (&[Step], &[Step]) = match cause.side() {
        Side::Theirs => (behind_cdn, AFTERWARDS),
        Side::Yours => (&[], FOR_VISITORS),
        Side::Works | Side::Unknown => (&[], &[]),
    };
    let mut steps: Vec<Step> = Vec::new();
    for step in status
        .map_or(&[] as &[Step], first_for)
        .iter()
        .chain([&first])
        .chain(before)
        .chain([&second])
        .chain(more)
        .chain(after)
    {
        if step.suits(stack, hosting) && !is_moot(*step, stack, hosting) && !steps.contains(step) {
            steps.push(*step);
        }
    }
    steps
}

/// Steps about a part that is known not to be there.
fn is_moot(step: Step, stack: &Stack, hosting: Hosting) -> bool {
    let other_application = matches!(step, Step::AppStatus | Step::AppRestart);
    let htaccess = step == Step::Htaccess;
    (stack.php && other_application && hosting != Hosting::Containers)
        || (htaccess && stack.server == Server::Nginx && hosting != Hosting::Shared)
}

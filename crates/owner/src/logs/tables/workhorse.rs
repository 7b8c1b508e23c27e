//! Lines of GitLab Workhorse.

use crate::logs::Source;
use crate::logs::pattern::{patterns, words};
use crate::logs::reading::ErrorWord::{Denied, Ended, NoSuchFile, Refused, Reset, TimedOut};

patterns! { WORKHORSE of Workhorse:
    "workhorse-no-app" Symptom AppStatus
    when [
        words(&["badgateway: failed to receive response"]).error(&[NoSuchFile, Refused, Denied]),
        words(&["dial unix "]).error(&[NoSuchFile, Refused]).only(&[Source::Workhorse]),
        words(&["badgateway: failed to receive response: dial unix ", "operation not supported"]),
    ]
    means "GitLab’s Workhorse found nobody at the application’s socket. Visitors saw 502."
    likely "Puma (before: Unicorn) is stopped or still starting, which takes minutes, or was ended for memory."
    like "time=\"2026-03-01T10:00:00Z\" level=error correlation_id=a duration_ms=0 error=\"badgateway: failed to receive response: dial unix /var/opt/gitlab/gitlab-rails/sockets/gitlab.socket: connect: no such file or directory\" method=GET uri=/";

    "workhorse-timeout" Symptom SlowRequests
    when [
        words(&["badgateway: failed to receive response"]).error(&[TimedOut]),
        words(&["badgateway: failed to receive response", "context canceled"]),
    ]
    means "GitLab’s application did not answer Workhorse in time, or the visitor left before."
    likely "Puma’s workers are busy, or memory or disk are too slow."
    like "time=\"2026-03-01T10:00:00Z\" level=error correlation_id=a duration_ms=60001 error=\"badgateway: failed to receive response: context deadline exceeded\" method=GET uri=/";

    "workhorse-hung-up" Symptom ApplicationLog
    when [words(&["badgateway: failed to receive response"]).error(&[Ended, Reset]), words(&["badgateway: failed to receive response"])]
    means "GitLab’s application hung up on Workhorse. Visitors saw 502."
    likely "A Puma worker was ended for time or memory, or crashed."
    like "time=\"2026-03-01T10:00:00Z\" level=error correlation_id=a duration_ms=12 error=\"badgateway: failed to receive response: EOF\" method=GET uri=/";
}

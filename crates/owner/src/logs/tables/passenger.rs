//! Lines and pages of Phusion Passenger.

use crate::logs::Source;
use crate::logs::pattern::{patterns, words};

patterns! { PASSENGER of Passenger:
    "passenger-queue-full" Reason SlowRequests
    when [words(&["request queue full"]), words(&["request queue is full"])]
    means "So many requests wait for the application that Passenger turns new ones away with 503."
    likely "All of its processes are busy: slow requests, or passenger_max_pool_size is too low. The queue holds 100."
    like "[ 2026-03-01 10:00:00.0778 24366/7f02ed7fa700 agents/HelperAgent/RequestHandler/CheckoutSession.cpp:236 ]: [Client 7-33] Returning HTTP 503 due to: Request queue full (configured max. size: 100)";

    "passenger-start" Reason ApplicationError
    when [
        words(&["could not be started by the phusion passenger"]),
        words(&["web application could not be started"]),
        words(&["could not spawn process for application"]),
        words(&["could not spawn process for group"]),
        words(&["an error occurred while starting the web application"]),
        words(&["an error occurred while starting up the preloader"]),
        words(&["cannot checkout session because a spawning error occurred"]),
        words(&["we're sorry, but something went wrong", "passenger"]),
        words(&["the application encountered the following error", "passenger"]),
    ]
    means "Passenger could not start the application."
    likely "An error at its start: a missing gem or module, setting or database. Look for the error ID in Passenger’s log."
    like "Web application could not be started by the Phusion Passenger application server.";

    "passenger-timeout" Reason SlowRequests
    when [
        words(&["a timeout error occurred while spawning an application process"]),
        words(&["timeout while starting", "application"]).only(&[Source::Passenger]),
        words(&["passenger", "did not write a startup response in time"]),
        words(&["did not write a startup response in time"]),
    ]
    means "The application took too long to start, so Passenger gave up. Visitors saw 502 or an error page."
    likely "It waits for something at its start, or the machine is slow. passenger_start_timeout is 90 seconds."
    like "[ E 2026-03-01 10:00:00.0778 7/T age/Cor/App/Implementation.cpp:221 ]: Could not spawn process for application /srv/app: A timeout error occurred while spawning an application process.";

    "passenger-hung-up" Reason ApplicationLog
    when [
        words(&["application process ", "closed the connection prematurely"]),
        words(&["the application did not send a complete response"]),
        words(&["error reading from application", "passenger"]),
        words(&["sending 502 response: application did not send a complete response"]),
    ]
    means "The application hung up on Passenger before its answer was complete. The visitor saw 502."
    likely "Its process crashed, or was ended for memory or time."
    like "[ W 2026-03-01 10:00:00.0778 7/T age/Cor/Con/InternalUtils.cpp:96 ]: [Client 1-5] Sending 502 response: application did not send a complete response";
}

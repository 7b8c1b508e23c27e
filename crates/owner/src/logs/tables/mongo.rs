//! Lines of MongoDB, also where applications pass them on.

use crate::logs::pattern::{patterns, words};
use crate::logs::reading::ErrorWord::{Denied, Refused};

patterns! { MONGO of Mongo:
    "mongo-down" Reason Database
    when [
        words(&["mongoservererror"]).error(&[Refused]),
        words(&["mongonetworkerror"]),
        words(&["mongoserverselectionerror"]),
        words(&["mongooseserverselectionerror"]),
        words(&["serverselectiontimeouterror"]),
        words(&["econnrefused", ":27017"]),
        words(&["couldn't connect to server", ":27017"]),
        words(&["operation `", "` buffering timed out after"]),
    ]
    means "The application cannot reach MongoDB."
    likely "It is stopped or starting, its address is wrong, or (at Atlas) your server’s address is not allowed."
    like "MongooseServerSelectionError: connect ECONNREFUSED 127.0.0.1:27017";

    "mongo-password" Reason Database
    when [words(&["mongo", "authentication failed"]), words(&["command ", " requires authentication"])]
    means "MongoDB rejects user or password."
    likely "The settings have another password, or authSource is missing in the address."
    like "MongoServerError: Authentication failed.";

    "mongo-start" Reason Database
    when [
        words(&["mongo", "unclean shutdown detected"]),
        words(&["wiredtiger error"]),
        words(&["wiredtiger", "operation not permitted"]).error(&[Denied]),
        words(&["featurecompatibilityversion document"]),
        words(&["mongodb 5.0+ requires a cpu with avx support"]),
        words(&["failed to unlink socket file", "mongodb"]),
    ]
    means "MongoDB did not start."
    likely "Its files belong to another user or version, or were damaged by a hard stop. Version 5 and later want a processor with AVX."
    like "WARNING: MongoDB 5.0+ requires a CPU with AVX support, and your current system does not appear to have that!";
}

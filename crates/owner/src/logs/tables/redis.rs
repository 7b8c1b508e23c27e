//! Lines of Redis, also where applications pass them on.

use crate::logs::Source;
use crate::logs::pattern::{patterns, words};
use crate::logs::reading::ErrorWord::{NameUnknown, Refused, TimedOut};

patterns! { REDIS of Redis:
    "redis-full" Reason Database
    when [words(&["oom command not allowed"])]
    means "Redis is full and takes nothing more."
    likely "maxmemory is reached, and old entries are not removed."
    like "OOM command not allowed when used memory > 'maxmemory'.";

    "redis-no-disk" Reason Resources
    when [words(&["misconf redis is configured to save"]), words(&["failed opening the temp rdb file"]), words(&["failed opening the rdb file"]), words(&["write error saving db on disk"]), words(&["can't save in background: fork"])]
    means "Redis cannot save to disk, so it refuses to write."
    likely "The disk or the memory is full, or Redis may not write to its folder."
    like "MISCONF Redis is configured to save RDB snapshots, but it's currently unable to persist to disk.";

    "redis-password" Reason Database
    when [
        words(&["noauth authentication required"]),
        words(&["wrongpass invalid username-password"]),
        words(&["err auth <password> called without any password"]),
        words(&["err client sent auth, but no password is set"]),
        words(&["err invalid password"]),
        words(&["denied redis is running in protected mode"]),
    ]
    means "Redis wants a password and did not get the right one."
    likely "requirepass was set, and the application’s settings do not have it, or the reverse."
    like "NOAUTH Authentication required.";

    "redis-down" Reason Database
    when [
        words(&["redis"]).error(&[Refused, TimedOut, NameUnknown]).not_by(&[Source::Nginx, Source::Traefik]),
        words(&["redisexception"]),
        words(&["redis::cannotconnecterror"]),
        words(&["redis.exceptions.connectionerror"]),
        words(&["predis", "connection"]).error(&[Refused, TimedOut]),
        words(&["econnrefused 127.0.0.1:6379"]),
        words(&["connect econnrefused", ":6379"]).without(&["econnrefused ::1:"]),
        words(&["connection refused [tcp://", ":6379]"]),
        words(&["jedisconnectionexception"]),
        words(&["loading redis is loading the dataset in memory"]),
    ]
    means "The application cannot reach Redis."
    likely "It is stopped or still loading its data, or its address in the settings is wrong."
    like "Uncaught RedisException: Connection refused in /var/www/html/cache.php:12";

    "redis-read-only" Reason Database
    when [words(&["readonly you can't write against a read only"])]
    means "The application writes to a copy of Redis that may only be read."
    likely "The main Redis changed, and the settings name the old one."
    like "READONLY You can't write against a read only replica.";

    "redis-overcommit" Harmless Limits
    when [words(&["overcommit_memory is set to 0"]), words(&["memory overcommit must be enabled"]), words(&["you have transparent huge pages (thp) support enabled"]), words(&["the tcp backlog setting of 511 cannot be enforced"])]
    means "Redis gives advice about settings of the system. It works all the same."
    likely "The system’s defaults. Saving can fail for lack of memory only on a machine that is nearly full."
    like "WARNING overcommit_memory is set to 0! Background save may fail under low memory condition.";
}

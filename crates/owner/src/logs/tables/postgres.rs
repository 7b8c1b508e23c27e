//! Lines of PostgreSQL, also where applications pass them on.

use crate::logs::pattern::{patterns, words};
use crate::logs::reading::ErrorWord::{NameUnknown, NoSuchFile, Refused, TimedOut};

patterns! { POSTGRES of Postgres:
    "postgres-too-many" Reason Database
    when [
        words(&["sorry, too many clients already"]),
        words(&["remaining connection slots are reserved"]),
        words(&["too many connections for role"]),
        words(&["too many connections for database"]),
        words(&["no more connections allowed"]),
    ]
    means "PostgreSQL takes no more connections."
    likely "Connections are not given back, or there is no pool between."
    like "FATAL:  sorry, too many clients already";

    "postgres-password" Reason Database
    when [
        words(&["password authentication failed for user"]),
        words(&["peer authentication failed for user"]),
        words(&["ident authentication failed for user"]),
        words(&["no password supplied"]),
        words(&["scram authentication requires libpq"]),
        words(&["client password must be a string"]),
    ]
    means "PostgreSQL rejects user or password."
    likely "The settings still hold the old password, for instance after a move. “Peer” asks for the same system user: connect by 127.0.0.1 instead."
    like "FATAL:  password authentication failed for user \"shop\"";

    "postgres-hba" Reason Database
    when [words(&["no pg_hba.conf entry for host"]), words(&["pg_hba.conf rejects connection"])]
    means "PostgreSQL does not let the application’s machine in."
    likely "pg_hba.conf has no line for its address, user or for connections without TLS."
    like "FATAL:  no pg_hba.conf entry for host \"172.18.0.5\", user \"shop\", database \"shop\", no encryption";

    "postgres-down" Reason Database
    when [
        words(&["could not connect to server: "]),
        words(&["connect econnrefused", ":5432"]).without(&["econnrefused ::1:"]),
        words(&["connection to server ", "failed"]).error(&[Refused, NoSuchFile, TimedOut]),
        words(&["is the server running on"]),
        words(&["is the server running locally and accepting"]),
        words(&["is the server running on that host and accepting tcp/ip connections"]),
        words(&["sqlstate[08006]"]),
        words(&["psycopg2.operationalerror"]).error(&[Refused, TimedOut, NoSuchFile]),
        words(&["psql: error: "]).error(&[Refused, TimedOut, NoSuchFile]),
        words(&["pg::connectionbad"]),
    ]
    means "The application cannot reach PostgreSQL."
    likely "It is stopped or still starting, or its address in the settings is wrong. In a container, localhost is the container itself."
    like "psycopg2.OperationalError: could not connect to server: Connection refused";

    "postgres-name" Reason Database
    when [
        words(&["could not translate host name"]),
        words(&["psycopg2.operationalerror"]).error(&[NameUnknown]),
        words(&["could not parse connection string"]),
    ]
    means "The application cannot find the address of PostgreSQL’s name."
    likely "The name is misspelt, or its container is not in the same network or not running."
    like "could not translate host name \"db\" to address: Name or service not known";

    "postgres-starting" Reason Database
    when [
        words(&["the database system is starting up"]),
        words(&["the database system is shutting down"]),
        words(&["the database system is in recovery mode"]),
        words(&["the database system is not yet accepting connections"]),
        words(&["terminating connection due to administrator command"]),
    ]
    means "PostgreSQL is starting, stopping or recovering, and takes no requests yet."
    likely "It was restarted, or it crashed and repairs itself. Let the application wait for it and try again."
    like "FATAL:  the database system is starting up";

    "postgres-missing" Reason Database
    when [
        words(&["fatal:  database \"", "\" does not exist"]),
        words(&["fatal: database \"", "\" does not exist"]),
        words(&["role \"", "\" does not exist"]),
        words(&["relation \"", "\" does not exist"]),
    ]
    means "The database, user or table that the application wants does not exist in PostgreSQL."
    likely "The migration was not run, or the settings name another database. In a container, a volume keeps what its first start made."
    like "FATAL:  database \"shop\" does not exist";

    "postgres-start" Reason Database
    when [
        words(&["database files are incompatible with server"]),
        words(&["the data directory was initialized by postgresql version"]),
        words(&["lock file \"postmaster.pid\" already exists"]),
        words(&["data directory \"", "has invalid permissions"]),
        words(&["data directory \"", "has wrong ownership"]),
        words(&["database is uninitialized and superuser password is not specified"]),
        words(&["could not locate a valid checkpoint record"]),
        words(&["could not map anonymous shared memory"]),
        words(&["could not create any tcp/ip sockets"]),
    ]
    means "PostgreSQL did not start."
    likely "Its data is of another version (dump it and load it into the new one), its folder has wrong rights, or a password is not set. The line says which."
    like "FATAL:  database files are incompatible with server DETAIL:  The data directory was initialized by PostgreSQL version 13, which is not compatible with this version 15.4.";

    "postgres-crash" Reason Resources
    when [
        words(&["server process (pid ", "was terminated by signal 9"]),
        words(&["server process (pid ", "was terminated by signal"]),
        words(&["terminating any other active server processes"]),
        words(&["terminating connection because of crash of another server process"]),
        words(&["server closed the connection unexpectedly"]),
        words(&["ssl connection has been closed unexpectedly"]),
    ]
    means "A process of PostgreSQL was killed or crashed, or the connection to it broke."
    likely "With signal 9 memory ran out. Otherwise it was restarted, or a firewall or pool closed an idle connection."
    like "LOG:  server process (PID 42) was terminated by signal 9: Killed";

    "postgres-timeout" Reason SlowRequests
    when [
        words(&["canceling statement due to statement timeout"]),
        words(&["canceling statement due to lock timeout"]),
        words(&["deadlock detected"]),
        words(&["remaining connection slots"]).without(&["are reserved"]),
    ]
    means "PostgreSQL gave up a query that took too long or waited for another."
    likely "A missing index, or a long change that holds its rows."
    like "ERROR:  canceling statement due to statement timeout";
}

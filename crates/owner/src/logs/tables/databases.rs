//! Lines of databases and caches, also where applications, web servers or PHP pass them on.

use crate::logs::Source;
use crate::logs::pattern::{patterns, words};
use crate::logs::reading::ErrorWord::{Denied, NameUnknown, NoSuchFile, Refused, TimedOut};

patterns! { MYSQL of MySql:
    "database-too-many" Reason Database
    when [words(&["too many connections"]), words(&["max_user_connections"]), words(&["1040"]).only(&[Source::MySql])]
    means "The database takes no more connections."
    likely "Slow queries hold them, or there are more PHP workers than connections."
    like "PHP Fatal error:  Uncaught mysqli_sql_exception: Too many connections in /var/www/html/db.php:3";

    "database-password" Reason Database
    when [
        words(&["access denied for user"]),
        words(&["er_access_denied_error"]),
        words(&["er_not_supported_auth_mode"]),
        words(&["the server requested authentication method unknown to the client"]),
        words(&["authentication plugin '", "cannot be loaded"]),
    ]
    means "The database rejects user or password."
    likely "The settings still hold the old password, for instance after a move. In a container, a volume keeps the password of its first start."
    like "PHP Warning:  mysqli_real_connect(): (HY000/1045): Access denied for user 'shop'@'localhost' (using password: YES) in /var/www/html/wp-includes/class-wpdb.php on line 1982";

    "database-gone" Reason Database
    when [
        words(&["mysql server has gone away"]),
        words(&["lost connection to mysql server"]),
        words(&["server has gone away"]),
        words(&["protocol_connection_lost"]),
        words(&["error reading result set's header"]),
    ]
    means "The database ended the connection."
    likely "It was restarted, or the query was too large or the pause too long."
    like "PHP Warning:  Error while sending QUERY packet: MySQL server has gone away in /var/www/html/db.php on line 9";

    "database-down" Reason Database
    when [
        words(&["can't connect to ", "mysql server"]),
        words(&["can't connect to ", "mariadb server"]),
        words(&["can't connect to server on"]),
        words(&["can't connect to local server through socket"]),
        words(&["error establishing a database connection"]),
        words(&["(hy000/2002)"]),
        words(&["(hy000/2003)"]),
        words(&["mysql connection error: (2002)"]),
        words(&["sqlstate[hy000] [2002]"]).error(&[NoSuchFile]),
        words(&["mysqli"]).error(&[NoSuchFile]),
    ]
    means "The application cannot reach the database."
    likely "The database is stopped, or its address in the settings is wrong. Without a socket (No such file), “localhost” must be 127.0.0.1 or the container’s name."
    like "ERROR 2002 (HY000): Can't connect to local MySQL server through socket '/run/mysqld/mysqld.sock' (2)";

    "database-refused" Reason Database
    when [
        words(&["sqlstate[", "[2002]"]),
        words(&["(hy000/2002): connection refused"]),
        words(&["(hy000/2002): connection timed out"]),
        words(&["mysql connection error: (2002) connection refused"]),
        words(&["sqlstate[", "[2003]"]),
        words(&["mysqli"]).error(&[Refused]),
        words(&["sqlstate[hy000]"]).error(&[Refused, TimedOut]),
        words(&["can't connect to mysql server on", "(111"]),
    ]
    means "The application cannot reach the database: nothing listens at its address, or it does not answer."
    likely "The database is stopped or still starting, or its address or port in the settings is wrong."
    like "Uncaught PDOException: SQLSTATE[HY000] [2002] Connection refused in /var/www/html/index.php:4";

    "database-name" Reason Database
    when [
        words(&["php_network_getaddresses"]),
        words(&["unknown mysql server host"]),
        words(&["sqlstate[hy000] [2002]"]).error(&[NameUnknown]),
        words(&["mysqli"]).error(&[NameUnknown]),
    ]
    means "The application cannot find the address of its database’s name."
    likely "The name is misspelt, or the database’s container is not in the same network or not running."
    like "PHP Warning:  mysqli_real_connect(): php_network_getaddresses: getaddrinfo for db failed: Name or service not known in /var/www/html/wp-includes/class-wpdb.php on line 1982";

    "database-host" Reason Database
    when [words(&["is not allowed to connect to this "]), words(&["is blocked because of many connection errors"])]
    means "The database does not let the application’s machine in."
    likely "The user exists for another host only, for instance for localhost. “Blocked” ends with FLUSH HOSTS."
    like "SQLSTATE[HY000] [1130] Host '172.18.0.5' is not allowed to connect to this MariaDB server";

    "database-unknown" Reason Database
    when [words(&["unknown database '"]), words(&["table '", "doesn't exist"]), words(&["base table or view not found"]), words(&["er_bad_db_error"]), words(&["unknown column '"])]
    means "The database or a table that the application wants does not exist."
    likely "The import or the migration was not done or not complete, or the settings name another database."
    like "SQLSTATE[HY000] [1049] Unknown database 'shop'";

    "database-crashed-table" Reason Database
    when [words(&["is marked as crashed and should be repaired"]), words(&["is marked as crashed and last"]), words(&["incorrect key file for table"])]
    means "A table of the database is damaged."
    likely "The database was ended by force or the disk was full. Save the data, then repair the table."
    like "Table './shop/wp_posts' is marked as crashed and should be repaired";

    "database-start" Reason Database
    when [
        words(&["innodb: ", "unable to lock ./ibdata1"]),
        words(&["innodb: corruption"]),
        words(&["innodb: database page corruption"]),
        words(&["innodb: plugin initialization aborted"]),
        words(&["plugin 'innodb' init function returned error"]),
        words(&["plugin 'innodb' registration as a storage engine failed"]),
        words(&["[error] aborting"]),
        words(&["can't start server"]),
        words(&["mysqld got signal"]),
        words(&["fatal error: can't open and lock privilege tables"]),
        words(&["innodb: cannot allocate memory for the buffer pool"]),
        words(&["unknown/unsupported storage engine: innodb"]),
        words(&["invalid mysql server upgrade"]),
        words(&["[error] [entrypoint]"]),
    ]
    means "The database did not start, or crashed."
    likely "Another copy holds its files, memory or disk is full, its data is damaged or of another version. The lines before say which."
    like "[ERROR] InnoDB: Plugin initialization aborted with error Generic error";

    "database-locked" Reason Database
    when [words(&["lock wait timeout exceeded"]), words(&["deadlock found when trying to get lock"]), words(&["er_lock_deadlock"])]
    means "Two changes in the database waited for each other, and one was given up."
    likely "A long change or import holds its rows. Some such lines are normal where the application tries again."
    like "SQLSTATE[HY000]: General error: 1205 Lock wait timeout exceeded; try restarting transaction";

    "database-packet" Reason Database
    when [words(&["packet bigger than 'max_allowed_packet'"]), words(&["packets larger than max_allowed_packet"]), words(&["max_allowed_packet"])]
    means "A query or its answer is larger than the database takes."
    likely "A large upload or import. Raise max_allowed_packet."
    like "Got a packet bigger than 'max_allowed_packet' bytes";

    "database-aborted" Harmless Database
    when [words(&["aborted connection ", "got an error reading communication packets"]), words(&["aborted connection ", "got timeout reading communication packets"])]
    means "An application left the database without saying goodbye. Visitors do not notice."
    likely "A worker was ended or restarted, or a connection was idle for too long."
    like "[Warning] Aborted connection 42 to db: 'shop' user: 'shop' host: 'localhost' (Got an error reading communication packets)";
}

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
        words(&["could not connect to server"]),
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
        words(&["connect econnrefused", ":6379"]),
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

//! Lines of MySQL and MariaDB, also where applications, web servers or PHP pass them on.

use crate::logs::Source;
use crate::logs::pattern::{patterns, words};
use crate::logs::reading::ErrorWord::{NameUnknown, NoSuchFile, Refused, TimedOut};

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
        words(&["connect econnrefused", ":3306"]).without(&["econnrefused ::1:"]),
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
        words(&["innodb: upgrade after a crash is not supported"]),
        words(&["innodb: unsupported redo log format"]),
        words(&["can't lock aria control file"]),
        words(&["can't init tc log"]),
        words(&["innodb: missing mlog_checkpoint"]),
        words(&["aria recovery failed"]),
        words(&["plugin 'aria' init function returned error"]),
        words(&["table 'mysql.", "' doesn't exist"]),
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
    when [words(&["aborted connection ", "got an error reading communication packets"]), words(&["aborted connection ", "got timeout reading communication packets"]), words(&["aborted connection ", "this connection closed normally"])]
    means "An application left the database without saying goodbye. Visitors do not notice."
    likely "A worker was ended or restarted, or a connection was idle for too long."
    like "[Warning] Aborted connection 42 to db: 'shop' user: 'shop' host: 'localhost' (Got an error reading communication packets)";
}

//! Lines of applications in Java, of Tomcat and Spring.

use crate::logs::Source;
use crate::logs::pattern::{patterns, words};
use crate::logs::reading::ErrorWord::{InUse, NameUnknown, Refused, TimedOut};

patterns! { JAVA of Java:
    "java-memory" Reason Resources
    when [words(&["java.lang.outofmemoryerror"]), words(&["gc overhead limit exceeded"]), words(&["there is insufficient memory for the java runtime"])]
    means "The Java application has used up its memory. Pages hang or fail from then on."
    likely "The heap’s limit (-Xmx) is too low, or the application keeps what it no longer needs. “Metaspace” is a limit of its own."
    like "java.lang.OutOfMemoryError: Java heap space";

    "java-threads" Reason Limits
    when [
        words(&["unable to create native thread"]),
        words(&["unable to create new native thread"]),
    ]
    means "The Java application could not start another thread."
    likely "The limit on processes and threads is reached (ulimit -u, TasksMax, the container’s pids), the machine has no memory left for it, or the application starts ever more of them."
    like "java.lang.OutOfMemoryError: unable to create native thread: possibly out of memory or process/resource limits reached";

    "java-port-taken" Reason AppStatus
    when [
        words(&["java.net.bindexception"]),
        words(&["web server failed to start. port"]),
        words(&["failed to initialize component [connector["]).error(&[InUse]),
        words(&["failed to initialize end point associated with protocolhandler"]),
        words(&["port ", " was already in use"]),
        words(&["connector configured to listen on port ", "failed to start"]),
        words(&["portinuseexception"]),
    ]
    means "The Java application did not start: another program has its port."
    likely "An old copy of it still runs."
    like "Web server failed to start. Port 8080 was already in use.";

    "java-start" Symptom ApplicationError
    when [
        words(&["application run failed"]).general(),
        words(&["application failed to start"]).general(),
        words(&["error creating bean with name"]).general(),
        words(&["beancreationexception"]).general(),
        words(&["unsatisfieddependencyexception"]).general(),
        words(&["context initialization failed"]).general(),
        words(&["one or more listeners failed to start"]).general(),
        words(&["startup of context [", "failed due to previous errors"]).general(),
        words(&["error starting child"]).general(),
        words(&["lifecycleexception"]).general(),
        words(&["a child container failed during start"]).general(),
        words(&["failed to configure a datasource"]).general(),
    ]
    means "The Java application did not start."
    likely "A missing setting, class or database. The last “Caused by” names the reason."
    like "2026-03-01 10:00:00.000 ERROR 7 --- [main] o.s.boot.SpringApplication : Application run failed";

    "java-version" Reason Updates
    when [
        words(&["unsupportedclassversionerror"]),
        words(&["has been compiled by a more recent version of the java runtime"]),
        words(&["invalid target release"]),
        words(&["unrecognized vm option"]),
        words(&["could not create the java virtual machine"]),
        words(&["inaccessibleobjectexception"]),
    ]
    means "The Java application does not fit the version of Java that runs it."
    likely "It wants a newer Java, or an option that this Java no longer knows."
    like "java.lang.UnsupportedClassVersionError: com/example/App has been compiled by a more recent version of the Java Runtime (class file version 61.0)";

    "java-class-missing" Reason ApplicationError
    when [
        words(&["classnotfoundexception"]),
        words(&["noclassdeffounderror"]),
        words(&["nosuchmethoderror"]),
        words(&["unable to access jarfile"]),
        words(&["could not find or load main class"]),
        words(&["no main manifest attribute"]),
    ]
    means "The Java application did not find a class or its own file."
    likely "A library is missing or has another version, or the path of the jar is wrong."
    like "Error: Unable to access jarfile /srv/app/app.jar";

    "java-refused" Reason Database
    when [
        words(&["java.net.connectexception"]),
        words(&["communications link failure"]),
        words(&["connection to ", " refused. check that the hostname and port are correct"]),
        words(&["org.apache.http.conn.httphostconnectexception"]),
        words(&["the connection attempt failed."]),
        words(&["connect timed out"]).only(&[Source::Java]).error(&[TimedOut]),
        words(&["connection refused"]).only(&[Source::Java]).error(&[Refused]),
    ]
    means "The Java application cannot reach a service that it needs, often its database."
    likely "The service is stopped or starting, or its address in the settings is wrong. In a container, localhost is the container itself."
    like "java.net.ConnectException: Connection refused (Connection refused)";

    "java-name" Reason Database
    when [words(&["java.net.unknownhostexception"]), words(&["unresolvedaddressexception"]), words(&["unknownhostexception"]).error(&[NameUnknown])]
    means "The Java application cannot find the address of a name that it needs."
    likely "The name is misspelt, or its container is not in the same network."
    like "java.net.UnknownHostException: db: Name or service not known";

    "java-pool" Reason Database
    when [
        words(&["connection is not available, request timed out after"]),
        words(&["timeout: pool empty. unable to fetch a connection"]),
        words(&["cannot get a connection, pool error"]),
        words(&["cannotgetjdbcconnectionexception"]),
        words(&["sqltransientconnectionexception"]),
    ]
    means "The Java application found no free connection to its database."
    likely "Slow queries hold them, they are not given back, or the pool is too small."
    like "java.sql.SQLTransientConnectionException: HikariPool-1 - Connection is not available, request timed out after 30000ms.";

    "tomcat-threads" Reason SlowRequests
    when [words(&["all threads (", "are currently busy"]), words(&["maximum number of threads", "reached"]), words(&["stuckthreaddetectionvalve"])]
    means "All of Tomcat’s threads are busy, and further visitors wait."
    likely "Slow pages or queries. A thread dump shows what they wait for."
    like "SEVERE: All threads (200) are currently busy, waiting. Increase maxThreads (200) or check the servlet status";

    "tomcat-ajp-secret" Reason UpstreamAddress
    when [words(&["the ajp connector is configured with secretrequired"])]
    means "Tomcat did not open its AJP port, because a secret is wanted and none is set."
    likely "Since 9.0.31 and 8.5.51 secretRequired is on: set secret on both sides, or secretRequired=\"false\" where only your own proxy reaches the port."
    like "java.lang.IllegalArgumentException: The AJP Connector is configured with secretRequired=\"true\" but the secret attribute is either null or \"\". This combination is not valid.";

    "tomcat-bad-request" Harmless SecurityRules
    when [
        words(&["invalid character found in the request target"]),
        words(&["invalid character found in method name"]),
        words(&["error parsing http request header"]),
        words(&["note: further occurrences of http request parsing errors"]),
    ]
    means "Somebody sent Tomcat something that is no valid request. It answered 400."
    likely "A scanner, or https spoken to the plain port. Where your own proxy is in front, look whether it encodes the address."
    like "INFO: Error parsing HTTP request header Note: further occurrences of HTTP request parsing errors will be logged at DEBUG level.";

    "java-visitor-left" Harmless SlowRequests
    when [words(&["clientabortexception"]), words(&["asyncrequestnotusableexception"]), words(&["eofexception: closed"])]
    means "Whoever asked the Java application had hung up before the answer was written."
    likely "The visitor left, or the proxy in front gave up waiting."
    like "org.apache.catalina.connector.ClientAbortException: java.io.IOException: Broken pipe";

    "java-error" Symptom ApplicationError
    when [
        words(&["servlet.service() for servlet"]).general(),
        words(&["an exception or error occurred in the container"]).general(),
        words(&["exception in thread \""]).general(),
        words(&["java.lang.nullpointerexception"]).general(),
        words(&["exception processing"]).only(&[Source::Java]).general(),
        words(&["unhandled exception"]).only(&[Source::Java]).general(),
    ]
    means "The Java application met an error in a page. Visitors saw 500."
    likely "A bug or a service that failed. The last “Caused by” names the reason."
    like "SEVERE: Servlet.service() for servlet [dispatcherServlet] in context with path [] threw exception";
}

//! Lines of applications in Java and .NET, of Tomcat and Spring, and of IIS.

use crate::logs::Source;
use crate::logs::pattern::{patterns, words};
use crate::logs::reading::ErrorWord::{Denied, InUse, NameUnknown, Refused, TimedOut};

patterns! { JAVA of Java:
    "java-memory" Reason Resources
    when [words(&["java.lang.outofmemoryerror"]), words(&["gc overhead limit exceeded"]), words(&["there is insufficient memory for the java runtime"])]
    means "The Java application has used up its memory. Pages hang or fail from then on."
    likely "The heap’s limit (-Xmx) is too low, or the application keeps what it no longer needs. “Metaspace” and “native thread” are limits of their own."
    like "java.lang.OutOfMemoryError: Java heap space";

    "java-port-taken" Reason AppStatus
    when [
        words(&["java.net.bindexception"]),
        words(&["web server failed to start. port"]),
        words(&["failed to initialize component [connector["]).error(&[InUse]),
        words(&["failed to initialize end point associated with protocolhandler"]),
        words(&["port ", " was already in use"]),
        words(&["portinuseexception"]),
    ]
    means "The Java application did not start: another program has its port."
    likely "An old copy of it still runs."
    like "Web server failed to start. Port 8080 was already in use.";

    "java-start" Reason ApplicationError
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

patterns! { DOTNET of DotNet:
    "dotnet-runtime" Reason Updates
    when [
        words(&["it was not possible to find any compatible framework version"]),
        words(&["you must install or update .net to run this application"]),
        words(&["you must install .net to run this application"]),
        words(&["a fatal error occurred. the required library"]),
        words(&["a fatal error was encountered"]).only(&[Source::DotNet]),
        words(&["could not load file or assembly"]),
        words(&["the application to execute does not exist"]),
        words(&["libhostpolicy.so"]),
    ]
    means "The .NET application did not start: its runtime or a file of it is missing."
    likely "The version of .NET that it was built for is not installed, or the publishing was not complete."
    like "You must install or update .NET to run this application.";

    "dotnet-port-taken" Reason AppStatus
    when [
        words(&["failed to bind to address"]),
        words(&["microsoft.aspnetcore.connections.addressinuseexception"]),
        words(&["system.net.sockets.socketexception"]).error(&[InUse, Denied]),
    ]
    means "The .NET application did not start: it cannot take its port."
    likely "Another program has it, or ports below 1024 are not allowed to its user."
    like "System.IO.IOException: Failed to bind to address http://127.0.0.1:5000: address already in use.";

    "dotnet-refused" Reason Database
    when [
        words(&["system.net.sockets.socketexception"]).error(&[Refused, TimedOut, NameUnknown]),
        words(&["system.net.http.httprequestexception"]).error(&[Refused, TimedOut, NameUnknown]),
        words(&["a network-related or instance-specific error occurred while establishing a connection to sql server"]),
        words(&["npgsql.npgsqlexception"]),
    ]
    means "The .NET application cannot reach a service that it needs, often its database."
    likely "The service is stopped, or its address in the settings is wrong."
    like "System.Net.Http.HttpRequestException: Connection refused (127.0.0.1:5001)";

    "dotnet-certificate" Reason CertificateRenew
    when [words(&["unable to configure https endpoint"]), words(&["no server certificate was specified"]), words(&["system.security.cryptography.cryptographicexception"])]
    means "The .NET application did not start or cannot decrypt: a certificate or key is missing."
    likely "Kestrel is told to serve https and has no certificate, or the keys of data protection were lost with the container."
    like "Unhandled exception. System.InvalidOperationException: Unable to configure HTTPS endpoint. No server certificate was specified, and the default developer certificate could not be found or is out of date.";

    "dotnet-crash" Reason ApplicationError
    when [
        words(&["unhandled exception. system."]).general(),
        words(&["unhandled exception. microsoft."]).general(),
        words(&["hosting failed to start"]).general(),
        words(&["host terminated unexpectedly"]).general(),
        words(&["application startup exception"]).general(),
        words(&["the process was terminated due to an unhandled exception"]).general(),
    ]
    means "The .NET application ended with an error that it does not handle, often at its start."
    likely "A missing setting or service. The line names the kind of error, and the trace the place."
    like "Unhandled exception. System.ArgumentNullException: Value cannot be null. (Parameter 'connectionString')";

    "dotnet-error" Symptom ApplicationError
    when [
        words(&["an unhandled exception has occurred while executing the request"]).general(),
        words(&["an unhandled exception was thrown by the application"]).general(),
        words(&["connection id \"", "an unhandled exception"]).general(),
    ]
    means "The .NET application met an error in a page. Visitors saw 500."
    likely "A bug or a service that failed. The lines after it name the place."
    like "fail: Microsoft.AspNetCore.Diagnostics.ExceptionHandlerMiddleware[1] An unhandled exception has occurred while executing the request.";

    "kestrel-limits" Symptom Uploads
    when [words(&["request body too large. the max request body size"]), words(&["badhttprequestexception: request body too large"])]
    means "A visitor’s upload is larger than Kestrel allows. They saw 413."
    likely "MaxRequestBodySize is about 30 MB unless told otherwise. IIS has a limit of its own."
    like "Microsoft.AspNetCore.Server.Kestrel.Core.BadHttpRequestException: Request body too large. The max request body size is 30000000 bytes.";

    "kestrel-slow-visitor" Harmless SlowRequests
    when [words(&["badhttprequestexception: reading the request body timed out"]), words(&["badhttprequestexception: unexpected end of request content"]), words(&["the client has disconnected"]).only(&[Source::DotNet])]
    means "A visitor’s upload to Kestrel was too slow or broke off."
    likely "A weak connection, or the visitor left."
    like "Microsoft.AspNetCore.Server.Kestrel.Core.BadHttpRequestException: Reading the request body timed out due to data arriving too slowly.";
}

patterns! { IIS of Iis:
    "iis-ancm-start" Reason ApplicationError
    when [
        words(&["ancm out-of-process startup failure"]),
        words(&["http error 502.5"]),
        words(&["failed to start process with commandline"]),
        words(&["process was created with commandline", "but either crashed or did not"]),
        words(&["failed to start process"]).only(&[Source::Iis]),
        words(&["http error 500.30"]),
        words(&["ancm in-process start failure"]),
        words(&["failed to start application '/lm/w3svc"]),
        words(&["http error 500.37"]),
        words(&["http error 500.38"]),
        words(&["ancm failed to start"]),
        words(&["errorcode = '0x80004005"]).only(&[Source::Iis]),
    ]
    means "IIS could not start the .NET application. Visitors see 502.5 or 500.30."
    likely "With 0x80070002 the file or runtime was not found. Otherwise the application ended at its start: switch stdoutLogEnabled on, or start it by hand."
    like "HTTP Error 502.5 - ANCM Out-Of-Process Startup Failure";

    "iis-ancm-handler" Reason Updates
    when [
        words(&["http error 500.31"]),
        words(&["ancm failed to find native dependencies"]),
        words(&["http error 500.32"]),
        words(&["ancm failed to load dll"]),
        words(&["http error 500.0 - ancm in-process handler load failure"]),
        words(&["in-process handler load failure"]),
        words(&["could not find inprocess request handler"]),
        words(&["http error 500.33"]),
        words(&["http error 500.34"]),
        words(&["http error 500.35"]),
        words(&["http error 500.36"]),
        words(&["unable to find the required hosting components"]),
    ]
    means "IIS did not find the .NET runtime that the application was built for."
    likely "The hosting bundle of that version is not installed, or application pool and application differ in 32 and 64 bits."
    like "HTTP Error 500.31 - ANCM Failed to Find Native Dependencies";

    "iis-module" Reason FrontReload
    when [
        words(&["http error 500.19"]),
        words(&["http error 500.21"]),
        words(&["cannot read configuration file"]).perhaps(&[Source::Iis]),
        words(&["the requested page cannot be accessed because the related configuration data for the page is invalid"]),
    ]
    means "IIS cannot take the site’s web.config. Visitors see 500.19 or 500.21."
    likely "A mistake in the file, or a module that it names is not installed, such as the .NET hosting bundle or URL Rewrite."
    like "HTTP Error 500.19 - Internal Server Error. The requested page cannot be accessed because the related configuration data for the page is invalid.";

    "iis-pool" Reason AppStatus
    when [
        words(&["application pool ", "is being automatically disabled"]),
        words(&["application pool ", "has been disabled"]),
        words(&["http error 503. the service is unavailable"]),
        words(&["a process serving application pool ", "suffered a fatal communication error"]),
        words(&["a process serving application pool ", "exceeded time limits"]),
        words(&["a process serving application pool ", "terminated unexpectedly"]),
        words(&["worker process for the application pool", "encountered an error"]),
        words(&["application pool ", "failed to start"]),
    ]
    means "The application pool of IIS is stopped, so visitors see 503."
    likely "Its program crashed too often (rapid-fail protection), or the user that it runs as has a new password."
    like "Application pool 'shop' is being automatically disabled due to a series of failures in the process(es) serving that application pool.";

    "iis-arr" Symptom AppStatus
    when [
        words(&["http error 502.3"]),
        words(&["http error 502.4"]),
        words(&["502 - web server received an invalid response while acting as a gateway"]),
        words(&["web server received an invalid response while acting as a gateway or proxy server"]),
        words(&["502.3 - bad gateway"]),
    ]
    means "IIS asked the application behind it and got no valid answer. Visitors saw 502."
    likely "The application is stopped, hung up, or was slower than the time-out of the proxy (ARR): 120 seconds unless told otherwise."
    like "502 - Web server received an invalid response while acting as a gateway or proxy server.";

    "iis-denied" Reason AccessRules
    when [words(&["http error 401.3"]), words(&["http error 403.14"]), words(&["http error 403.1 "]), words(&["http error 401.2"])]
    means "IIS may not show this page: no right to the file, or no index page in the folder."
    likely "The pool’s user has no right to the folder, or the files were published elsewhere."
    like "HTTP Error 403.14 - Forbidden. The Web server is configured to not list the contents of this directory.";
}

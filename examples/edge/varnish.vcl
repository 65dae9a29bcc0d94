# A cache in front of the gateway. Start it with: varnishd -F -a 127.0.0.1:8088 -f "$PWD/varnish.vcl" -s default,256m
# README.md says what it does and why.
vcl 4.1;

import std;

backend gateway {
    .host = "127.0.0.1";
    .port = "8080";
    .first_byte_timeout = 15s;
    .between_bytes_timeout = 15s;
    .probe = {
        .url = "/q/health/ready";
        .interval = 1s;
        .timeout = 1s;
        .window = 3;
        .threshold = 2;
    }
}

sub vcl_recv {
    if (req.url ~ "^/v1/events") {
        return (pipe);
    }
    if (req.method != "GET" && req.method != "HEAD") {
        return (pass);
    }
    if (req.url !~ "^/v1/(schemas/[^/?]+/render|fragments/[^/?]+)(\?|$)") {
        return (pass);
    }
    # Programs that want a page as JSON get it from the gateway.
    if (req.http.Accept ~ "application/json" && req.http.Accept !~ "text/html") {
        return (pass);
    }
    # One stored form for everybody else, not one for each way in which browsers write that they take HTML.
    set req.http.Accept = "text/html";
    unset req.http.Cookie;
    if (std.healthy(req.backend_hint)) {
        # What the gateway allows (stale-while-revalidate); without a gateway, what there is.
        set req.grace = 60s;
    }
    return (hash);
}

sub vcl_hash {
    hash_data(req.url);
    # Whoever brings another credential may be another tenant; Varnish keeps only the hash.
    hash_data("credential:" + req.http.Authorization);
    return (lookup);
}

sub vcl_backend_response {
    if (beresp.status == 200 && beresp.http.Cache-Tag && beresp.http.Cache-Control !~ "no-store|private") {
        # The gateway wants every answer revalidated; here that happens beside the answer, at most every five seconds.
        set beresp.ttl = 5s;
        set beresp.grace = 1d;
        if (!beresp.http.Content-Encoding) {
            set beresp.do_gzip = true;
        }
        return (deliver);
    }
    if (bereq.is_bgfetch && beresp.status >= 500) {
        return (abandon);
    }
    # Nothing else is kept; and nobody waits for the answer to somebody else.
    set beresp.uncacheable = true;
    set beresp.ttl = 1s;
    return (deliver);
}

sub vcl_deliver {
    # Whoever may purge the gateway has purged what is here, too.
    if (req.method == "DELETE" && req.url ~ "^/v1/cache\?" && resp.status == 200 && resp.http.Cache-Tag) {
        ban("obj.http.Cache-Tag == " + resp.http.Cache-Tag);
    }
    # RFC 9211, after what the gateway said when it made the page.
    if (resp.http.Cache-Tag && resp.http.Cache-Status) {
        if (obj.hits == 0) {
            set resp.http.Cache-Status = resp.http.Cache-Status + ", edge; fwd=miss";
        } else if (obj.ttl < 0s) {
            set resp.http.Cache-Status = resp.http.Cache-Status + ", edge; hit; detail=stale";
        } else {
            set resp.http.Cache-Status = resp.http.Cache-Status + ", edge; hit";
        }
    }
}

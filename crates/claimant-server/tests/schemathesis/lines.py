"""How schemathesis writes bodies of lines of JSON."""

import schemathesis


@schemathesis.serializer("application/x-ndjson")
def lines(ctx, value):
    return value if isinstance(value, bytes) else str(value).encode("utf-8", "replace")


@schemathesis.serializer("text/html")
def page(ctx, value):
    return value if isinstance(value, bytes) else str(value).encode("utf-8", "replace")

r"""How schemathesis writes bodies that are no JSON.

A longer run, beside a server on port 8080, from this folder:

    SCHEMATHESIS_HOOKS=lines PYTHONPATH=. schemathesis run http://127.0.0.1:8080/openapi.json \
        --max-examples 1000 --exclude-checks positive_data_acceptance
"""

import schemathesis


@schemathesis.serializer("application/x-ndjson")
def lines(ctx, value):
    return value if isinstance(value, bytes) else str(value).encode("utf-8", "replace")


@schemathesis.serializer("text/html")
def page(ctx, value):
    return value if isinstance(value, bytes) else str(value).encode("utf-8", "replace")

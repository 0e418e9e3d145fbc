#!/bin/sh
# Who claims what in an article, with curl: claimant.sh SERVER FILE
# The token of a server that asks for one is taken from CLAIMANT_TOKEN.
set -eu
server=$1
article=$2

# The bare text as the body; --fail-with-body shows what was wrong and ends with 22. The token goes in on standard input:
# everybody on the machine sees a program's arguments.
printf '%s' "${CLAIMANT_TOKEN:+Authorization: Bearer $CLAIMANT_TOKEN}" |
curl --silent --show-error --fail-with-body --max-time 60 \
  --header @- \
  --header 'Content-Type: text/plain' \
  --data-binary "@$article" \
  "$server/v1/extract?format=jsonl"

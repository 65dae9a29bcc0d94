#!/bin/sh
# Removes the pages of a schema from the cache of nginx: purge-nginx.sh CACHE_DIRECTORY TENANT/SCHEMA
# nginx finds out by itself that a file is gone, and asks the gateway again.
set -eu

directory=$1
header=$(printf 'cache-tag: %s\r' "$2")

grep -rlaixFZ -e "$header" -- "$directory" | xargs -0 -r rm -f --

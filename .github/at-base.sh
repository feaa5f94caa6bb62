#!/usr/bin/env bash
# at-base.sh SITE ROOT: makes of a built site what a host shows: the site at its base path (most have
# none), and what hosts read themselves at the root. The files are moved.
set -euo pipefail
site=${1:?name the built site, such as dist}
root=${2:?name the folder to make}

base=$(jq --raw-output .base "$site/.edge/table.json")
shopt -s dotglob
mkdir -p "$root$base"
mv "$site"/* "$root$base"
[ "$base" = / ] || mv "$root$base"{.edge,.assetsignore,_headers,_redirects} "$root/"

#!/usr/bin/env bash
# rsync.sh SITE TARGET: uploads a built site to a server's folder, or to a folder here.
# What pages need goes first, pages next, deletions last, so that no reader meets a page whose files
# are not there. Styles and scripts stay behind for pages that caches still hold; PRUNE=yes removes
# those that the site no longer has (once a month is enough). What was drawn or indexed for an entry
# goes with it: the entry may have been withdrawn.
set -euo pipefail
site=${1:?name the built site, such as dist}
target=${2:?name the server and folder, such as www@example.org:/srv/example.org}

# times follow from content, so size and time tell whether a file changed
copy=(rsync --recursive --times --delay-updates)
named_by_content=(
  '/_assets/***' '/images/***' '/cards/***' '/charts/***'
  '*.pf_fragment' '*.pf_index' '*.pf_filter' '*.pf_meta'
)
first=()
for path in "${named_by_content[@]}"; do first+=(--include="$path"); done
stay=(--filter='protect /_assets/***')
[ "${PRUNE:-no}" = yes ] && stay=()

"${copy[@]}" --include='*/' "${first[@]}" --exclude='*' --prune-empty-dirs "$site/" "$target/"
"${copy[@]}" "$site/" "$target/"
"${copy[@]}" --delete-after ${stay[@]+"${stay[@]}"} "$site/" "$target/"

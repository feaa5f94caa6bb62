#!/usr/bin/env bash
# rsync.sh SITE TARGET: uploads a built site to a server's folder, or to a folder here.
# What pages need goes first, pages next, deletions last, so that no reader meets a page whose files
# are not there. Styles and scripts stay behind for pages that caches still hold; PRUNE=yes removes
# those that the site no longer has (once a month is enough). What was drawn or indexed for an entry
# goes with it: the entry may have been withdrawn. One release is uploaded, whole, whatever a build does
# meanwhile; a site that a killed build has left between two releases is refused.
set -euo pipefail
site=${1:?name the built site, such as dist}
target=${2:?name the server and folder, such as www@example.org:/srv/example.org}
site=${site%/}

refuse() { echo "$1" >&2; exit 1; }
unfinished() { [ -e "$site/.unfinished" ] || [ ! -e "$site/index.html" ]; }

# beside the site, where a copy can be made of links; the disk is the same
release=$(mktemp -d "$(dirname "$site")/.upload.XXXXXX" 2>/dev/null || mktemp -d)
trap 'rm -rf "$release"' EXIT
for try in 1 2 3 4 5; do
  ! unfinished || refuse "$site is between two releases, or no site at all. Build it: npm run build"
  touch "$release/begun"
  folder=$(ls -di "$site/.")
  copied=no
  rsync --archive --delete --link-dest="$(cd "$site" && pwd -P)" "$site/" "$release/site/" && copied=yes
  # a build that publishes changes the folder itself, or puts another in its place
  if [ $copied = yes ] && [ "$folder" = "$(ls -di "$site/.")" ] &&
    [ ! "$site" -nt "$release/begun" ] && ! unfinished; then break; fi
  [ "$try" -lt 5 ] || refuse "$site does not stay as it is while it is read. Wait for the build to end."
  sleep 1
done
site=$release/site

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

#!/bin/sh
# Uploads one edition to an object store with rclone, each kind of file with its cache header. Only what changed is sent.
#
#   upload.sh SITE REMOTE [VISIBILITY]
#
# SITE is site/internal or site/public, REMOTE a bucket of rclone's own configuration (store:reviews). VISIBILITY is private
# (the internal edition: no shared cache may keep it) or public.
set -eu

if [ $# -lt 2 ]; then
  echo "usage: upload.sh SITE REMOTE [private|public]" >&2
  exit 2
fi
site=$1 remote=$2 visibility=${3:-private}
[ -f "$site/index.html" ] || { echo "$site holds no site" >&2; exit 1; }

# Names made of the content: what stands under one never changes. They go first, so that no page asks for one that is not there.
rclone copy "$site" "$remote" --checksum --include '/search/*/*.js' --include '/lists/*/*.js' \
  --header-upload "Cache-Control: $visibility, max-age=31536000, immutable"
# All else may be kept, and is asked for again each time: a 304 where nothing changed.
rclone copy "$site" "$remote" --checksum --exclude '/search/*/*.js' --exclude '/lists/*/*.js' --exclude '.*' \
  --header-upload "Cache-Control: $visibility, no-cache"
# What the site has no more, last of all.
rclone sync "$site" "$remote" --checksum --exclude '.*'

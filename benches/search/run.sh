#!/usr/bin/env bash
# run.sh DEBRIEF FOLDER: all figures, at 1,000 and 10,000 reviews. FOLDER contains node_modules; generated files are kept there.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
debrief=$(realpath "$1")
folder=$(realpath "$2")
export NODE_MODULES_OF="$folder/package.json" PATH="$folder/venv/bin:$PATH"
timed() { python3 "$here/timed.py" "$@"; }

for n in ${SIZES:-1000 10000}; do
  made=$folder/$n
  if [ ! -d "$made/debrief" ]; then ${GENERATE:?} --n "$n" --seed 7 --format debrief,hugo --out "$made"; fi
  cp -r "$here"/hugo/. "$made/hugo/"
  rm -rf "$made"/{site,more,public,plain}
  echo "== $n reviews: builds"
  "$debrief" build --library "$made/debrief" --out "$made/site" --drafts --as-of 2026-11-19 --timings 2>&1 | tail -20
  rm -rf "$made/site"
  timed "debrief build" "$debrief" build --library "$made/debrief" --out "$made/site" --drafts --as-of 2026-11-19
  timed "hugo, JSON index" hugo --source "$made/hugo" --destination "$made/public" --quiet
  rm -rf "$made/site"
  timed "debrief build" "$debrief" build --library "$made/debrief" --out "$made/site" --drafts --as-of 2026-11-19
  rm -rf "$made/site" && timed "debrief build --without-search" "$debrief" build --library "$made/debrief" --out "$made/site" --drafts --as-of 2026-11-19 --without-search
  rm -rf "$made/site" && "$debrief" build --library "$made/debrief" --out "$made/site" --drafts --as-of 2026-11-19 -q
  site=$made/site/internal
  timed "pagefind alone" "$folder/node_modules/.bin/pagefind" --site "$site" --glob "reviews/*/index.html" --output-path "$made/pf/pagefind"
  echo '<!doctype html><title>x</title>' > "$made/pf/index.html"
  timed "elasticlunr.js alone" node "$here/plain.mjs" "$site" "$made/plain"
  ls -l "$made/plain/index.json"
  echo "== $n reviews: one more"
  first=$(ls "$made/debrief" | grep '\.md$' | tail -1)
  mv "$made/debrief/$first" "$made/held.md"
  "$debrief" build --library "$made/debrief" --out "$made/more" --drafts --as-of 2026-11-19 -q --allow-broken-links
  mv "$made/held.md" "$made/debrief/$first"
  python3 "$here/changed.py" "$made/more/internal" "$site"
  rm -rf "$made/more"
  echo "== $n reviews: fifty queries"
  node "$here/cost.mjs" "$site" "$made/pf" "$made/plain" "$([ "$n" -gt 1000 ] && echo 5 || echo 50)"
done

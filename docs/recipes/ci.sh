#!/bin/sh
# Checks a library and builds its sites, in any CI. Run it in a full clone: a shallow one does not know when a review came out.
#
#   LIBRARY   the folder with the reviews (.)
#   EDITION   internal, public or all (internal)
#   OUT       the folder above internal/, public/ and report/ (site)
#   BASE_URL  where the internal site will stand; feeds need it (none)
set -eu

LIBRARY=${LIBRARY:-.}
EDITION=${EDITION:-internal}
OUT=${OUT:-site}

if [ "$(git -C "$LIBRARY" rev-parse --is-shallow-repository 2>/dev/null || echo false)" = true ]; then
  git -C "$LIBRARY" fetch --quiet --unshallow
fi

case $EDITION in
  internal | public) out=$OUT/$EDITION ;;
  all) out=$OUT ;;
  *)
    echo "EDITION is internal, public or all, not $EDITION" >&2
    exit 2
    ;;
esac

# On GitHub each mistake is shown at its line of the pull request.
debrief check "$LIBRARY" ${GITHUB_ACTIONS:+--format github}
debrief build "$LIBRARY" --edition "$EDITION" --out "$out" --strict ${BASE_URL:+--base-url "$BASE_URL"}

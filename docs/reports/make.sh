#!/bin/bash
# Makes the pictures of this folder: the reports of the clean hour, of a run with three vendor defects, and of one too short to decide, as
# PNG pages by headless Chromium, with the network off. The reports themselves go to out/.
#
# Usage:  docs/reports/make.sh        from the root of the tree, with Debian's package chromium
set -eu
cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/../.."
command -v chromium >/dev/null || { echo 'docs/reports/make.sh: needs the package chromium: apt-get install chromium' >&2; exit 69; }

# report SCENARIO NAME: judges it and the cases. Whatever comes out, conformant, not, or incomplete, is a report.
report() { ./plumbline accredit "$1" --out "out/pages/$2" --evidence none --force >/dev/null 2>&1 || [ $? -lt 3 ]; }

# page NAME WIDTH HEIGHT: the first HEIGHT pixels of its report, for a screen that is WIDTH wide.
page() {
  local picture=docs/reports/$1-$2.png profile
  profile=$(mktemp -d)
  chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --no-first-run --disable-background-networking \
    --disable-component-update --disable-sync --disable-extensions --host-resolver-rules='MAP * ~NOTFOUND' \
    --user-data-dir="$profile" --window-size="$2,$3" --screenshot="$picture" "file://$PWD/out/pages/$1/report.html" 2>/dev/null
  rm -rf "$profile"
  echo "$picture"
}

report scenarios/clean/cambridgeshire-hour.json clean-hour
report scenarios/negative/vendor-defects.json vendor-defects
report scenarios/negative/late-first-leg.json late-first-leg
report scenarios/negative/too-short.json too-short

page clean-hour 1440 1500
page vendor-defects 1440 1500
page vendor-defects 390 1500
page late-first-leg 1440 1500
page too-short 1440 1500

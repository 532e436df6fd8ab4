#!/usr/bin/env bash
# Makes docs/report.png, the README's picture, from the report of a run:  scripts/picture.sh runs/20261121-211530-k3f9
set -euo pipefail
cd "$(dirname "$0")/.."

report=$(.venv/bin/deskhand replay --report "${1:-latest}")
profile=$(mktemp -d)
trap 'rm -rf "$profile"' EXIT
chromium --headless=new --no-sandbox --disable-gpu --hide-scrollbars --user-data-dir="$profile" \
    --window-size="${2:-1360,1210}" --screenshot=docs/report.png "file://$report" 2>/dev/null
ls -l docs/report.png

#!/usr/bin/env bash
# Works out the three constraints files anew from pyproject.toml: exact versions and hashes of every file, for all
# Python versions we support, and no address of any index. Run it after changing a dependency, then commit the files.
set -euo pipefail
cd "$(dirname "$0")/.."

uv=${UV:-uv}
if ! command -v "$uv" >/dev/null; then
    echo "lock: needs uv (\`python3 -m pip install uv\`, or UV=/path/to/uv)." >&2
    exit 1
fi

options=(--universal --python-version 3.11 --generate-hashes --quiet
    --no-emit-index-url --no-emit-find-links --no-annotate --no-header)
[[ ${1:-} == --upgrade ]] && options+=(--upgrade)

"$uv" pip compile pyproject.toml "${options[@]}" -o constraints.txt
"$uv" pip compile pyproject.toml --group dev -c constraints.txt "${options[@]}" -o constraints-dev.txt
"$uv" pip compile --group build -c constraints.txt "${options[@]}" -o constraints-build.txt
wc -l constraints*.txt

#!/usr/bin/env bash
# Everything a fresh clone needs: system packages by apt, and a virtual environment in .venv. Nothing else.
#
#   scripts/setup.sh run     what `deskhand` needs
#   scripts/setup.sh dev     also what the tests, the linters and the benchmarks need
#
# A second run compares one stamp (versions, interpreter, place) and ends in well under a second. It writes only into
# this folder (and pip's cache), so that it works as a plain user; only apt is run as root, through sudo if need be.
set -euo pipefail
cd "$(dirname "$0")/.."

level=${1:-run}
here=$PWD
packages_list=src/deskhand/cli/packages.txt
me=$(id -un)

say() { printf 'setup: %s\n' "$*" >&2; }
die() {
    say "$@"
    exit 1
}

# --- what is there already ----------------------------------------------------------------------------------------

# The guest inside the walls is run by the system's own interpreter, with the packages of .venv: both must be the
# same minor version of Python, so .venv is made from the system's and from no other (pyenv, conda …).
find_python() {
    local candidate
    for candidate in /usr/bin/python3 /usr/bin/python3.1{3,2,1}; do
        if [[ -x $candidate ]] && "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
            echo "$candidate"
            return
        fi
    done
}

missing_packages() { # of one kind (needed, wanted, dev), by the package database
    local kind=$1 name
    command -v dpkg-query >/dev/null || return 0
    local -A have=()
    while read -r name; do have[$name]=1; done < <(
        dpkg-query -W -f='${db:Status-Status} ${Package}\n' 2>/dev/null | sed -n 's/^installed //p'
    )
    while IFS='|' read -r name wanted _; do
        name=${name// /}
        [[ $name == '#'* || -z $name || ${wanted// /} != "$kind" ]] && continue
        [[ -n ${have[$name]:-} ]] || echo "$name"
    done <"$packages_list"
}

stamp_text() { # of a level
    echo "place=$here python=$python $("$python" -V 2>&1)"
    cat pyproject.toml constraints*.txt "$packages_list" scripts/setup.sh | sha256sum
    echo "missing=$(missing_packages needed | tr '\n' ' ') $(missing_packages wanted | tr '\n' ' ')"
    [[ $1 != dev ]] || echo "missing for tests=$(missing_packages dev | tr '\n' ' ')"
}

up_to_date() { # what was set up for `dev` serves `run` too
    [[ -n $python && -x .venv/bin/deskhand ]] || return 1
    local stamp
    for stamp in dev "$level"; do
        [[ -e .venv/stamp-$stamp && $(<".venv/stamp-$stamp") == "$(stamp_text "$stamp")" ]] && return 0
    done
    return 1
}

# --- system packages ----------------------------------------------------------------------------------------------

progress() { # one line that moves on a terminal, a few lines elsewhere; all of it into the log
    awk -v log_file="$1" -v tty="$([[ -t 2 ]] && echo 1 || echo 0)" -v total="${2:-0}" '
        function show(text) {
            if (tty) { printf "\r\033[K       %s", substr(text, 1, 70) > "/dev/stderr" }
            else if (text != last) { printf "       %s\n", text > "/dev/stderr" }
            last = text; fflush("/dev/stderr")
        }
        { print >> log_file; fflush(log_file) }
        /^(dl|pm)status:/ {
            split($0, part, ":"); percent = int(part[3])
            if (!tty) { percent = int(percent / 25) * 25; part[4] = "" }
            show(sprintf("%s %3d %%  %s", $0 ~ /^dl/ ? "downloading" : "installing ", percent, part[4]))
        }
        /^Collecting / { n++; if (tty || n % 10 == 1) show(sprintf("downloading %d of %d  %s", n, total, tty ? $2 : "")) }
        /^Installing collected/ { show("unpacking") }
        END { if (tty && last) printf "\r\033[K" > "/dev/stderr" }'
}

apt_knows() { # those of the given packages that could be installed, one a line
    LC_ALL=C apt-cache policy "$@" 2>/dev/null |
        awk '/^[^ ]/ { name = $1; sub(/:$/, "", name) } /^ *Candidate: [^(]/ { print name }'
}

install_packages() {
    local as_root=() log known available=() name
    if [[ $EUID -ne 0 ]]; then
        as_root=(sudo)
        if ! command -v sudo >/dev/null || { ! sudo -n true 2>/dev/null && [[ ! -t 0 ]]; }; then
            say "these system packages are missing, and only root may install them:"
            say "    sudo apt-get install -y $*"
            [[ ${#missing[@]} -eq 0 ]] || die "deskhand cannot work without ${missing[*]}."
            say "going on without them."
            return 0
        fi
        sudo -n true 2>/dev/null || say "sudo may ask for your password: it is for apt-get only."
    fi
    log=$(mktemp)
    # shellcheck disable=SC2064  # the name of now
    trap "rm -f '$log'" EXIT
    say "asking apt for the package lists"
    "${as_root[@]}" apt-get -qq -o DPkg::Lock::Timeout=300 update >"$log" 2>&1 ||
        say "apt-get update failed ($(tail -n 1 "$log")); going on with the lists that are there."
    known=" $(apt_knows "$@" | tr '\n' ' ') "
    for name in "$@"; do
        if [[ $known == *" $name "* ]]; then
            available+=("$name")
        elif [[ $name == chromium ]]; then
            say "chromium: this system offers it as a snap only, which cannot run inside the walls; going on without a web browser."
        else
            say "$name: apt knows no such package here; going on without it."
        fi
    done
    [[ ${#available[@]} -gt 0 ]] || return 0
    say "installing ${#available[@]} system packages: ${available[*]}"
    if ! "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
        -o DPkg::Lock::Timeout=300 -o APT::Status-Fd=1 "${available[@]}" 2>&1 | progress "$log"; then
        grep -v '^..status:' "$log" | tail -n 15 >&2
        die "apt-get could not install them; the last lines above say why."
    fi
}

# --- the environment ----------------------------------------------------------------------------------------------

pip_install() { # how many packages, then pip's words; quiet unless it fails
    local log total=$1
    shift
    log=$(mktemp)
    if ! .venv/bin/python -m pip install --disable-pip-version-check --no-input --no-build-isolation "$@" 2>&1 |
        progress "$log" "$total"; then
        tail -n 15 "$log" >&2
        rm -f "$log"
        die "pip could not install the Python packages; the last lines above say why. (Is there a network?)"
    fi
    rm -f "$log"
}

pip_install_locked() { pip_install "$(grep -c '^[^ #]' "$1")" --require-hashes -r "$1"; }

make_environment() {
    if [[ -e .venv && ! -w .venv ]]; then
        die "$here/.venv belongs to $(stat -c %U .venv) and is out of date. Run \`make $([[ $level == dev ]] && echo setup-dev || echo setup)\` as $(stat -c %U .venv), or clone afresh as $me."
    elif [[ ! -e .venv && ! -w . ]]; then
        die "$here belongs to $(stat -c %U .) and cannot be written by $me. Clone it afresh as $me, or run \`make setup\` as $(stat -c %U .) first."
    fi
    if [[ ! -x .venv/bin/python ]] || ! .venv/bin/python -m pip --version >/dev/null 2>&1 ||
        [[ $(.venv/bin/python -V 2>&1) != $("$python" -V 2>&1) || $(cat .venv/made-at 2>/dev/null) != "$here" ]]; then
        say "making .venv with $python"
        "$python" -m venv --clear .venv || die "$python could not make a virtual environment in $here/.venv."
        echo "$here" >.venv/made-at
    fi
    say "installing Python packages into .venv"
    rm -f .venv/stamp-*
    # First what builds, then the rest with exactly that: nothing is downloaded whose hash is not in these files.
    pip_install_locked constraints-build.txt
    pip_install_locked "$constraints"
    pip_install 0 --no-deps --editable .
    stamp_text "$level" >".venv/stamp-$level"
}

# --- in order -----------------------------------------------------------------------------------------------------

case $level in
run) constraints="constraints.txt" ;;
dev) constraints="constraints-dev.txt" ;;
*) die "say 'run' or 'dev', not '$level'." ;;
esac

python=$(find_python)
up_to_date && exit 0

missing=()
if [[ -z $python ]]; then
    # Ubuntu 22.04's own python3 is 3.10, but it offers 3.11 beside it.
    if [[ -x /usr/bin/python3 ]]; then missing+=(python3.11 python3.11-venv); else missing+=(python3 python3-venv); fi
elif ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    missing+=("$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')")
fi
mapfile -t needed < <(missing_packages needed)
mapfile -t wanted < <(
    missing_packages wanted
    [[ $level != dev ]] || missing_packages dev
)
missing+=("${needed[@]}")
if [[ ${#missing[@]} -gt 0 || ${#wanted[@]} -gt 0 ]]; then
    if command -v apt-get >/dev/null; then
        install_packages "${missing[@]}" "${wanted[@]}"
    else
        say "there is no apt-get here: install by hand what \`deskhand doctor\` finds missing."
    fi
    python=$(find_python)
    mapfile -t needed < <(missing_packages needed)
    [[ ${#needed[@]} -eq 0 ]] || die "deskhand cannot work without these packages, which are still missing: ${needed[*]}."
fi
[[ -n $python ]] || die "deskhand needs Python 3.11 or newer in /usr/bin, which this system does not offer."

make_environment
say "ready."

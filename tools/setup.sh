#!/bin/sh
# Makes .venv, where every other make target runs: the locked packages, then planctl from this folder.
# Usage: tools/setup.sh. PLANCTL_PYTHON=python3.12 chooses a Python; else the newest from 3.11 to 3.14.
set -eu
cd "$(dirname "$0")/.."

lock=requirements/dev.txt
# Each is written when its half is done, so that a setup cut short never passes for a whole one.
packages_done=.venv/packages.txt
all_done=.venv/.ready

main() {
    rm -f "$all_done"
    has_packages || install_packages
    quietly .venv/bin/python -m pip install --quiet --disable-pip-version-check \
        --no-index --no-deps --no-build-isolation --editable .
    pwd > "$all_done"
}

# The programs of an environment name the folder where it was made: moved, it is made anew.
made_of() {
    pwd
    cat "$lock"
}

has_packages() {
    made_of | cmp -s - "$packages_done" && .venv/bin/python -c '' 2> /dev/null
}

install_packages() {
    python=$(newest_python) || stop_without_python
    rm -rf .venv
    if command -v uv > /dev/null; then
        announce
        uv venv --quiet --no-project --python "$python" .venv
        set -- uv pip install --python .venv/bin/python
    elif "$python" -c 'import ensurepip' 2> /dev/null; then
        announce
        "$python" -m venv .venv
        set -- .venv/bin/python -m pip install --no-compile
    else
        # Debian without python3-venv: an environment without pip, filled by the pip outside it.
        outer=$(python_with_pip) || stop_without_pip
        announce
        "$python" -m venv --without-pip .venv
        set -- "$outer" -m pip --python .venv/bin/python install --no-compile
    fi
    # Wheels alone: building a package would bring in others that no hash holds.
    quietly "$@" --quiet --require-hashes --only-binary :all: --requirement "$lock"
    made_of > "$packages_done"
}

newest_python() {
    for candidate in ${PLANCTL_PYTHON:-python3.14 python3.13 python3.12 python3.11 python3 python}; do
        if "$candidate" -c 'import sys, venv; sys.exit(sys.version_info < (3, 11))' 2> /dev/null; then
            "$candidate" -c 'import sys; print(sys.executable)'
            return
        fi
    done
    return 1
}

# 22.3 was the first that could fill an environment other than its own.
python_with_pip() {
    for candidate in "$python" python3 python; do
        version=$("$candidate" -c 'import pip; print(pip.__version__)' 2> /dev/null) || continue
        if [ "$(printf '22.3\n%s\n' "$version" | sort -V | head -n 1)" = 22.3 ]; then
            printf '%s\n' "$candidate"
            return
        fi
    done
    return 1
}

announce() {
    printf 'Setting up .venv with %s. This is done once and takes about a minute.\n' "$("$python" --version)"
}

# pip and uv warn of much that is no concern here: they speak when they fail.
quietly() {
    log=$("$@" 2>&1) || {
        printf '%s\n' "$log" >&2
        stop 'The environment could not be set up; the reason stands above.' \
            'Nothing is left half done: run make again when it is mended.'
    }
}

stop_without_python() {
    stop "planctl needs Python 3.11 or newer, and here is ${PLANCTL_PYTHON:-$(python3 --version 2> /dev/null || echo none)}." \
        'Debian 12, Ubuntu 24.04 or newer: apt install python3 python3-pip' \
        'Fedora: dnf install python3 python3-pip' \
        'macOS: brew install python'
}

stop_without_pip() {
    stop "planctl needs pip 22.3 or newer to set up its environment, and $("$python" --version) has none." \
        'Debian and Ubuntu: apt install python3-pip (or python3-venv)' \
        'Fedora: dnf install python3-pip'
}

stop() {
    printf '%s\n' "$@" >&2
    exit 3
}

main

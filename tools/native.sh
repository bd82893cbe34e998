#!/bin/sh
# Sees to the libraries that make the PDF, Pango and HarfBuzz. Says nothing when they are there.
# Usage: tools/native.sh [PYTHON]. Exits 3, saying how to install them, when it cannot do so itself.
set -eu

python=${1:-python3}
debian_packages='libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0'

main() {
    if loadable; then
        return
    fi
    if command -v apt-get > /dev/null && root=$(way_to_root); then
        printf 'Installing Pango and HarfBuzz, which make the PDF: %s\n' "$debian_packages"
        install_with_apt || stop
        loadable || stop
    else
        stop
    fi
}

# By the names under which WeasyPrint loads them; the others it needs come with these.
loadable() {
    "$python" - << 'END'
from ctypes import CDLL
from sys import exit, platform

suffix = "dylib" if platform == "darwin" else "so.0"
subset = "libharfbuzz-subset.0.dylib" if platform == "darwin" else "libharfbuzz-subset.so.0"
for name in (f"libpango-1.0.{suffix}", f"libpangoft2-1.0.{suffix}", subset):
    try:
        CDLL(name)
    except OSError:
        exit(1)
END
}

# What goes before a command that only root may run; fails when there is no way.
way_to_root() {
    if [ "$(id -u)" -eq 0 ]; then
        echo env
    elif sudo -n true 2> /dev/null; then
        echo sudo -n env
    else
        return 1
    fi
}

# The lists of a new machine are empty or old. Another source that is out of reach is no reason to stop.
install_with_apt() {
    # shellcheck disable=SC2086  # both are lists of words
    log=$($root apt-get -q update 2>&1;
        $root DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends install $debian_packages 2>&1) || {
        printf '%s\n' "$log" >&2
        return 1
    }
}

stop() {
    cat >&2 << END
The PDF needs Pango and HarfBuzz, and this machine lacks them. To install them:
  Debian, Ubuntu  apt install $debian_packages
  Fedora          dnf install pango harfbuzz
  macOS           brew install pango
Without them planctl still checks plans and writes HTML: planctl report --format html
END
    exit 3
}

main

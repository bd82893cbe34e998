#!/bin/sh
# Sees to the libraries that make the PDF, Pango and HarfBuzz. Says nothing when they are there.
# Usage: tools/native.sh [PYTHON]. Exits 3, saying how to install them, when it cannot do so itself.
set -eu
. "$(dirname "$0")/packages.sh"

python=${1:-python3}
debian_packages='libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0'

main() {
    # shellcheck disable=SC2086  # a list of words
    see_to 'Pango and HarfBuzz, which make the PDF' $debian_packages
}

# By the names under which WeasyPrint loads them; the others it needs come with these.
there() {
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

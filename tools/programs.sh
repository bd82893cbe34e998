#!/bin/sh
# Sees to the programs that tests look at pages with. Says nothing when they are there.
# Usage: tools/programs.sh. Exits 3, saying how to install them, when it cannot do so itself.
set -eu
. "$(dirname "$0")/packages.sh"

main() {
    see_to 'the programs with which tests look at pages' poppler-utils
}

there() {
    command -v pdftoppm > /dev/null && command -v pdffonts > /dev/null
}

stop() {
    cat >&2 << END
The thorough tests look at pages with pdftoppm, and this machine lacks it. To install it:
  Debian, Ubuntu  apt install poppler-utils
  Fedora          dnf install poppler-utils
  macOS           brew install poppler
END
    exit 3
}

main

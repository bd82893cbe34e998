#!/bin/sh
# Sees to the programs that tests look at pages with. Says nothing when they are there.
# Usage: tools/programs.sh. Exits 3, saying how to install them, when it cannot do so itself.
set -eu

main() {
    if there; then
        return
    fi
    if command -v apt-get > /dev/null && root=$(way_to_root); then
        printf 'Installing poppler-utils, with which tests look at pages\n'
        install_with_apt || stop
        there || stop
    else
        stop
    fi
}

there() {
    command -v pdftoppm > /dev/null && command -v pdffonts > /dev/null
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

install_with_apt() {
    log=$($root apt-get -q update 2>&1;
        $root DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends install poppler-utils 2>&1) || {
        printf '%s\n' "$log" >&2
        return 1
    }
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

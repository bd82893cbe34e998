#!/bin/sh
# Sees to the YAML language server, by which the tests open plans as an editor would: build/npm.
# Usage: tools/editor.sh. Says nothing when it is there. Exits 3, saying how to install Node.js and
# npm, when they are missing and it cannot install them itself.
set -eu
cd "$(dirname "$0")/.."

wanted=tools/editor/package.json
folder=build/npm
# Written when all is there, so that an installation cut short never passes for a whole one.
all_done=$folder/installed.json

main() {
    if cmp -s "$wanted" "$all_done"; then
        return
    fi
    command -v npm > /dev/null || install_node || stop
    printf 'Installing the YAML language server into %s\n' "$folder"
    rm -rf "$folder"
    mkdir -p "$folder"
    cp "$wanted" "$folder"
    quietly npm install --prefix "$folder" --no-package-lock --no-audit --no-fund --ignore-scripts
    cp "$wanted" "$all_done"
}

install_node() {
    if ! command -v apt-get > /dev/null || ! root=$(way_to_root); then
        return 1
    fi
    echo 'Installing Node.js and npm, which run the YAML language server: nodejs npm'
    quietly install_with_apt
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
    $root apt-get -q update || true
    $root DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends install nodejs npm
}

# npm and apt-get say much that is no concern here: they speak when they fail.
quietly() {
    log=$("$@" 2>&1) || {
        printf '%s\n' "$log" >&2
        stop
    }
}

stop() {
    cat >&2 << 'END'
The tests in an editor need Node.js 18 or newer and npm. To install them:
  Debian, Ubuntu  apt install nodejs npm
  Fedora          dnf install nodejs npm
  macOS           brew install node
Every other test runs without them: make test
END
    exit 3
}

main

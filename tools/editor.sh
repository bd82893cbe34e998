#!/bin/sh
# Sees to the YAML language server, by which the tests open plans as an editor would: build/npm.
# Usage: tools/editor.sh. Says nothing when it is there. Exits 3, saying how to install Node.js and
# npm, when they are missing and it cannot install them itself.
set -eu
cd "$(dirname "$0")/.."
. tools/packages.sh

wanted=tools/editor/package.json
folder=build/npm
# Written when all is there, so that an installation cut short never passes for a whole one.
all_done=$folder/installed.json

main() {
    if cmp -s "$wanted" "$all_done"; then
        return
    fi
    see_to 'Node.js and npm, which run the YAML language server' nodejs npm
    printf 'Installing the YAML language server into %s\n' "$folder"
    rm -rf "$folder"
    mkdir -p "$folder"
    cp "$wanted" "$folder"
    quietly npm install --prefix "$folder" --no-package-lock --no-audit --no-fund --ignore-scripts \
        || stop
    cp "$wanted" "$all_done"
}

there() {
    command -v npm > /dev/null
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

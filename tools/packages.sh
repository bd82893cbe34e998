# shellcheck shell=sh
# Sourced by the scripts here: Debian's packages, installed where apt-get and a way to root are there.

# Says what is seen to ($1), and installs the packages behind it, unless the script's `there` finds it
# all. Where that cannot be done, or was of no use, the script's `stop` says how to do it by hand.
see_to() {
    if there; then
        return
    fi
    what=$1
    shift
    install_with_apt "Installing $what: $*" "$@" || stop
    there || stop
}

# Says the first word and installs the packages that follow; fails, without that word, where it cannot.
install_with_apt() {
    command -v apt-get > /dev/null && root=$(way_to_root) || return 1
    printf '%s\n' "$1"
    shift
    # The lists of a new machine are empty or old. Another source out of reach is no reason to stop.
    # shellcheck disable=SC2086  # root is a list of words
    updated=$($root apt-get -q update 2>&1) || true
    # shellcheck disable=SC2086  # as above
    quietly $root DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends install "$@" || {
        printf '%s\n' "$updated" >&2
        return 1
    }
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

# pip, npm and apt-get say much that is no concern here: they speak when they fail.
quietly() {
    log=$("$@" 2>&1) || {
        printf '%s\n' "$log" >&2
        return 1
    }
}

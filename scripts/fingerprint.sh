# Tells by content whether something has to be built again.

STAMPS=$ROOT/target/stamps

digest() {
    if command -v sha256sum >/dev/null; then
        sha256sum "$@"
    else
        shasum -a 256 "$@"
    fi
}

# fingerprint PATH...: of all files below, names and contents; paths are relative to the project
fingerprint() {
    (
        cd "$ROOT"
        find "$@" \( -name node_modules -o -name dist -o -name target \) -prune -o -type f -print 2>/dev/null \
            | LC_ALL=C sort | tr '\n' '\0' | digest_each | digest | cut -c 1-16
    )
}

digest_each() {
    if command -v sha256sum >/dev/null; then
        xargs -0 sha256sum
    else
        xargs -0 shasum -a 256
    fi
}

# is_fresh NAME FINGERPRINT ARTIFACT: built from just this, and not touched by others since
is_fresh() {
    [ -f "$3" ] && [ "$(cat "$STAMPS/$1" 2>/dev/null)" = "$2" ] && [ ! "$3" -nt "$STAMPS/$1" ]
}

stamp() {
    mkdir -p "$STAMPS"
    printf '%s\n' "$2" >"$STAMPS/$1"
}

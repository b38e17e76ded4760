# No child outlives us, however we end. We hold the only writing end of a pipe (descriptor 9); when we
# are gone, even by kill -9, the system closes it, and whoever reads the pipe sees its end.
#   Server and simulator read it as standard input (--exit-with-stdin) and end in good order.
#   Everything else runs leashed: a watcher beside it reads the pipe and ends it.

LEASH=''

open_leash() {
    [ -z "$LEASH" ] || return 0
    LEASH_DIR=$(mktemp -d "${TMPDIR:-/tmp}/patchbay.XXXXXX")
    LEASH=$LEASH_DIR/leash
    mkfifo -m 600 "$LEASH"
    exec 9<>"$LEASH"
}

# Nobody opens the pipe by name after this.
hide_leash() {
    [ -z "${LEASH_DIR:-}" ] || rm -rf "$LEASH_DIR"
}

let_go() { exec 9>&-; }

# leashed COMMAND...: runs it in a process group of its own, waits, gives its exit code. Its output goes
# to ours; it has no input.
leashed() {
    (
        set -m
        "$@" </dev/null 9>&- &
        worker=$!
        set +m
        (
            read -r _ <"$LEASH" || true
            kill -TERM -- "-$worker"
        ) 9>&- >/dev/null 2>&1 &
        watcher=$!
        code=0
        wait "$worker" || code=$?
        kill "$watcher" 2>/dev/null || true
        wait "$watcher" 2>/dev/null || true
        exit "$code"
    ) &
    wait $!
}

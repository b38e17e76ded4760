# ./run --reset: deletes the local data, and nothing that is not ours.

run_reset() {
    local answer=''
    refuse_running
    [ -d "$DATA" ] || {
        say "There is no data in $DATA."
        return
    }
    if [ "${1:-}" != --yes ]; then
        printf 'Delete the database, the keys and the simulated accounts in %s? [y/N] ' "$DATA"
        read -r answer || true
        case $answer in
            y | Y | yes) ;;
            *) fail "Nothing was deleted." ;;
        esac
    fi
    stop_orphaned_database "$DATA"
    rm -rf "$DATA/postgres" "$DATA/run" "$DATA/logs" "$DATA/keyset.json" "$DATA/simulator.json"
    rmdir "$DATA" 2>/dev/null || say "Files that Patchbay did not make were kept in $DATA."
    say "The local data is gone; the next ./run begins anew."
}

refuse_running() {
    [ -z "$(running_pid)" ] || fail "Patchbay runs with the data in $DATA. Stop it first (Ctrl-C where it was started)."
}

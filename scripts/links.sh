# Sign-in links of the running demonstration.

# show_links DATA: one line a person, from the file that the server wrote
show_links() {
    [ -f "$1/run/links.json" ] || return 0
    tr '{' '\n' <"$1/run/links.json" \
        | sed -n 's/.*"name":"\([^"]*\)","role":"\([^"]*\)","link":"\([^"]*\)".*/\2|\1|\3/p' \
        | while IFS='|' read -r role name link; do
            printf '  %-9s %-13s %s\n' "$(capitalised "$role")" "$name" "$link"
        done
}

capitalised() {
    printf '%s%s' "$(printf '%s' "$1" | cut -c 1 | tr '[:lower:]' '[:upper:]')" "$(printf '%s' "$1" | cut -c 2-)"
}

run_links() {
    local waited=0
    [ -n "$(running_pid)" ] || fail "Patchbay does not run with the data in $DATA. Start it with ./run."
    [ -f "$DATA/run/links.json" ] || fail "This Patchbay runs without the demonstration (PATCHBAY_DEMO)."
    (umask 077 && : >"$DATA/run/links.wanted")
    while [ -f "$DATA/run/links.wanted" ]; do
        waited=$((waited + 1))
        [ "$waited" -le 100 ] || fail "The server does not answer. See $DATA/logs/server.log."
        sleep 0.1
    done
    show_links "$DATA"
}

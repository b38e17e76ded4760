# ./run: builds, starts, waits, tells where everything is, and ends everything.

run_start() {
    need_jdk
    refuse_second
    require_ports
    trap 'stop_all 130' INT
    trap 'stop_all 143' TERM
    trap 'stop_all 129' HUP
    trap hide_leash EXIT
    build_changed
    install_built
    prepare_fast_start
    start_all
    tell
    watch_over
}

refuse_second() {
    [ -z "$(running_pid)" ] || {
        complain "Patchbay runs already with the data in $DATA: $(running_at desk)"
        complain "./run links prints new sign-in links for it."
        fail "For a second one set PATCHBAY_DATA_DIR and the three PATCHBAY_…_PORT (./run --help)."
    }
}

require_ports() {
    require_free_port PATCHBAY_DESK_PORT "$DESK_PORT" "the desk"
    require_free_port PATCHBAY_MANAGEMENT_PORT "$MANAGEMENT_PORT" "the management port"
    ! with_simulator || require_free_port PATCHBAY_SIMULATOR_PORT "$SIMULATOR_PORT" "the simulator"
}

# Ours, unless somebody chose another one, or none.
with_simulator() {
    [ -z "${PATCHBAY_SIMULATOR_URL:-}" ]
}

# The demonstration is for this machine alone: the server refuses it otherwise, so we do not ask.
may_show_demo() {
    [ -z "${PATCHBAY_DATABASE_URL:-}${PATCHBAY_PUBLIC_URL:-}${PATCHBAY_SMTP_URL:-}" ] || return 1
    case ${PATCHBAY_BIND_ADDRESS:-127.0.0.1} in
        127.0.0.1 | ::1 | localhost) ;;
        *) return 1 ;;
    esac
}

start_all() {
    step "Starting"
    umask 077
    mkdir -p "$DATA/run" "$DATA/logs"
    settle_data
    if with_simulator; then
        export PATCHBAY_SIMULATOR_URL=http://127.0.0.1:$SIMULATOR_PORT
        start_simulator "$DATA" "$SIMULATOR_PORT"
    fi
    if may_show_demo; then
        export PATCHBAY_DEMO=${PATCHBAY_DEMO:-true}
    fi
    start_server "$DATA" ${AOT_OPTIONS[@]+"${AOT_OPTIONS[@]}"}
    await_server "$DATA" || give_up "The server did not start. It says:" "$DATA/logs/server.log"
    if [ -n "$SIMULATOR_PID" ]; then
        await_port "$SIMULATOR_PORT" "$SIMULATOR_PID" \
            || give_up "The simulator did not start. It says:" "$DATA/logs/simulator.log"
    fi
    hide_leash
}

give_up() {
    complain "$1"
    show_end "$2" 25
    end_processes
    stop_orphaned_database "$DATA"
    exit 1
}

tell() {
    say ''
    say "Patchbay is ready."
    say ''
    say "  Desk      $(running_at desk)"
    show_links "$DATA"
    [ -z "$SIMULATOR_PID" ] || say "  Phones    http://127.0.0.1:$SIMULATOR_PORT"
    say ''
    [ ! -f "$DATA/run/links.json" ] || say "Each link signs in once, within ten minutes; ./run links makes new ones."
    say "Logs are in $DATA/logs. Ctrl-C stops everything."
}

# Until one of them ends; then the other has no purpose either.
watch_over() {
    local dead='' dead_pid='' code=0
    while alive "$SERVER_PID" && { [ -z "$SIMULATOR_PID" ] || alive "$SIMULATOR_PID"; }; do
        sleep 1 9>&- &
        wait $! || true
    done
    if alive "$SERVER_PID"; then dead=simulator; else dead=server; fi
    if [ $dead = server ]; then dead_pid=$SERVER_PID; else dead_pid=$SIMULATOR_PID; fi
    wait "$dead_pid" 2>/dev/null || code=$? # bash itself would say "Killed" and print the command
    give_up "The $dead ended by itself (exit code $code). Its last words:" "$DATA/logs/$dead.log"
}

stop_all() {
    trap '' INT TERM HUP
    say ''
    step "Stopping"
    end_processes
    [ -z "$SERVER_PID" ] || stop_orphaned_database "$DATA"
    wait # for what was building
    exit "$1"
}

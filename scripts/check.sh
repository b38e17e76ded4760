# ./run --check: starts everything apart from what runs already, and tests it from outside.

run_check() {
    local data=$ROOT/target/check-$$ keep=false
    while [ $# -gt 0 ]; do
        case $1 in
            --data)
                [ $# -ge 2 ] || fail "--data needs a directory."
                data=$2 keep=true
                shift 2
                ;;
            *) fail "./run --check does not know $1." ;;
        esac
    done
    case $data in /*) ;; *) data=$PWD/$data ;; esac
    need_jdk
    need_node
    trap 'trap "" INT TERM HUP; end_processes; exit 130' INT TERM HUP
    trap hide_leash EXIT
    build_changed
    install_built
    prepare_fast_start
    check_in "$data"
    $keep || rm -rf "$data"
    say "Everything works."
}

check_in() {
    local data=$1 result=0
    own_ports_and_defaults
    DATA=$data
    refuse_second
    step "Starting on ports $DESK_PORT, $MANAGEMENT_PORT and $SIMULATOR_PORT, with data in $data"
    umask 077
    mkdir -p "$data/run" "$data/logs"
    start_simulator "$data" "$SIMULATOR_PORT"
    start_server "$data" ${AOT_OPTIONS[@]+"${AOT_OPTIONS[@]}"}
    await_server "$data" || give_up "The server did not start. It says:" "$data/logs/server.log"
    await_port "$SIMULATOR_PORT" "$SIMULATOR_PID" \
        || give_up "The simulator did not start. It says:" "$data/logs/simulator.log"
    hide_leash
    self_test "$data" || result=1
    end_processes
    stop_orphaned_database "$data"
    [ $result = 0 ] || fail "The check failed. Its data and logs are in $data."
}

# What somebody has set is for their Patchbay, not for one that is only a test.
own_ports_and_defaults() {
    local name
    for name in $(env | sed -n 's/^\(PATCHBAY_[A-Z_]*\)=.*/\1/p'); do
        unset "$name"
    done
    DESK_PORT=$(free_port)
    MANAGEMENT_PORT=$(free_port)
    SIMULATOR_PORT=$(free_port)
    export PATCHBAY_DESK_PORT=$DESK_PORT PATCHBAY_MANAGEMENT_PORT=$MANAGEMENT_PORT
    export PATCHBAY_SIMULATOR_URL=http://127.0.0.1:$SIMULATOR_PORT PATCHBAY_DEMO=true
    export PATCHBAY_SIMULATOR_MEDIA_PORT=0
}

# self_test DATA: drives the server whose running file lies there
self_test() {
    node --no-warnings --experimental-websocket "$ROOT/scripts/self-test/main.mjs" "$1"
}

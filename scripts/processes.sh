# Starts server and simulator on our leash, waits for them, and ends them.

SERVER_PID=''
SIMULATOR_PID=''
LOGS=${LOGS:-files}

# start_server DATA JAVA_OPTION...
start_server() {
    local data=$1
    shift
    rm -f "$data/run/server.json" "$data/run/links.json" "$data/run/links.wanted"
    child "$data/logs/server.log" env \
        PATCHBAY_DATA_DIR="$data" PATCHBAY_DESK_DIR="$APP_DESK" \
        "$JAVA" "$@" --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
        -jar "$APP/patchbay-server-app.jar" --exit-with-stdin
    SERVER_PID=$!
}

# start_simulator DATA PORT
start_simulator() {
    child "$1/logs/simulator.log" \
        "$JAVA" -jar "$APP_SIMULATOR/patchbay-simulator.jar" --port "$2" --state "$1/simulator.json" --exit-with-stdin
    SIMULATOR_PID=$!
}

# child LOG COMMAND...: in the background, reading the leash
child() {
    local log=$1
    shift
    open_leash
    if [ "$LOGS" = terminal ]; then
        "$@" <"$LEASH" 9>&- &
    else
        mkdir -p "${log%/*}"
        [ ! -f "$log" ] || mv "$log" "$log.1"
        "$@" <"$LEASH" >"$log" 2>&1 9>&- &
    fi
}

alive() { [ -n "$1" ] && kill -0 "$1" 2>/dev/null; }

# await_server DATA: until it says that it is ready; fails if it ends instead
await_server() {
    until [ -f "$1/run/server.json" ]; do
        alive "$SERVER_PID" || return 1
        sleep 0.05
    done
}

# await_port PORT PID
await_port() {
    until port_taken "$1"; do
        alive "$2" || return 1
        sleep 0.05
    done
}

# Lets both go and waits until they are gone; what has not ended within a minute is killed.
end_processes() {
    local waited=0
    let_go
    while alive "$SERVER_PID" || alive "$SIMULATOR_PID"; do
        if [ "$waited" -ge 600 ]; then
            kill -9 $SERVER_PID $SIMULATOR_PID 2>/dev/null || true
        fi
        waited=$((waited + 1))
        sleep 0.1
    done
    hide_leash
}

# The end of a log, for somebody whose server did not start.
show_end() {
    [ "$LOGS" = terminal ] || tail -n "${2:-15}" "$1" >&2
}

# Starts take a third of the time with JDK 25's AOT cache: classes are kept loaded and linked as a
# training run left them (JEP 483, JEP 514). Made once per build; without it everything works, slower.

AOT_OPTIONS=()

# Sets AOT_OPTIONS. The cache fits only the server's files at their place, and this JDK.
prepare_fast_start() {
    local cache
    cache=$APP/$({ cat "$JAVA_HOME/release" && say "$APP"; } | digest | cut -c 1-16).aot
    if [ ! -f "$cache" ] && [ ! -f "$cache.failed" ]; then
        step "Preparing fast starts (once per build)"
        train "$cache" || {
            complain "  That did not work, so starts will be slower. Why: $cache.failed"
        }
    fi
    [ ! -f "$cache" ] || AOT_OPTIONS=("-XX:AOTCache=$cache" -Xlog:aot=off)
}

# train CACHE: runs a server with a database of its own through the self-test
train() {
    local cache=$1 data=$ROOT/target/training-$$ result=0
    open_leash
    mkdir -p "$data/logs"
    training_run "$data" "$cache.unfinished" >"$data/logs/training.log" 2>&1 &
    wait $! || result=$?
    if [ "$result" = 0 ] && [ -f "$cache.unfinished" ]; then
        mv "$cache.unfinished" "$cache"
    else
        cat "$data"/logs/*.log >"$cache.failed"
    fi
    rm -rf "$data"
    [ -f "$cache" ]
}

# In a shell of its own, for its settings are not ours; it lets go of the leash, so that it ends with us.
# Asked to end, the server writes the cache first.
training_run() {
    let_go
    LOGS=files
    own_ports_and_defaults
    export PATCHBAY_SIMULATOR_URL=none
    start_server "$1" -XX:AOTCacheOutput="$2"
    if await_server "$1" && self_test "$1"; then
        kill -TERM "$SERVER_PID"
        wait "$SERVER_PID" || true
    else
        kill -TERM "$SERVER_PID" 2>/dev/null || true
        return 1
    fi
}

# ./run simulator: only the simulator, in this terminal, with its own options.

run_simulator() {
    need_jdk
    trap hide_leash EXIT
    build_simulator
    require_free_port PATCHBAY_SIMULATOR_PORT "$(simulator_port "$@")" "the simulator"
    hide_leash
    exec "$JAVA" -jar "$SIMULATOR_JAR" --port "$SIMULATOR_PORT" "$@"
}

# The last one given counts.
simulator_port() {
    local port=$SIMULATOR_PORT
    while [ $# -gt 1 ]; do
        [ "$1" != --port ] || port=$2
        shift
    done
    printf '%s' "$port"
}

build_simulator() {
    SIMULATOR_PRINT=$(fingerprint pom.xml simulator/pom.xml simulator/src/main)
    is_fresh simulator "$SIMULATOR_PRINT" "$SIMULATOR_JAR" || build_java simulator
}

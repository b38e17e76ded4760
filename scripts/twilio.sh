# ./run twilio: a workspace's Twilio account from the command line. A client of the HTTP API, nothing more.

run_twilio() {
    need_node
    export PATCHBAY_DATA_DIR=$DATA
    exec node --no-warnings "$ROOT/scripts/twilio/main.mjs" "$@"
}

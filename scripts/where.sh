# Where things are: the data directory and the ports.

DATA=${PATCHBAY_DATA_DIR:-$ROOT/data}
case $DATA in
    /*) ;;
    *) DATA=$PWD/$DATA ;;
esac

DESK_PORT=${PATCHBAY_DESK_PORT:-8080}
MANAGEMENT_PORT=${PATCHBAY_MANAGEMENT_PORT:-8081}
SIMULATOR_PORT=${PATCHBAY_SIMULATOR_PORT:-8090}

is_number() {
    case $1 in
        '' | *[!0-9]*) return 1 ;;
    esac
}

# Whether something on this machine takes connections there.
port_taken() {
    (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null
}

# require_free_port SETTING PORT WHAT. What is no number is the server's to refuse, with all else.
require_free_port() {
    if is_number "$2" && [ "$2" -gt 0 ] && port_taken "$2"; then
        complain "Port $2 is taken; $3 needs it. Choose another one:"
        fail "  $1=$(free_port) ./run"
    fi
}

free_port() {
    local port
    while :; do
        port=$((20000 + RANDOM % 12000))
        port_taken "$port" || break
    done
    printf '%s' "$port"
}

# The process that runs Patchbay with this data directory; nothing where none does.
running_pid() {
    local pid
    pid=$(sed -n 's/.*"pid":\([0-9][0-9]*\).*/\1/p' "$DATA/run/server.json" 2>/dev/null) || return 0
    if [ -n "$pid" ] && ps -p "$pid" -o args= 2>/dev/null | grep -q 'patchbay-server'; then
        printf '%s' "$pid"
    fi
}

# running_at NAME: an address out of the file that the running server keeps.
running_at() {
    sed -n "s/.*\"$1\":\"\([^\"]*\)\".*/\1/p" "$DATA/run/server.json" 2>/dev/null
}

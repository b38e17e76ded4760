# The embedded PostgreSQL outlives a server that was killed. Whoever finds it stops it.

# stop_orphaned_database DATA: only where its server is gone
stop_orphaned_database() {
    local pid
    pid=$(sed -n 1p "$1/postgres/data/postmaster.pid" 2>/dev/null) || return 0
    is_number "$pid" && is_postmaster "$pid" "$1" || return 0
    kill -INT "$pid" 2>/dev/null || return 0 # "fast": PostgreSQL ends connections and writes everything down
    while is_postmaster "$pid" "$1"; do
        sleep 0.1
    done
}

# The file of a machine that went down may name somebody else's process by now.
is_postmaster() {
    ps -p "$1" -o args= 2>/dev/null | grep -qF "$2/postgres"
}

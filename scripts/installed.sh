# What runs is a copy of what was built, in a directory named by its content: a build beside a running
# Patchbay (a check, a second start) never takes files away from under it.

INSTALLED=$ROOT/target/installed

# Sets APP, APP_DESK and APP_SIMULATOR.
install_built() {
    APP=$INSTALLED/server-$SERVER_PRINT
    APP_DESK=$INSTALLED/desk-$DESK_PRINT
    APP_SIMULATOR=$INSTALLED/simulator-$SIMULATOR_PRINT
    mkdir -p "$INSTALLED"
    [ -d "$APP" ] || install_as "$APP" "$JAVA" -Djarmode=tools -jar "$SERVER_JAR" extract --destination
    [ -d "$APP_DESK" ] || install_as "$APP_DESK" cp -R "$DESK"
    [ -d "$APP_SIMULATOR" ] || install_as "$APP_SIMULATOR" copy_into "$SIMULATOR_JAR"
    mark_used
    remove_unused
}

# install_as DIRECTORY COMMAND...: the command gets a directory to make as its last argument, which is
# moved into place when whole
install_as() {
    local directory=$1 unfinished=$1.unfinished.$$
    shift
    "$@" "$unfinished" >/dev/null
    mv "$unfinished" "$directory"
}

copy_into() {
    mkdir "$2"
    cp "$1" "$2/"
}

mark_used() {
    local directory
    for directory in "$APP" "$APP_DESK" "$APP_SIMULATOR"; do
        : >"$directory.used-by-$$"
    done
}

# Marks of processes that are gone, then directories that nobody marks.
remove_unused() {
    local mark directory
    for mark in "$INSTALLED"/*.used-by-*; do
        kill -0 "${mark##*-}" 2>/dev/null || rm -f "$mark"
    done
    for directory in "$INSTALLED"/*-*; do
        [ -d "$directory" ] || continue
        ls "$directory".used-by-* >/dev/null 2>&1 || rm -rf "$directory"
    done
}

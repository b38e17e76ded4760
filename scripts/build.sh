# Builds what changed: server and simulator with Maven, the desk with npm. Nothing is downloaded, nor
# Maven or npm even started, when nothing changed.

SERVER_JAR=$ROOT/server/target/patchbay-server-app.jar
SIMULATOR_JAR=$ROOT/simulator/target/patchbay-simulator.jar
DESK=$ROOT/web/dist
BUILD_LOG=$ROOT/target/build.log

run_build() {
    need_jdk
    trap 'let_go; exit 130' INT TERM HUP
    trap hide_leash EXIT
    build_changed
    install_built
    prepare_fast_start
    say "Everything is built."
}

build_changed() {
    SERVER_PRINT=$(fingerprint pom.xml server/pom.xml server/src/main)
    SIMULATOR_PRINT=$(fingerprint pom.xml simulator/pom.xml simulator/src/main)
    DESK_PRINT=$(fingerprint web)
    local modules=''
    is_fresh server "$SERVER_PRINT" "$SERVER_JAR" || modules=server
    is_fresh simulator "$SIMULATOR_PRINT" "$SIMULATOR_JAR" || modules=${modules:+$modules,}simulator
    [ -z "$modules" ] || build_java "$modules"
    is_fresh desk "$DESK_PRINT" "$DESK/index.html" || build_desk
}


build_java() {
    need_maven
    step "Building $(printf '%s' "$1" | sed 's/,/ and /')"
    watched mvn -B -ntp -Dstyle.color=never -f "$ROOT/pom.xml" -pl "$1" -am -Dmaven.test.skip=true package
    case $1 in *server*) stamp server "$SERVER_PRINT" "$SERVER_JAR" ;; esac
    case $1 in *simulator*) stamp simulator "$SIMULATOR_PRINT" "$SIMULATOR_JAR" ;; esac
}

build_desk() {
    need_node
    install_libraries watched
    step "Building the desk"
    watched npm --prefix "$ROOT/web" run build
    stamp desk "$DESK_PRINT" "$DESK/index.html"
}

# install_libraries HOW: npm ci, only when the lock file changed since the last one
install_libraries() {
    local lock installed=$ROOT/web/node_modules/.package-lock.json
    lock=$(fingerprint web/package-lock.json)
    if ! is_fresh desk-libraries "$lock" "$installed"; then
        step "Installing the desk's libraries"
        "$1" npm --prefix "$ROOT/web" ci --no-audit --no-fund && stamp desk-libraries "$lock" "$installed"
    fi
}

# watched COMMAND...: shows what it is doing; all it says is in the build log, whose end is shown when it
# fails.
watched() {
    open_leash
    mkdir -p "${BUILD_LOG%/*}"
    if ! leashed outlined "$@"; then
        complain ''
        tail -n 30 "$BUILD_LOG" >&2
        fail "The build failed. All it said is in $BUILD_LOG."
    fi
}

outlined() {
    "$@" 2>&1 | tee "$BUILD_LOG" | sed -n \
        -e 's/^\[INFO\] --- \([a-z-]*\):[^ ]*:\([a-zA-Z-]*\) .*@ \([a-z-]*\) ---/    \3: \2/p' \
        -e 's/^\[INFO\] \(Compiling [0-9]* source files\).*/    \1/p' \
        -e 's/^added [0-9]* packages.*/    &/p' \
        -e 's/^> /    /p' \
        -e 's/.*built in .*/    &/p'
}

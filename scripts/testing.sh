# ./test: all parts, those that fail fast first; a summary at the end, and the exit code.

TEST_LOGS=$ROOT/target/test-logs
SUMMARY=()
FAILED=0

test_help() {
    cat <<'TEXT'
Usage: ./test [part]

  ./test            everything: scripts, format, web, simulator, server, system; a good twenty minutes on two cores
  ./test scripts    what ./run twilio says and does, against an API of the tests' own
  ./test server     format, unit, property, architecture and integration tests (real PostgreSQL)
  ./test simulator  the same of the simulator
  ./test web        lint, types, unit tests, build, size budgets
  ./test system     builds the product, then drives it from outside: ./run itself, and browsers

Browser tests need Chromium (Debian: apt-get install chromium), or CHROMIUM=/path/to/it. Without one they
are left out, which is said loudly; where CI=true, it is a failure.
TEXT
}

test_parts() {
    need_jdk
    need_maven
    need_node
    mkdir -p "$TEST_LOGS"
    trap 'let_go; wait; exit 130' INT TERM HUP
    trap hide_leash EXIT
    run_parts "$1" || true # what failed is in the summary; the rest is tested all the same
    summarise
}

run_parts() {
    case $1 in
        all)
            test_scripts
            test_web
            test_format simulator,server,system-tests,benchmarks
            test_java simulator,server
            test_system
            ;;
        scripts) test_scripts ;;
        web) test_web ;;
        system)
            test_format system-tests,benchmarks
            test_system
            ;;
        *)
            test_format "$1"
            test_java "$1"
            ;;
    esac
}

test_scripts() {
    part "scripts: tests" node --no-warnings --test --test-reporter=spec "$ROOT"/scripts/twilio/test/*.test.mjs
}

test_web() {
    install_libraries libraries_part
    part "web: lint and types" npm --prefix "$ROOT/web" run check
    part "web: unit tests" npm --prefix "$ROOT/web" test
    part "web: build" npm --prefix "$ROOT/web" run build && stamp desk "$(fingerprint web)" "$DESK/index.html"
    part "web: size budgets" npm --prefix "$ROOT/web" run size
}

libraries_part() { part "web: npm ci" "$@"; }

# test_format MODULE[,MODULE]
test_format() { part "format: $1" maven -pl "$1" spotless:check; }

# test_java MODULE[,MODULE]
test_java() {
    part "tests: $1" maven -T 2 -pl "$1" -am --fail-at-end package || return 0
    case $1 in *server*) stamp server "$(fingerprint pom.xml server/pom.xml server/src/main)" "$SERVER_JAR" ;; esac
    case $1 in *simulator*) stamp simulator "$(fingerprint pom.xml simulator/pom.xml simulator/src/main)" "$SIMULATOR_JAR" ;; esac
}

test_system() {
    part "system: ./run --check" "$ROOT/run" --check || return 0
    local chromium
    chromium=$(find_chromium)
    # With the simulator, which some use as a library; its own tests are not run again.
    part "system: tests" maven -pl system-tests -am "-Dtest=org/patchbay/systemtests/**/*Test" \
        -Dsurefire.failIfNoSpecifiedTests=false "-Dpatchbay.root=$ROOT" "-Dpatchbay.chromium=$chromium" test
    [ -n "$chromium" ] || without_browser
}

maven() {
    mvn -B -ntp -Dstyle.color=never -f "$ROOT/pom.xml" "$@"
}

without_browser() {
    note "!!!!" "BROWSER TESTS WERE LEFT OUT: there is no Chromium (./test --help)"
    [ "${CI:-}" != true ] || FAILED=1
}

# part NAME COMMAND...: shows all it says, keeps it in a log, remembers how it went
part() {
    local name=$1 log began=$SECONDS result=0
    shift
    log=$TEST_LOGS/$(printf '%s' "$name" | tr -cs 'a-z\n' '-').log
    say ''
    say "=== $name"
    open_leash
    leashed logged "$log" "$@" || result=$?
    if [ "$result" = 0 ]; then
        note "ok" "$name ($((SECONDS - began)) s)$(counted "$log")"
    else
        note "FAILED" "$name ($((SECONDS - began)) s), see $log$(counted "$log")"
        note_failures "$log"
        FAILED=1
    fi
    return "$result"
}

# logged LOG COMMAND...
logged() {
    local log=$1
    shift
    "$@" 2>&1 | tee "$log"
}

note() {
    SUMMARY[${#SUMMARY[@]}]=$(printf '%-7s %s' "$1" "$2")
}

# What Surefire, Vitest and Node counted, for the summary.
counted() {
    sed -n -e 's/.*\(Tests run: [0-9]*, Failures: [0-9]*, Errors: [0-9]*, Skipped: [0-9]*\)$/: \1/p' \
        -e 's/^ *Tests *\([0-9].*\)/: \1/p' \
        -e 's/^[^ ]* tests \([0-9]*\)$/: \1 tests/p' "$1" | tr '\n' ' '
}

# The names of what failed, where Surefire, Vitest and Node list them: whoever has only the summary needs no log.
note_failures() {
    local line
    while IFS= read -r line; do note '' "  $line"; done < <(
        sed -n -e $'s/\e\\[[0-9;]*m//g' \
            -e 's/^\[ERROR\]   \([A-Z].*\)/\1/p' \
            -e 's/^ *FAIL  *\(.*\)/\1/p' \
            -e 's/^ *✖ \(.*\)/\1/p' "$1" | cut -c 1-300 | sort -u | head -n 30
    )
}

summarise() {
    say ''
    say "=== Summary ($((SECONDS / 60)) min $((SECONDS % 60)) s)"
    printf '%s\n' "${SUMMARY[@]}"
    [ "$FAILED" = 0 ] || fail '' "Some of it failed."
    say ''
    say "All of it passed."
}

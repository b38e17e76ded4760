# The tools that a build needs, and what to say where one is missing or old.

need_jdk() {
    JAVA_HOME=$(find_jdk)
    export JAVA_HOME
    JAVA=$JAVA_HOME/bin/java
}

# at_least FOUND WANTED, as in 3.8.7 and 3.8
at_least() {
    local found_major found_minor
    found_major=${1%%.*}
    found_minor=${1#*.}
    found_minor=${found_minor%%.*}
    [ "$found_major" -gt "${2%%.*}" ] || {
        [ "$found_major" -eq "${2%%.*}" ] && [ "$found_minor" -ge "${2#*.}" ]
    }
}

need_maven() {
    local version
    command -v mvn >/dev/null || fail "Patchbay needs Maven 3.8 or newer: https://maven.apache.org/install.html"
    version=$(mvn -v 2>/dev/null | sed -n 's/.*Apache Maven \([0-9]*\.[0-9]*\).*/\1/p' | head -n 1) || true
    at_least "${version:-0.0}" 3.8 || fail "Patchbay needs Maven 3.8 or newer; mvn is ${version:-unknown}."
}

need_node() {
    local version
    command -v node >/dev/null || fail "Patchbay needs Node 20.19 or newer: https://nodejs.org"
    command -v npm >/dev/null || fail "Patchbay needs npm, which comes with Node: https://nodejs.org"
    version=$(node --version | sed 's/^v//')
    at_least "$version" 20.19 || fail "Patchbay needs Node 20.19 or newer; node is $version. See https://nodejs.org"
}

# Prints the path of a Chromium; nothing where there is none.
find_chromium() {
    local candidate
    for candidate in ${CHROMIUM:+"$CHROMIUM"} chromium chromium-browser google-chrome google-chrome-stable \
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" \
        "/Applications/Chromium.app/Contents/MacOS/Chromium"; do
        if command -v "$candidate"; then
            return
        fi
    done
}

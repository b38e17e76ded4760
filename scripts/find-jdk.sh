# Finds a JDK 25, wherever systems and version managers put them, although java may be another.

# The major version of the JDK in a directory, from its release file: nothing has to be run.
jdk_version() {
    [ -x "$1/bin/javac" ] || return 0
    sed -n 's/^JAVA_VERSION="\([0-9][0-9]*\).*/\1/p' "$1/release" 2>/dev/null
}

jdk_on_path() {
    local java
    java=$(command -v java) || return 0
    "$java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p'
}

# The JDK of whoever named one.
jdk_by_choice() {
    local version
    version=$(jdk_version "$PATCHBAY_JAVA_HOME")
    if [ "${version:-0}" -lt 25 ]; then
        fail "PATCHBAY_JAVA_HOME ($PATCHBAY_JAVA_HOME) is not a JDK 25."
    fi
    printf '%s' "$PATCHBAY_JAVA_HOME"
}

# Prints the directory of a JDK 25, or fails with what to install.
find_jdk() {
    local home
    if [ -n "${PATCHBAY_JAVA_HOME:-}" ]; then
        jdk_by_choice
        return
    fi
    for home in "${JAVA_HOME:-/none}" /usr/lib/jvm/* /usr/java/* /opt/*jdk* /opt/java/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home \
        "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.asdf/installs/java/* \
        "$HOME"/.local/share/mise/installs/java/*; do
        if [ "$(jdk_version "$home")" = 25 ]; then
            printf '%s' "$home"
            return
        fi
    done
    home=$(jdk_on_path)
    if [ -n "$home" ] && [ "$(jdk_version "$home")" = 25 ]; then
        printf '%s' "$home"
        return
    fi
    complain "Patchbay needs a JDK 25. Install one (https://adoptium.net, or your package manager)."
    fail "If you have one in an unusual place, set PATCHBAY_JAVA_HOME to it."
}

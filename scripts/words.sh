# How we speak: progress and results on standard output, complaints on standard error.

say() { printf '%s\n' "$*"; }

# A step that takes a while, said when it begins.
step() { printf '• %s\n' "$*"; }

complain() { printf '%s\n' "$*" >&2; }

# Says what is wrong, and what to do about it, and ends.
fail() {
    complain "$@"
    exit 1
}

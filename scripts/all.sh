# What ./run, ./test and benchmarks/run are made of. One purpose a file; this one loads them.

for part in words help where find-jdk tools fingerprint leash build installed processes database \
    fast-start start links check reset simulator twilio; do
    # shellcheck disable=SC1090
    source "$ROOT/scripts/$part.sh"
done

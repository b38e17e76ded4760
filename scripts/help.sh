run_help() {
    cat <<'TEXT'
Usage: ./run [what]

  ./run                  build what changed, start Patchbay with its database and the Twilio
                         simulator, print the desk's address and sign-in links; Ctrl-C stops all
  ./run --logs           the same, with the server's and the simulator's log in this terminal
  ./run links            new sign-in links for the demonstration that is running
  ./run twilio [...]     a workspace's Twilio account: look, compare, repair; ./run twilio --help
  ./run simulator [...]  only the simulator, in this terminal; ./run simulator --help for its options
  ./run --check          start on free ports with an empty database, test what was started, stop;
                         --data DIR keeps the data there. The exit code tells. Disturbs nothing
  ./run --reset [--yes]  delete the local data: database, keys, simulated accounts
  ./run --build          only build

Needs JDK 25 (found by itself even if java is older), Maven 3.8 or newer, Node 20.19 or newer.

Settings are environment variables; docs/operating.md lists them. Those needed most:
  PATCHBAY_DESK_PORT        8080   where the desk is opened
  PATCHBAY_MANAGEMENT_PORT  8081   health and metrics
  PATCHBAY_SIMULATOR_PORT   8090   the simulator and its phones
  PATCHBAY_SIMULATOR_MEDIA_PORT  8091   the UDP port of the simulator's call audio
  PATCHBAY_DATA_DIR         data   database, keys and logs
  PATCHBAY_JAVA_HOME               a JDK 25, if it is not found
TEXT
}

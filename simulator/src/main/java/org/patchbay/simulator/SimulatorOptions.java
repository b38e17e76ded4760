package org.patchbay.simulator;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.patchbay.simulator.media.MediaConfig;

/// How a simulator is started. Immutable; each method answers changed options.
///
/// @param host the address to listen on; keep to loopback, the simulator trusts whoever reaches it
/// @param port 0 means a free one
/// @param turnedFrom when not null, time stands still there until a test turns it
/// @param accounts accounts that exist from the start
/// @param numbers numbers that exist from the start, each of one of the accounts
/// @param restConcurrency REST requests an account may have under way, see Twilio's error 20429
/// @param callsPerSecond calls an account may start by REST per second; more are queued. Twilio gives
///     a new account 1
/// @param inspectorSubjects calls, conferences and messages that the inspector remembers
/// @param state the file that accounts, numbers and SIDs are kept in, or null
/// @param load a state file of another simulator to start with, or null; `state` wins when it exists
/// @param media where calls have real sound, or null for silence. Always silent with a turned clock
/// @param demo whether an account that is made up on start gets three numbers
public record SimulatorOptions(
        String host,
        int port,
        @Nullable Instant turnedFrom,
        List<AccountSeed> accounts,
        List<NumberSeed> numbers,
        int restConcurrency,
        int callsPerSecond,
        int inspectorSubjects,
        @Nullable Path state,
        @Nullable Path load,
        @Nullable MediaConfig media,
        boolean demo) {

    /// @param token the primary auth token
    public record AccountSeed(String sid, String token) {}

    /// @param phoneNumber E.164
    public record NumberSeed(String accountSid, String phoneNumber) {}

    public SimulatorOptions {
        accounts = List.copyOf(accounts);
        numbers = List.copyOf(numbers);
    }

    /// Real time, a free port on loopback, one account that is made up on start.
    public static SimulatorOptions defaults() {
        return new SimulatorOptions("127.0.0.1", 0, null, List.of(), List.of(), 100, 1, 2_000, null, null, null, false);
    }

    public SimulatorOptions port(int port) {
        return new SimulatorOptions(
                host,
                port,
                turnedFrom,
                accounts,
                numbers,
                restConcurrency,
                callsPerSecond,
                inspectorSubjects,
                state,
                load,
                media,
                demo);
    }

    /// Time stands still at `start` until [TwilioSimulator#advance].
    public SimulatorOptions turnedClock(Instant start) {
        return new SimulatorOptions(
                host,
                port,
                start,
                accounts,
                numbers,
                restConcurrency,
                callsPerSecond,
                inspectorSubjects,
                state,
                load,
                media,
                demo);
    }

    public SimulatorOptions account(String sid, String token) {
        var more = new ArrayList<>(accounts);
        more.add(new AccountSeed(sid, token));
        return new SimulatorOptions(
                host,
                port,
                turnedFrom,
                more,
                numbers,
                restConcurrency,
                callsPerSecond,
                inspectorSubjects,
                state,
                load,
                media,
                demo);
    }

    public SimulatorOptions number(String accountSid, String phoneNumber) {
        var more = new ArrayList<>(numbers);
        more.add(new NumberSeed(accountSid, phoneNumber));
        return new SimulatorOptions(
                host,
                port,
                turnedFrom,
                accounts,
                more,
                restConcurrency,
                callsPerSecond,
                inspectorSubjects,
                state,
                load,
                media,
                demo);
    }

    public SimulatorOptions limits(int restConcurrency, int callsPerSecond) {
        return new SimulatorOptions(
                host,
                port,
                turnedFrom,
                accounts,
                numbers,
                restConcurrency,
                callsPerSecond,
                inspectorSubjects,
                state,
                load,
                media,
                demo);
    }

    /// 0 turns the inspector off, for load.
    public SimulatorOptions inspectorSubjects(int subjects) {
        return new SimulatorOptions(
                host,
                port,
                turnedFrom,
                accounts,
                numbers,
                restConcurrency,
                callsPerSecond,
                subjects,
                state,
                load,
                media,
                demo);
    }

    public SimulatorOptions state(Path file) {
        return new SimulatorOptions(
                host,
                port,
                turnedFrom,
                accounts,
                numbers,
                restConcurrency,
                callsPerSecond,
                inspectorSubjects,
                file,
                load,
                media,
                demo);
    }

    public SimulatorOptions load(Path file) {
        return new SimulatorOptions(
                host,
                port,
                turnedFrom,
                accounts,
                numbers,
                restConcurrency,
                callsPerSecond,
                inspectorSubjects,
                state,
                file,
                media,
                demo);
    }

    /// Calls have real sound, over this UDP port; 0 takes a free one. Browsers reach it at every private
    /// address of this machine, and at loopback.
    public SimulatorOptions media(int port) {
        return media(MediaConfig.of(List.of(), port));
    }

    /// Calls have real sound.
    ///
    /// @param config null for silence
    public SimulatorOptions media(@Nullable MediaConfig config) {
        return new SimulatorOptions(
                host,
                port,
                turnedFrom,
                accounts,
                numbers,
                restConcurrency,
                callsPerSecond,
                inspectorSubjects,
                state,
                load,
                config,
                demo);
    }

    /// The account that is made up on start gets three numbers.
    public SimulatorOptions withDemoNumbers() {
        return new SimulatorOptions(
                host,
                port,
                turnedFrom,
                accounts,
                numbers,
                restConcurrency,
                callsPerSecond,
                inspectorSubjects,
                state,
                load,
                media,
                true);
    }
}

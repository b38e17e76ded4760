package org.patchbay.benchmarks.calls;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Members who reach for one call at the same moment, each attempt over a connection of its own.
final class Race implements AutoCloseable {

    /// @param winners the members who were told that the call is theirs
    /// @param wrong answers that name nobody, or another than the winner
    /// @param nanos how long each attempt took
    record Outcome(Set<Agent> winners, List<HttpLine.Answer> wrong, long[] nanos) {}

    private record Attempt(Agent agent, HttpLine.Answer answer, long nanos) {}

    private static final String TOKEN = "benchmark";

    private final int port;
    private final List<Agent> agents;
    private final List<HttpLine> lines = new ArrayList<>();
    private final ExecutorService runners = Executors.newVirtualThreadPerTaskExecutor();

    /// @param accepts how many attempts at one call; the members take turns
    Race(int port, List<Agent> agents, int accepts) throws IOException {
        this.port = port;
        this.agents = agents;
        for (int i = 0; i < accepts; i++) {
            lines.add(new HttpLine(port));
        }
    }

    Outcome run(UUID callId) throws InterruptedException, ExecutionException {
        CountDownLatch ready = new CountDownLatch(lines.size());
        List<Future<Attempt>> attempts = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            HttpLine line = lines.get(i);
            Agent agent = agents.get(i % agents.size());
            byte[] request = request(agent, callId, "accept");
            attempts.add(runners.submit(() -> {
                ready.countDown();
                ready.await();
                long before = System.nanoTime();
                HttpLine.Answer answer = line.send(request);
                return new Attempt(agent, answer, System.nanoTime() - before);
            }));
        }
        List<Attempt> done = new ArrayList<>();
        for (Future<Attempt> attempt : attempts) {
            done.add(attempt.get());
        }
        return outcome(done);
    }

    private static Outcome outcome(List<Attempt> attempts) {
        Set<Agent> winners = new LinkedHashSet<>();
        attempts.stream()
                .filter(attempt -> attempt.answer().status() == 200)
                .map(Attempt::agent)
                .forEach(winners::add);
        List<HttpLine.Answer> wrong = attempts.stream()
                .map(Attempt::answer)
                .filter(answer -> answer.status() != 200)
                .filter(answer -> winners.stream().noneMatch(winner -> names(answer, winner)))
                .toList();
        long[] nanos = attempts.stream().mapToLong(Attempt::nanos).toArray();
        return new Outcome(winners, wrong, nanos);
    }

    private static boolean names(HttpLine.Answer answer, Agent winner) {
        return answer.status() == 409
                && answer.body().contains("already-claimed")
                && answer.body().contains("\"" + winner.name() + " has taken the call.\"");
    }

    void hangUp(Agent agent, UUID callId) throws IOException {
        HttpLine.Answer answer = lines.getFirst().send(request(agent, callId, "hang-up"));
        if (answer.status() != 204) {
            throw new IllegalStateException("the call was not ended: " + answer);
        }
    }

    private byte[] request(Agent agent, UUID callId, String what) {
        return ("POST /api/calls/" + callId + "/" + what + " HTTP/1.1\r\nHost: localhost:" + port
                        + "\r\nCookie: patchbay_session=" + agent.session() + "; XSRF-TOKEN=" + TOKEN
                        + "\r\nX-XSRF-TOKEN: " + TOKEN + "\r\nContent-Length: 0\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        for (HttpLine line : lines) {
            line.close();
        }
        runners.close();
    }
}

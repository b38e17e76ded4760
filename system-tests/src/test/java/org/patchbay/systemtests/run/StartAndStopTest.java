package org.patchbay.systemtests.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.systemtests.product.Processes;
import org.patchbay.systemtests.product.Program;
import org.patchbay.systemtests.run.Launcher.Called;

/// All from a directory that is not the project's, with a space in every path.
class StartAndStopTest {

    private final Launcher launcher = new Launcher();

    @AfterEach
    void clear() {
        launcher.close();
    }

    @Test
    void aStartBuildsNothingThatIsBuiltAndPrintsLinksThatSignIn() {
        Called run = launcher.call().ready();

        assertThat(run.said()).doesNotContain("Building", "Installing", "Preparing");
        assertThat(run.links())
                .hasSize(3)
                .allSatisfy(link -> assertThat(link).hasPort(launcher.desk().getPort()));
        assertThat(signIn(run)).isEqualTo("Hugo Bennett");
    }

    @Test
    void aSecondStartSaysWhereTheFirstIsAndLinksCanBeHadAnew() {
        Called first = launcher.call().ready();

        Called second = launcher.call();
        assertThat(second.ended()).isEqualTo(1);
        assertThat(second.said())
                .contains("runs already")
                .contains(launcher.desk().toString());

        Called reset = launcher.call("--reset", "--yes");
        assertThat(reset.ended()).isEqualTo(1);
        assertThat(reset.said()).contains("Stop it first");

        Called links = launcher.call("links");
        assertThat(links.ended()).isZero();
        assertThat(links.links()).hasSize(3).doesNotContainAnyElementsOf(first.links());
        assertThat(signIn(links)).isEqualTo("Hugo Bennett");
    }

    @Test
    void terminatedItEndsInGoodOrderAndLeavesNothingBehind() {
        Called run = launcher.call().ready();
        Set<ProcessHandle> family = launcher.family(run);

        run.process().destroy();

        assertThat(run.ended()).isEqualTo(143);
        assertThat(family).allSatisfy(StartAndStopTest::ends);
        assertThat(launcher.data().resolve("run/server.json")).doesNotExist();
    }

    @Test
    void killedItLeavesNothingBehindAndTheNextStartKnowsEverybody() {
        Called killed = launcher.call().ready();
        Set<ProcessHandle> family = launcher.family(killed);

        killed.process().destroyForcibly();

        assertThat(family).allSatisfy(StartAndStopTest::ends);
        Called next = launcher.call().ready();
        assertThat(signIn(next)).isEqualTo("Hugo Bennett");
    }

    @Test
    void aKilledServerIsNoticedItsDatabaseStoppedAndTheNextStartWorks() {
        Called run = launcher.call().ready();
        Set<ProcessHandle> family = launcher.family(run);

        launcher.server().destroyForcibly();

        assertThat(run.ended()).isEqualTo(1);
        assertThat(run.said()).contains("The server ended by itself (exit code 137)");
        assertThat(family).allSatisfy(StartAndStopTest::ends);
        assertThat(signIn(launcher.call().ready())).isEqualTo("Hugo Bennett");
    }

    @Test
    void withEverythingKilledTheNextStartFindsTheOrphanedDatabase() {
        Called run = launcher.call().ready();
        ProcessHandle orphan = launcher.postmaster();
        Set<ProcessHandle> others = launcher.family(run);
        others.remove(orphan);
        run.process().destroyForcibly();
        others.forEach(ProcessHandle::destroyForcibly);
        assertThat(others).allSatisfy(StartAndStopTest::ends);
        assertThat(orphan.isAlive()).isTrue();

        Called next = launcher.call().ready();

        assertThat(orphan.isAlive()).isFalse();
        assertThat(signIn(next)).isEqualTo("Hugo Bennett");
    }

    /// Signs in by the first of the printed links: the owner's.
    private String signIn(Called printed) {
        String token = printed.links().getFirst().getFragment().substring("token=".length());
        return new Program(launcher.desk())
                .call("POST", "/api/session/link", java.util.Map.of("token", token))
                .at("/user/name")
                .stringValue();
    }

    /// PostgreSQL takes its pid file away a moment before it is gone, and is buried by init.
    private static void ends(ProcessHandle process) {
        assertThat(process.onExit().orTimeout(Processes.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .succeedsWithin(Processes.PATIENCE);
    }
}

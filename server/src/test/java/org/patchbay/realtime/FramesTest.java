package org.patchbay.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.patchbay.database.Audience;
import org.patchbay.kernel.access.Role;
import tools.jackson.databind.json.JsonMapper;

class FramesTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final Frames frames = new Frames(JSON, Clock.systemUTC());

    @Test
    void anEventIsOneEnvelope() {
        Instant at = Instant.parse("2026-11-20T10:41:06.120Z");
        LiveEvent live = frames.live(
                new NumberedEvent(1042, "member.presence", at, Audience.everyone(), "{\"status\": \"away\"}"));
        assertThat(JSON.readTree(live.frame())).isEqualTo(JSON.readTree("""
                {"seq": 1042, "type": "member.presence", "at": "2026-11-20T10:41:06.120Z", "data": {"status": "away"}}"""));
        assertThat(JSON.readTree(live.skip())).isEqualTo(JSON.readTree("{\"seq\": 1042, \"type\": \"skip\"}"));
        assertThat(live.change()).isNull();
    }

    @Test
    void changesOfMembersAreReadFromTheirEvents() {
        UUID member = UUID.randomUUID();
        assertThat(live("member.updated", "{\"id\": \"" + member + "\", \"role\": \"admin\", \"name\": \"A\"}")
                        .change())
                .isEqualTo(new MemberChange.RoleIs(member, Role.ADMIN));
        assertThat(live("member.removed", "{\"memberId\": \"" + member + "\"}").change())
                .isEqualTo(new MemberChange.Removed(member));
    }

    private LiveEvent live(String type, String data) {
        return frames.live(new NumberedEvent(1, type, Instant.EPOCH, Audience.everyone(), data));
    }

    @Test
    void aPingIsAPing() {
        assertThat(frames.isPing("{\"type\":\"ping\"}")).isTrue();
        assertThat(frames.isPing(" { \"type\" : \"ping\" } ")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ping",
                "null",
                "[]",
                "{}",
                "{\"type\":\"pong\"}",
                "{\"type\":1}",
                "{\"type\":\"ping\",\"more\":1}",
                "{\"type\":\"ping\"",
                "[{\"type\":\"ping\"}]"
            })
    void anythingElseIsNot(String text) {
        assertThat(frames.isPing(text)).isFalse();
    }

    @Property
    void noTextBreaksTheReader(@ForAll String text) {
        assertThat(frames.isPing(text)).isFalse();
    }
}

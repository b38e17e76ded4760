package org.patchbay.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.patchbay.database.Audience;
import org.patchbay.kernel.access.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FramesTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final Frames frames = new Frames(JSON, Clock.systemUTC());

    @Test
    void anEventIsOneEnvelope() {
        Instant at = Instant.parse("2026-11-20T10:41:06.120Z");
        LiveEvent live = frames.live(
                new NumberedEvent(1042, "member.presence", at, Audience.everyone(), "{\"status\": \"away\"}"));
        assertThat(JSON.readTree(live.frame().to(UUID.randomUUID()))).isEqualTo(JSON.readTree("""
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
    void ofAThousandMembersFourAreNamedAndTheReaderIsAmongThem() {
        List<UUID> thousand = Stream.generate(UUID::randomUUID).limit(1000).toList();
        LiveEvent live = live("call.offered", JSON.writeValueAsString(Map.of("id", "x", "offeredTo", thousand)));
        for (UUID reader : List.of(thousand.getFirst(), thousand.get(3), thousand.get(4), thousand.getLast())) {
            JsonNode data = JSON.readTree(live.frameFor(reader, Role.AGENT)).get("data");
            assertThat(named(data)).hasSize(4).contains(reader).isSubsetOf(thousand);
            assertThat(data.get("offeredToMore").asInt()).isEqualTo(996);
            assertThat(data.get("id").asString()).isEqualTo("x");
        }
        JsonNode others =
                JSON.readTree(live.frameFor(UUID.randomUUID(), Role.AGENT)).get("data");
        assertThat(named(others)).isEqualTo(thousand.subList(0, 4));
    }

    @Test
    void aListOfTwentyIsWhole() {
        List<UUID> twenty = Stream.generate(UUID::randomUUID).limit(20).toList();
        String data = JSON.writeValueAsString(Map.of("offeredTo", twenty));
        JsonNode frame = JSON.readTree(live("call.offered", data).frameFor(UUID.randomUUID(), Role.AGENT));
        assertThat(frame.get("data")).isEqualTo(JSON.readTree(data));
    }

    @Property
    void whateverIsNoListOfMembersIsTold(@ForAll @Size(max = 40) List<String> tags, @ForAll String note) {
        String data = JSON.writeValueAsString(Map.of("tags", tags, "note", note));
        JsonNode frame = JSON.readTree(live("call.updated", data).frameFor(UUID.randomUUID(), Role.AGENT));
        assertThat(frame.get("data")).isEqualTo(JSON.readTree(data));
    }

    private static List<UUID> named(JsonNode data) {
        return data.get("offeredTo")
                .valueStream()
                .map(id -> UUID.fromString(id.asString()))
                .toList();
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

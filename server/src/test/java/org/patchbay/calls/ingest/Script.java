package org.patchbay.calls.ingest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.patchbay.calls.machine.Call;
import org.patchbay.calls.machine.CallEvent;
import org.patchbay.calls.machine.CallEvent.AgentCame;
import org.patchbay.calls.machine.CallEvent.AgentDue;
import org.patchbay.calls.machine.CallEvent.Dialed;
import org.patchbay.calls.machine.CallEvent.HangUp;
import org.patchbay.calls.machine.CallEvent.LegAnswered;
import org.patchbay.calls.machine.CallEvent.LegReported;
import org.patchbay.calls.machine.CallEvent.Placed;
import org.patchbay.calls.machine.CallEvent.RingingOver;
import org.patchbay.calls.machine.CallEvent.RoomEnded;
import org.patchbay.calls.machine.CallEvent.RoomJoined;
import org.patchbay.calls.machine.CallEvent.RoomLeft;
import org.patchbay.calls.machine.LegStatus;
import org.patchbay.calls.machine.Unanswered;
import org.patchbay.calls.machine.Via;
import org.patchbay.kernel.Ids;

/// Things said at random about a few calls of two workspaces, with ids of its own, so that it can be played
/// in two databases and compared.
final class Script {

    private static final Pattern UUIDS = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /// Sets of members, whose order says nothing.
    private static final Pattern LISTS = Pattern.compile("\\[\"?" + UUIDS + "\"?(, ?\"?" + UUIDS + "\"?)*]");

    /// One of the two, with everything that belongs to it.
    private record House(UUID id, List<UUID> members, List<String> callers, List<String> browsers, Placed placed) {

        static House random() {
            UUID id = Ids.next();
            List<UUID> members = ids(3);
            Placed placed = new Placed(
                    Ids.next(),
                    id,
                    Via.PHONE,
                    new Call.Parties(Office.NUMBER, "+15005550001", null, null, null),
                    new Call.Terms(true, Duration.ZERO, Unanswered.MESSAGE, null, false, Duration.ZERO),
                    members.getFirst(),
                    "Ada",
                    Ids.next(),
                    Ids.next(),
                    "+15005550008");
            return new House(id, members, sids(2), sids(3), placed);
        }

        private static List<UUID> ids(int count) {
            return IntStream.range(0, count).mapToObj(each -> Ids.next()).toList();
        }

        private static List<String> sids(int count) {
            return ids(count).stream().map(id -> "CA" + id).toList();
        }
    }

    private final Random random;
    private final List<House> houses = List.of(House.random(), House.random());
    private final List<Told> lines = new ArrayList<>();

    private Script(Random random) {
        this.random = random;
    }

    static Script random(Random random) {
        Script script = new Script(random);
        int length = 10 + random.nextInt(35);
        while (script.lines.size() < length) {
            boolean again = !script.lines.isEmpty() && random.nextInt(6) == 0;
            script.lines.add(again ? script.any(script.lines) : script.line());
        }
        return script;
    }

    private Told line() {
        House house = any(houses);
        House whose = random.nextInt(12) == 0 ? any(houses) : house; // sometimes the other's
        String caller = any(whose.callers());
        return switch (random.nextInt(10)) {
            case 0, 1 -> Said.caller(house.id(), caller);
            case 2 -> random.nextBoolean() ? Said.gone(house.id(), caller) : ringing(house.id(), caller);
            case 3 -> random.nextBoolean() ? placed(house) : declined(house.id(), caller, any(whose.members()));
            case 4 -> recording(house.id(), caller);
            case 5 -> Said.of(house.id(), whose.placed().callId(), ofPlaced(whose), Ids.next());
            default -> Said.bySid(house.id(), sidOf(whose), ofCaller(whose), Ids.next());
        };
    }

    private String sidOf(House house) {
        return random.nextInt(4) == 0 ? any(house.browsers()) : any(house.callers());
    }

    private CallEvent ofCaller(House house) {
        UUID member = any(house.members());
        String sid = random.nextBoolean() ? any(house.callers()) : any(house.browsers());
        return switch (random.nextInt(11)) {
            case 0, 1, 2 -> new CallEvent.Accept(member, "Ada");
            case 3 -> new RoomLeft("CF1", sid);
            case 4, 5 -> new AgentCame(any(house.browsers()), Ids.next(), member, "client:ada", random.nextInt(3));
            case 6, 7 -> new RoomJoined("CF1", sid);
            case 8 -> random.nextBoolean() ? new RoomLeft("CF1", sid) : new RoomEnded("CF1");
            case 9 -> random.nextBoolean() ? new RingingOver() : new AgentDue(random.nextInt(3));
            default -> random.nextInt(3) == 0 ? new HangUp(member) : status(sid);
        };
    }

    private CallEvent ofPlaced(House house) {
        Placed placed = house.placed();
        String sid = any(house.browsers());
        UUID leg = random.nextBoolean() ? placed.customerLegId() : Objects.requireNonNull(placed.agentLegId());
        return switch (random.nextInt(4)) {
            case 0 -> new LegAnswered(leg, sid);
            case 1 -> new Dialed(leg, sid);
            case 2 -> new RoomJoined("CF2", sid);
            default -> status(sid);
        };
    }

    private LegReported status(String sid) {
        return new LegReported(null, sid, any(List.of(LegStatus.values())), random.nextInt(5), null, null);
    }

    private Told ringing(UUID workspace, String sid) {
        return Told.of(
                workspace,
                new Matter.CallerReported(sid, "+15005550001", Office.NUMBER, null, LegStatus.RINGING, 1, null, null),
                DedupeKey.of("status", sid, "ringing"),
                Source.WEBHOOK,
                "leg.ringing",
                Said.WHEN);
    }

    private Told placed(House house) {
        return Told.of(
                house.id(),
                new Matter.Begun(house.placed()),
                DedupeKey.of("placed", house.placed().callId().toString()),
                Source.MEMBER,
                "call.placed",
                Said.WHEN);
    }

    private static Told declined(UUID workspace, String sid, UUID member) {
        return Told.of(
                workspace,
                new Matter.Declined(new Matter.Where.Sid(sid), member),
                Ids.next(),
                Source.MEMBER,
                "call.decline",
                Said.WHEN);
    }

    private Told recording(UUID workspace, String sid) {
        RecordingStatus status = any(List.of(RecordingStatus.values()));
        return Told.of(
                workspace,
                new Matter.RecordingReported(
                        new Matter.Where.Sid(sid), "RE" + sid, "CF1", status, "Conference", 1, 5, Said.WHEN),
                DedupeKey.of("recording", sid, status.code()),
                Source.WEBHOOK,
                "recording",
                Said.WHEN);
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    void prepare(Office office) {
        for (House house : houses) {
            office.workspace(house.id());
            office.member(house.id(), house.members().get(0), "available");
            office.member(house.id(), house.members().get(1), "available");
            office.member(house.id(), house.members().get(2), "busy");
        }
    }

    List<Entry> entries() {
        return lines.stream().map(Said::entry).toList();
    }

    String said(int place) {
        return lines.get(place).matter().toString();
    }

    /// What was answered, without the ids that an ingest makes by itself.
    String told(Entry entry) {
        return anonymous(entry.heard().join().toString());
    }

    /// All that stands in the database of it, likewise.
    List<String> written(Office office) {
        List<String> rows = new ArrayList<>();
        for (House house : houses) {
            rows.addAll(
                    rows(office, house, "calls", "to_jsonb(r) - 'id' - 'number_id'", "twilio_call_sid, created_at"));
            rows.addAll(rows(
                    office, house, "call_legs", "to_jsonb(r) - 'id' - 'call_id'", "twilio_call_sid, kind, address"));
            rows.addAll(rows(office, house, "call_events", "to_jsonb(r) - 'id' - 'call_id' - 'leg_id'", "id"));
            rows.addAll(rows(office, house, "call_sids", "to_jsonb(r) - 'call_id'", "twilio_call_sid"));
            rows.addAll(rows(office, house, "recordings", "to_jsonb(r) - 'id' - 'call_id'", "twilio_recording_sid"));
            rows.addAll(rows(office, house, "outbox", "to_jsonb(r) - 'id' - 'seq'", "id"));
            rows.addAll(
                    office.rows("select task_name || execution_time || regexp_replace(convert_from(task_data, 'UTF8'),"
                            + " '.*\"(event|act)\":', '') from scheduled_tasks where task_instance like '" + house.id()
                            + ":%' order by 1"));
        }
        return rows.stream().map(this::anonymous).sorted().toList();
    }

    private static List<String> rows(Office office, House house, String table, String shown, String order) {
        return office.rows("select " + shown + " from " + table + " r where workspace_id = '" + house.id()
                + "' order by " + order);
    }

    private String anonymous(String text) {
        Set<String> ours = new HashSet<>();
        for (House house : houses) {
            ours.add(house.id().toString());
            house.members().forEach(member -> ours.add(member.toString()));
            house.callers().forEach(sid -> ours.add(sid.substring(2)));
            house.browsers().forEach(sid -> ours.add(sid.substring(2)));
        }
        String ordered = LISTS.matcher(text)
                .replaceAll(list -> Stream.of(
                                list.group().replaceAll("[\\[\\] ]", "").split(","))
                        .sorted()
                        .toList()
                        .toString());
        return UUIDS.matcher(ordered).replaceAll(found -> ours.contains(found.group()) ? found.group() : "#");
    }
}

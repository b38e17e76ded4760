package org.patchbay.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MessageStatusTest {

    /// What Twilio may say about one text, in its order.
    private static final List<List<String>> HISTORIES = List.of(
            List.of("accepted", "queued", "sending", "sent", "delivered", "read"),
            List.of("scheduled", "queued", "sending", "sent", "delivered"),
            List.of("scheduled", "canceled"),
            List.of("queued", "sent", "undelivered"),
            List.of("accepted", "queued", "failed"),
            List.of("queued", "sent"));

    @Property
    void inWhateverOrderAndHoweverOftenTheyComeATextEndsWhereItIs(@ForAll("deliveries") List<String> deliveries) {
        List<String> history = HISTORIES.stream()
                .filter(all -> all.containsAll(deliveries) && deliveries.containsAll(all))
                .findFirst()
                .orElseThrow();
        assertThat(endOf(deliveries)).isEqualTo(history.getLast());
    }

    @Property
    void aFinalStatusIsNeverLeft(@ForAll("any") List<String> deliveries) {
        List<String> passed = new ArrayList<>();
        String status = "";
        for (String next : deliveries) {
            status = after(status, next);
            passed.add(status);
        }
        List.of("failed", "undelivered", "canceled", "received", "read").stream()
                .filter(passed::contains)
                .forEach(last -> assertThat(passed.subList(passed.indexOf(last), passed.size()))
                        .containsOnly(last));
        if (passed.contains("delivered")) {
            assertThat(passed.subList(passed.indexOf("delivered"), passed.size()))
                    .containsAnyOf("delivered", "read")
                    .isSubsetOf("delivered", "read");
        }
    }

    @Property
    void aWordThatWeDoNotKnowReplacesNoneThatWeKnow(@ForAll("any") List<String> deliveries) {
        String before = endOf(deliveries);
        assertThat(after(before, "teleported")).isEqualTo(before.isEmpty() ? "teleported" : before);
        assertThat(after("teleported", "sent")).isEqualTo("sent");
    }

    @Provide
    Arbitrary<List<String>> deliveries() {
        return Arbitraries.of(HISTORIES)
                .flatMap(history -> Arbitraries.of(history)
                        .list()
                        .ofMaxSize(6)
                        .map(twice -> {
                            List<String> all = new ArrayList<>(history);
                            all.addAll(twice);
                            return all;
                        })
                        .flatMap(all -> Arbitraries.shuffle(all)));
    }

    @Provide
    Arbitrary<List<String>> any() {
        return Arbitraries.of(MessageStatus.values())
                .map(MessageStatus::code)
                .list()
                .ofMaxSize(12);
    }

    private static String endOf(List<String> deliveries) {
        String status = "";
        for (String next : deliveries) {
            status = after(status, next);
        }
        return status;
    }

    /// As the database decides.
    private static String after(String status, String next) {
        return status.isEmpty() || !MessageStatus.staying(next).contains(status) ? next : status;
    }
}

package org.patchbay.contacts.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.patchbay.contacts.Contact;
import org.patchbay.contacts.Contact.Phone;
import org.patchbay.contacts.ContactDraft;
import org.patchbay.contacts.importing.ImportPlan.Complaint;

/// Few names, phones and addresses, so that they meet often.
class PlannerTest {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    private static final ContactDraft NOBODY =
            new ContactDraft("?", "?", "?", "?", List.of(), List.of(new Phone("?", "")));

    @Provide
    Arbitrary<List<ImportLine>> lines() {
        Arbitrary<ContactDraft> draft = Combinators.combine(
                        Arbitraries.of("", "Ada", "ada", "Bruno", "Cleo"),
                        Arbitraries.of("", "Acme"),
                        Arbitraries.of("", "a@example.com", "A@example.com", "b@example.com"),
                        Arbitraries.of("", "note"),
                        Arbitraries.of("+15005550001", "+15005550002", "+15005550003", "+15005550004")
                                .list()
                                .uniqueElements()
                                .ofMaxSize(3))
                .as((name, company, email, notes, phones) -> new ContactDraft(
                        name,
                        company,
                        email,
                        notes,
                        List.of(),
                        phones.stream().map(phone -> new Phone(phone, "")).toList()));
        return draft.list()
                .ofMaxSize(8)
                .map(drafts -> IntStream.range(0, drafts.size())
                        .mapToObj(place -> new ImportLine(place + 2, drafts.get(place), List.of()))
                        .toList());
    }

    @Property
    void everyLineIsCountedOnce(@ForAll("lines") List<ImportLine> lines, @ForAll WhenKnown whenKnown) {
        ImportPlan plan = Planner.plan(lines, List.of(), whenKnown);

        assertThat(plan.added() + plan.updated() + plan.skipped() + plan.refused())
                .isEqualTo(lines.size());
        assertThat(plan.toAdd()).hasSize(plan.added());
    }

    @Property
    void aPhoneIsOneContactsAndNoneIsLost(
            @ForAll("lines") List<ImportLine> first,
            @ForAll("lines") List<ImportLine> second,
            @ForAll WhenKnown whenKnown) {
        Map<UUID, ContactDraft> before =
                Planner.plan(first, List.of(), WhenKnown.FILL).toAdd();
        ImportPlan plan = Planner.plan(second, contacts(before), whenKnown);

        Map<UUID, ContactDraft> after = new HashMap<>(before);
        after.putAll(plan.toChange());
        after.putAll(plan.toAdd());
        List<String> phones = new ArrayList<>();
        after.values().forEach(draft -> phones.addAll(draft.numbers()));
        assertThat(phones).doesNotHaveDuplicates();
        assertThat(plan.toChange())
                .allSatisfy((id, draft) -> assertThat(draft.numbers())
                        .containsAll(before.getOrDefault(id, NOBODY).numbers()));
    }

    @Property
    void whoIsSkippedIsNotTouched(@ForAll("lines") List<ImportLine> first, @ForAll("lines") List<ImportLine> second) {
        Map<UUID, ContactDraft> before =
                Planner.plan(first, List.of(), WhenKnown.FILL).toAdd();

        ImportPlan plan = Planner.plan(second, contacts(before), WhenKnown.SKIP);

        assertThat(plan.toChange()).isEmpty();
        assertThat(plan.updated()).isZero();
    }

    @Property
    void whatIsFilledInWasEmpty(@ForAll("lines") List<ImportLine> first, @ForAll("lines") List<ImportLine> second) {
        Map<UUID, ContactDraft> before =
                Planner.plan(first, List.of(), WhenKnown.FILL).toAdd();

        ImportPlan plan = Planner.plan(second, contacts(before), WhenKnown.FILL);

        plan.toChange().forEach((id, draft) -> {
            ContactDraft was = before.getOrDefault(id, NOBODY);
            assertThat(was.name().isEmpty() || was.name().equals(draft.name())).isTrue();
            assertThat(was.email().isEmpty() || was.email().equals(draft.email()))
                    .isTrue();
            assertThat(was.notes().isEmpty() || was.notes().equals(draft.notes()))
                    .isTrue();
        });
    }

    @Example
    void aFileThatWasImportedChangesNothingTheSecondTime() {
        List<ImportLine> file = List.of(
                line(2, "Ada", "ada@example.com", "+15005550001"),
                line(3, "Bruno", "", "+15005550002", "+15005550001"),
                line(4, "Cleo", "cleo@example.com", "+15005550001"));
        ImportPlan first = Planner.plan(file, List.of(), WhenKnown.FILL);
        assertThat(first.added()).isEqualTo(3);

        ImportPlan second = Planner.plan(file, contacts(first.toAdd()), WhenKnown.FILL);

        assertThat(second.toAdd()).isEmpty();
        assertThat(second.toChange()).isEmpty();
        assertThat(second.skipped()).isEqualTo(3);
    }

    @Example
    void whoeverIsTwiceInAFileIsOneContact() {
        ImportPlan plan = Planner.plan(
                List.of(line(2, "Ada", "", "+15005550001"), line(3, "ada", "ada@example.com", "+15005550001")),
                List.of(),
                WhenKnown.FILL);

        assertThat(plan.toAdd().values()).extracting(ContactDraft::email).containsExactly("ada@example.com");
        assertThat(plan.updated()).isEqualTo(1);
        assertThat(plan.complaints()).containsExactly(new Complaint(3, "Is the same as line 2."));
    }

    @Example
    void colleaguesWithOneSwitchboardAreDifferentPeopleAndTheFirstHasIt() {
        ImportPlan plan = Planner.plan(
                List.of(
                        line(2, "Ada", "", "+15005550001"),
                        line(3, "Bruno", "", "+15005550001", "+15005550002"),
                        line(4, "Cleo", "", "+15005550001")),
                List.of(),
                WhenKnown.FILL);

        assertThat(plan.toAdd().values())
                .extracting(ContactDraft::numbers)
                .containsExactly(List.of("+15005550001"), List.of("+15005550002"));
        assertThat(plan.skipped()).isEqualTo(1);
        assertThat(plan.complaints())
                .containsExactly(
                        new Complaint(3, "+15005550001 is Ada's. A phone is one contact's."),
                        new Complaint(4, "Has the phone or the e-mail address of line 2, and no other."));
    }

    @Example
    void whatTheFileSaysReplacesWhatWasKnownAndTheRestStays() {
        Map<UUID, ContactDraft> known = Planner.plan(
                        List.of(line(2, "Ada", "old@example.com", "+15005550001", "+15005550002")),
                        List.of(),
                        WhenKnown.FILL)
                .toAdd();

        ImportPlan plan = Planner.plan(
                List.of(line(2, "Ada Lovelace", "new@example.com", "+15005550002", "+15005550003")),
                contacts(known),
                WhenKnown.REPLACE);

        assertThat(plan.updated()).isEqualTo(1);
        assertThat(plan.toChange().values()).singleElement().satisfies(draft -> {
            assertThat(draft.name()).isEqualTo("Ada Lovelace");
            assertThat(draft.email()).isEqualTo("new@example.com");
            assertThat(draft.numbers()).containsExactly("+15005550001", "+15005550002", "+15005550003");
        });
    }

    @Example
    void whoHasNeitherNameNorPhoneIsRefused() {
        ImportPlan plan = Planner.plan(List.of(line(2, "", "ada@example.com")), List.of(), WhenKnown.FILL);

        assertThat(plan.refused()).isEqualTo(1);
        assertThat(plan.complaints()).extracting(Complaint::line).containsExactly(2);
    }

    private static ImportLine line(int number, String name, String email, String... phones) {
        List<Phone> all =
                Arrays.stream(phones).map(phone -> new Phone(phone, "")).toList();
        return new ImportLine(number, new ContactDraft(name, "", email, "", List.of(), all), List.of());
    }

    private static List<Contact> contacts(Map<UUID, ContactDraft> drafts) {
        return drafts.entrySet().stream()
                .map(entry -> new Contact(
                        entry.getKey(),
                        entry.getValue().name(),
                        entry.getValue().company(),
                        entry.getValue().email(),
                        entry.getValue().notes(),
                        entry.getValue().tags(),
                        entry.getValue().phones(),
                        null,
                        NOW,
                        NOW))
                .toList();
    }
}

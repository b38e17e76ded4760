package org.patchbay.contacts.importing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.patchbay.contacts.Contact;
import org.patchbay.contacts.Contact.Phone;
import org.patchbay.contacts.ContactDraft;
import org.patchbay.contacts.importing.ImportPlan.Complaint;
import org.patchbay.kernel.Ids;

/// Decides line by line who is added, who is known, and who is left out. Touches nothing.
///
/// Known is who has a phone of the line, or its e-mail address. Of several, the one of the same name is meant.
/// Lines of one file that share a phone or an address but not a name are different people, such as colleagues with
/// one switchboard: the first one has it.
public final class Planner {

    private static final class Person {
        final UUID id;
        final @Nullable ContactDraft was;
        ContactDraft now;
        int line;

        Person(UUID id, @Nullable ContactDraft was, ContactDraft now, int line) {
            this.id = id;
            this.was = was;
            this.now = now;
            this.line = line;
        }
    }

    private final WhenKnown whenKnown;
    private final List<Person> people = new ArrayList<>();
    private final Map<String, Person> byPhone = new HashMap<>();
    private final Map<String, Set<Person>> byEmail = new HashMap<>();
    private final List<Complaint> complaints = new ArrayList<>();
    private int added;
    private int updated;
    private int skipped;
    private int refused;

    private Planner(WhenKnown whenKnown) {
        this.whenKnown = whenKnown;
    }

    /// @param known all contacts with a phone or an address that is in the file
    public static ImportPlan plan(List<ImportLine> lines, Collection<Contact> known, WhenKnown whenKnown) {
        Planner planner = new Planner(whenKnown);
        for (Contact contact : known) {
            ContactDraft draft = ContactDraft.of(contact);
            planner.keep(new Person(contact.id(), draft, draft, 0));
        }
        lines.forEach(planner::take);
        return planner.plan();
    }

    private void take(ImportLine line) {
        line.complaints().forEach(complaint -> complain(line, complaint));
        if (!line.draft().findable()) {
            refused++;
            complain(line, "There is neither a name nor a company nor a phone.");
            return;
        }
        Set<Person> candidates = candidates(line.draft());
        Person meant = candidates.stream()
                .filter(person -> isCalled(person, line.draft()))
                .findFirst()
                .orElseGet(() -> candidates.stream().findFirst().orElse(null));
        if (meant == null) {
            add(line, line.draft());
        } else if (meant.line > 0 && isCalledOtherwise(meant, line.draft())) {
            other(line, meant);
        } else {
            known(line, meant);
        }
    }

    private Set<Person> candidates(ContactDraft draft) {
        Set<Person> candidates = new LinkedHashSet<>();
        draft.numbers().stream().map(byPhone::get).filter(Objects::nonNull).forEach(candidates::add);
        candidates.addAll(byEmail.getOrDefault(key(draft.email()), Set.of()));
        return candidates;
    }

    private void add(ImportLine line, ContactDraft draft) {
        keep(new Person(Ids.next(), null, draft, line.number()));
        added++;
    }

    /// Somebody else with the same phone or address as one before. Without anything of their own they could not be
    /// told apart from then on.
    private void other(ImportLine line, Person meant) {
        List<Phone> own = line.draft().phones().stream()
                .filter(phone -> !byPhone.containsKey(phone.phoneNumber()))
                .toList();
        boolean reachable = !line.draft().email().isEmpty()
                && !byEmail.containsKey(key(line.draft().email()));
        if (own.isEmpty() && !reachable) {
            skipped++;
            complain(line, "Has the phone or the e-mail address of line " + meant.line + ", and no other.");
            return;
        }
        complainOfTaken(line, null);
        add(line, with(line.draft(), own));
    }

    private void known(ImportLine line, Person meant) {
        if (meant.line > 0) {
            complain(line, "Is the same as line " + meant.line + ".");
        } else {
            meant.line = line.number();
        }
        ContactDraft merged = whenKnown.merge(meant.now, with(line.draft(), allowed(line, meant)));
        if (merged.equals(meant.now)) {
            skipped++;
            return;
        }
        meant.now = merged;
        index(meant);
        updated++;
    }

    private List<Phone> allowed(ImportLine line, Person meant) {
        if (whenKnown == WhenKnown.SKIP) {
            return List.of();
        }
        complainOfTaken(line, meant);
        int room = ContactDraft.PHONES - meant.now.phones().size();
        List<Phone> theirs = new ArrayList<>();
        for (Phone phone : line.draft().phones()) {
            Person owner = byPhone.get(phone.phoneNumber());
            if (owner == meant) {
                theirs.add(phone);
            } else if (owner == null && room-- > 0) {
                theirs.add(phone);
            } else if (owner == null) {
                complain(line, phone.phoneNumber() + " would be one phone too many.");
            }
        }
        return theirs;
    }

    private void complainOfTaken(ImportLine line, @Nullable Person by) {
        for (Phone phone : line.draft().phones()) {
            Person owner = byPhone.get(phone.phoneNumber());
            if (owner != null && owner != by) {
                complain(line, phone.phoneNumber() + " is " + owner(owner.now) + "'s. A phone is one contact's.");
            }
        }
    }

    private void keep(Person person) {
        people.add(person);
        index(person);
    }

    private void index(Person person) {
        person.now.numbers().forEach(number -> byPhone.putIfAbsent(number, person));
        if (!person.now.email().isEmpty()) {
            byEmail.computeIfAbsent(key(person.now.email()), email -> new LinkedHashSet<>())
                    .add(person);
        }
    }

    private void complain(ImportLine line, String detail) {
        complaints.add(new Complaint(line.number(), detail));
    }

    private static boolean isCalled(Person person, ContactDraft draft) {
        return !called(draft).isEmpty() && called(person.now).equalsIgnoreCase(called(draft));
    }

    private static boolean isCalledOtherwise(Person person, ContactDraft draft) {
        return Stream.of(called(person.now), called(draft)).noneMatch(String::isEmpty) && !isCalled(person, draft);
    }

    private static String called(ContactDraft draft) {
        return draft.name().isEmpty() ? draft.company() : draft.name();
    }

    private static String owner(ContactDraft draft) {
        return called(draft).isEmpty() ? "somebody else" : called(draft);
    }

    private static ContactDraft with(ContactDraft draft, List<Phone> phones) {
        return new ContactDraft(draft.name(), draft.company(), draft.email(), draft.notes(), draft.tags(), phones);
    }

    /// As addresses are compared.
    public static String key(String email) {
        return email.toLowerCase(Locale.ROOT);
    }

    private ImportPlan plan() {
        Map<UUID, ContactDraft> toAdd = new LinkedHashMap<>();
        Map<UUID, ContactDraft> toChange = new LinkedHashMap<>();
        for (Person person : people) {
            if (person.was == null) {
                toAdd.put(person.id, person.now);
            } else if (!person.now.equals(person.was)) {
                toChange.put(person.id, person.now);
            }
        }
        return new ImportPlan(toAdd, toChange, added, updated, skipped, refused, complaints);
    }
}

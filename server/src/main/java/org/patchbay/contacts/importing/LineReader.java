package org.patchbay.contacts.importing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.patchbay.contacts.Contact.Phone;
import org.patchbay.contacts.ContactDraft;
import org.patchbay.contacts.csv.CsvRow;

/// Makes a contact of a row. What is wrong in it is left out and said; whether enough is left is for others to say.
public final class LineReader {

    /// Google joins several values of one field by three colons.
    private static final String BETWEEN_VALUES = ":::|[;,\\n]";

    private static final int WRITTEN_PHONE = 40;

    private final List<ContactField> mapping;
    private final Function<String, Optional<String>> phones;

    /// @param mapping what each column is
    /// @param phones from what was written to E.164
    public LineReader(List<ContactField> mapping, Function<String, Optional<String>> phones) {
        this.mapping = List.copyOf(mapping);
        this.phones = phones;
    }

    public ImportLine read(CsvRow row) {
        List<String> complaints = new ArrayList<>();
        String name = first(row, ContactField.NAME)
                .orElseGet(() -> Stream.of(ContactField.FIRST_NAME, ContactField.LAST_NAME)
                        .flatMap(field -> first(row, field).stream())
                        .reduce("", (before, part) -> (before + " " + part).strip()));
        ContactDraft draft = new ContactDraft(
                fitting(name, ContactDraft.NAME, "The name", complaints),
                fitting(first(row, ContactField.COMPANY).orElse(""), ContactDraft.NAME, "The company", complaints),
                email(row, complaints),
                fitting(notes(row), ContactDraft.NOTES, "The notes", complaints),
                tags(row, complaints),
                phones(row, complaints));
        return new ImportLine(row.line(), draft, complaints);
    }

    private static String fitting(String text, int most, String what, List<String> complaints) {
        if (text.length() <= most) {
            return text;
        }
        complaints.add(what + " would have more than " + most + " characters.");
        return "";
    }

    private String email(CsvRow row, List<String> complaints) {
        String email = first(row, ContactField.EMAIL)
                .map(written -> written.split(BETWEEN_VALUES)[0].strip())
                .orElse("");
        if (email.isEmpty() || email.length() <= ContactDraft.EMAIL && email.matches(ContactDraft.EMAIL_FORM)) {
            return email;
        }
        complaints.add("“" + shortened(email) + "” is no e-mail address.");
        return "";
    }

    private String notes(CsvRow row) {
        return String.join("\n", values(row, ContactField.NOTES).toList());
    }

    private List<String> tags(CsvRow row, List<String> complaints) {
        List<String> all = values(row, ContactField.TAGS)
                .flatMap(LineReader::parts)
                .map(tag -> tag.replaceFirst("^\\* ", ""))
                .distinct()
                .toList();
        List<String> fitting = all.stream()
                .filter(tag -> tag.length() <= ContactDraft.TAG)
                .limit(ContactDraft.TAGS)
                .toList();
        if (fitting.size() < all.size()) {
            complaints.add("There may be up to " + ContactDraft.TAGS + " tags of up to " + ContactDraft.TAG
                    + " characters; others were left out.");
        }
        return fitting;
    }

    private List<Phone> phones(CsvRow row, List<String> complaints) {
        Map<String, Phone> read = new LinkedHashMap<>();
        IntStream.range(0, mapping.size())
                .forEach(column -> label(mapping.get(column))
                        .ifPresent(label -> parts(row.field(column)).forEach(written -> {
                            Optional<String> number =
                                    written.length() > WRITTEN_PHONE ? Optional.empty() : phones.apply(written);
                            number.ifPresentOrElse(
                                    e164 -> read.putIfAbsent(e164, new Phone(e164, label)),
                                    () -> complaints.add("“" + shortened(written) + "” is no phone number."));
                        })));
        if (read.size() > ContactDraft.PHONES) {
            complaints.add("There may be up to " + ContactDraft.PHONES + " phones; the others were left out.");
        }
        return read.values().stream().limit(ContactDraft.PHONES).toList();
    }

    private static Optional<String> label(ContactField field) {
        return switch (field) {
            case PHONE -> Optional.of("");
            case MOBILE, WORK -> Optional.of(field.code());
            case IGNORE, NAME, FIRST_NAME, LAST_NAME, COMPANY, EMAIL, NOTES, TAGS -> Optional.empty();
        };
    }

    private Optional<String> first(CsvRow row, ContactField field) {
        return values(row, field).findFirst();
    }

    private Stream<String> values(CsvRow row, ContactField field) {
        return IntStream.range(0, mapping.size())
                .filter(column -> mapping.get(column) == field)
                .mapToObj(row::field)
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    private static Stream<String> parts(String field) {
        return Arrays.stream(field.split(BETWEEN_VALUES)).map(String::strip).filter(part -> !part.isEmpty());
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 39) + "…";
    }
}

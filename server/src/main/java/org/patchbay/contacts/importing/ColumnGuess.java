package org.patchbay.contacts.importing;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// What the columns of an address book mean, by their names in English and German, as Google, Outlook, Apple and
/// people write them.
public final class ColumnGuess {

    /// The first that is found in a name decides: hence the order. Names are in small letters, without accents,
    /// digits and what separates words.
    private static final Map<Pattern, ContactField> WORDS = new LinkedHashMap<>();

    static {
        rule(ContactField.IGNORE, "(type|typ|label)$|phonetic|yomi|nick|middle|prefix|suffix|fax|pager|emaildisplay");
        rule(ContactField.IGNORE, "title|titel|department|abteilung|position|street|strasse|city|stadt|birth|geburt");
        rule(ContactField.MOBILE, "mobil|handy|^cell");
        rule(
                ContactField.WORK,
                "^(work|office|business|buero|buro|arbeit|geschaeftlich|geschaftlich|dienstlich)$"
                        + "|(work|office|business|buero|buro|arbeit|geschaeft|geschaft|dienst).*(phone|telefon|tel|nummer|number)"
                        + "|(phone|telefon|tel).*(work|office|business|buero|buro|arbeit|geschaeft|geschaft|dienst)");
        rule(ContactField.PHONE, "phone|telefon|rufnummer|^(tel|fon|number|nummer|durchwahl)$");
        rule(ContactField.EMAIL, "email|^mail");
        rule(ContactField.FIRST_NAME, "firstname|givenname|vorname|^first$");
        rule(ContactField.LAST_NAME, "lastname|surname|familyname|nachname|familienname|zuname|^last$");
        rule(ContactField.COMPANY, "compan|organi[sz]ation|^(firma|firmenname|unternehmen|account|accountname)$");
        rule(
                ContactField.NAME,
                "^(full|display|contact|customer|client|voller|vollstandiger|anzeige|kunden|kontakt)?name$"
                        + "|^(contact|kontakt|person|ansprechpartner(in)?|kunde)$");
        rule(ContactField.NOTES, "^(note|comment|remark)s?$|^(notiz|bemerkung|anmerkung|kommentar)(en|e)?$");
        rule(
                ContactField.TAGS,
                "^(tag|label|group|categorie|gruppe|kategorie)s?n?$|^category$|groupmembership|^(schlag|stich)w(o|oe)rte?r?$");
    }

    private ColumnGuess() {}

    /// @param names the file's first line
    /// @return what each column is taken for
    public static List<ContactField> of(List<String> names) {
        List<ContactField> guessed = names.stream().map(name -> of(plain(name))).toList();
        boolean nameIsHalf = guessed.contains(ContactField.FIRST_NAME) && !guessed.contains(ContactField.LAST_NAME);
        return guessed.stream()
                .map(field -> nameIsHalf && field == ContactField.NAME ? ContactField.LAST_NAME : field)
                .toList();
    }

    private static ContactField of(String name) {
        return WORDS.entrySet().stream()
                .filter(rule -> rule.getKey().matcher(name).find())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(ContactField.IGNORE);
    }

    private static String plain(String name) {
        String small = name.toLowerCase(Locale.ROOT).replace("ß", "ss");
        return Normalizer.normalize(small, Normalizer.Form.NFD).replaceAll("[^a-z]", "");
    }

    private static void rule(ContactField field, String words) {
        WORDS.put(Pattern.compile(words), field);
    }
}

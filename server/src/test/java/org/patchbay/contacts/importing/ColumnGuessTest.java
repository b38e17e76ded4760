package org.patchbay.contacts.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnGuessTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            name      | Name, Full name, Display Name, Kontakt, Ansprechpartner, Kundenname, Anzeigename
            firstName | Vorname, First Name, Given Name, FIRSTNAME, first_name
            lastName  | Nachname, Last Name, Family Name, Surname, Familienname
            company   | Company, Firma, Unternehmen, Organization Name, Organization 1 - Name, Organisation
            email     | E-Mail, email, E-mail 1 - Value, E-mail Address, E-Mail-Adresse, Mail, E-mail 2 Address
            phone     | Telefon, Phone, Phone Number, Phone 1 - Value, Home Phone, Rufnummer, Tel., Primary Phone, Telefonnummer, Company Main Phone
            mobile    | Mobile Phone, Handy, Mobil, Cell, Handynummer, Mobiltelefon, Mobile
            work      | Business Phone, Work, Telefon geschäftlich, Büro, Diensttelefon, Office phone, Telefon (geschäftlich)
            notes     | Notes, Notizen, Bemerkung, Comment, Kommentar, Anmerkungen
            tags      | Tags, Group Membership, Kategorien, Labels, Schlagwörter, Stichworte
            ignore    | Phone 1 - Label, E-mail Type, Fax, Telefax, Birthday, Phonetic First Name, Kundennummer, Middle Name, Business Street, Job Title, E-mail Display Name, ''
            """)
    void aColumnIsTakenForWhatItsNameSays(String field, String names) {
        for (String name : names.split(", *")) {
            assertThat(ColumnGuess.of(List.of(name)))
                    .as(name)
                    .extracting(ContactField::code)
                    .containsExactly(field);
        }
    }

    @Test
    void besideAFirstNameTheNameIsTheLastOne() {
        assertThat(ColumnGuess.of(Arrays.asList("Name;Vorname;Telefon".split(";"))))
                .containsExactly(ContactField.LAST_NAME, ContactField.FIRST_NAME, ContactField.PHONE);
        assertThat(ColumnGuess.of(Arrays.asList("Name;First Name;Last Name".split(";"))))
                .containsExactly(ContactField.NAME, ContactField.FIRST_NAME, ContactField.LAST_NAME);
    }
}

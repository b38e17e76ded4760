package org.patchbay.contacts.importing;

import java.util.List;
import org.patchbay.contacts.ContactDraft;

/// A line of the file, read.
///
/// @param number in the file, the first is 1
/// @param complaints what was left out of it, in words
public record ImportLine(int number, ContactDraft draft, List<String> complaints) {

    public ImportLine {
        complaints = List.copyOf(complaints);
    }
}

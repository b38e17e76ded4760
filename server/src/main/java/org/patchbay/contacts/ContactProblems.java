package org.patchbay.contacts;

import java.util.Map;
import org.patchbay.kernel.Problem;
import org.patchbay.kernel.ProblemType;

/// What can stand in a contact's way; `docs/problems.md` says what to do.
final class ContactProblems {

    static final ProblemType PHONE_TAKEN = new ProblemType("phone-taken", 409, "The phone is somebody else's");

    private ContactProblems() {}

    static Problem taken(String phoneNumber, Contact by) {
        return PHONE_TAKEN
                .because(phoneNumber + " is " + by.called() + "'s. A phone is one contact's.")
                .naming(Map.of("contactId", by.id().toString(), "contactName", by.called()));
    }
}

package org.patchbay.database;

/// The person is not a member of the workspace, or it does not exist. Which of the two is not told.
public final class NotAMember extends RuntimeException {

    NotAMember() {
        super("not a member of that workspace", null, false, false);
    }
}

package org.patchbay.workspaces;

import java.util.List;
import org.patchbay.kernel.ProblemType;

/// What workspaces and their people refuse.
public final class WorkspaceProblems {

    public static final ProblemType LAST_OWNER = new ProblemType("last-owner", 409, "A workspace needs an owner");
    public static final ProblemType ALREADY_MEMBER = new ProblemType("already-member", 409, "Already a member");
    public static final ProblemType ALREADY_INVITED = new ProblemType("already-invited", 409, "Already invited");
    public static final ProblemType LINK_EXPIRED =
            new ProblemType("link-expired", 401, "This link does not work any more");

    private WorkspaceProblems() {}

    public static List<ProblemType> all() {
        return List.of(LAST_OWNER, ALREADY_MEMBER, ALREADY_INVITED, LINK_EXPIRED);
    }
}

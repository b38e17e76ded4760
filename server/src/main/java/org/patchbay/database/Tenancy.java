package org.patchbay.database;

import java.lang.ScopedValue.CallableOp;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// The only doors into the database's rows. Each binds a [Scope] for the time of one piece of work, and
/// every transaction begun inside carries it to PostgreSQL, where the row policies read it. A door opened
/// inside a transaction of another scope throws [NoScope].
@Component
public class Tenancy {

    private static final ScopedValue<Scope> SCOPE = ScopedValue.newInstance();

    private final JdbcClient jdbc;
    private final Transactions transactions;

    Tenancy(JdbcClient jdbc, Transactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /// Does work as a member of a workspace, after checking that the person is one.
    ///
    /// @throws NotAMember if they are not, or there is no such workspace: both look the same
    public <T, X extends Throwable> T enter(UUID workspaceId, UUID userId, CallableOp<T, X> work) throws X {
        if (!isMember(workspaceId, userId)) {
            throw new NotAMember();
        }
        return in(new Scope.InWorkspace(workspaceId, userId), work);
    }

    /// Does work for a workspace on nobody's behalf: jobs, webhooks whose signature was checked, API
    /// keys. The caller has made sure that it is this workspace's business.
    public static <T, X extends Throwable> T asWorkspace(UUID workspaceId, CallableOp<T, X> work) throws X {
        return in(new Scope.InWorkspace(workspaceId, null), work);
    }

    /// Does work on what belongs to no workspace.
    public static <T, X extends Throwable> T globally(CallableOp<T, X> work) throws X {
        return in(new Scope.Global(), work);
    }

    /// The workspace that the running work is bound to.
    ///
    /// @throws NoScope when none is bound
    public static UUID workspaceId() {
        if (current() instanceof Scope.InWorkspace bound) {
            return bound.workspaceId();
        }
        throw new NoScope("No workspace is bound here.");
    }

    static Scope current() {
        if (!SCOPE.isBound()) {
            throw new NoScope("The database was touched outside Tenancy.enter, asWorkspace or globally.");
        }
        return SCOPE.get();
    }

    /// A running transaction keeps the scope that it began with: work for another one, joined to it, would
    /// read and write the wrong workspace's rows.
    private static <T, X extends Throwable> T in(Scope scope, CallableOp<T, X> work) throws X {
        boolean inTransaction = TransactionSynchronizationManager.isActualTransactionActive();
        if (inTransaction && !(SCOPE.isBound() && SCOPE.get().equals(scope))) {
            throw new NoScope("A transaction of another scope is still running; end it first.");
        }
        return ScopedValue.where(SCOPE, scope).call(work);
    }

    private boolean isMember(UUID workspaceId, UUID userId) {
        Optional<String> role =
                globally(() -> transactions.read(() -> jdbc.sql("select lookup_membership(:workspace, :user)")
                        .param("workspace", workspaceId)
                        .param("user", userId)
                        .query(String.class)
                        .optional()));
        return role.isPresent();
    }
}

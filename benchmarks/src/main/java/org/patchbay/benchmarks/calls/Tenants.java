package org.patchbay.benchmarks.calls;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.patchbay.database.Tenancy;
import org.patchbay.database.Transactions;
import org.patchbay.kernel.Ids;
import org.patchbay.kernel.Secret;
import org.patchbay.kernel.access.Caller;
import org.patchbay.kernel.access.Role;
import org.patchbay.security.Accounts;
import org.patchbay.security.SignUps;
import org.patchbay.twilio.TwilioAccount;
import org.patchbay.twilio.TwilioConfigs;
import org.patchbay.twilio.TwilioEnvironment;
import org.patchbay.workspaces.Invitations;
import org.patchbay.workspaces.Membership;
import org.patchbay.workspaces.PresenceBoard;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Fills a server with workspaces, accounts, numbers and people, inside its process.
final class Tenants {

    private static final Accounts.Client HERE = new Accounts.Client("127.0.0.1", "benchmark");

    private final ApplicationContext server;
    private int made;

    Tenants(ApplicationContext server) {
        this.server = server;
    }

    /// Workspaces whose number sends every caller on to a phone: calls that stay as they are until somebody
    /// says otherwise.
    List<Account> forwarding(int count) {
        List<Account> accounts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            accounts.add(connect(workspaceOf(owner()), "+15005550199"));
        }
        return accounts;
    }

    /// Workspaces whose number rings on the desk of its owner, who is there, for as long as can be.
    List<Account> ringing(int count) {
        List<Account> accounts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Accounts.SignedIn owner = owner();
            accounts.add(connect(workspaceOf(owner), null));
            sitsDown(membership(owner).memberId(), workspaceOf(owner));
        }
        return accounts;
    }

    /// A workspace whose number rings on the desks of its members, who are all there.
    ///
    /// @return the account's line, then one for each member
    List<String> team(int members) {
        Accounts.SignedIn owner = owner();
        Account account = connect(workspaceOf(owner), null);
        List<String> lines = new ArrayList<>(List.of(account.line()));
        for (int i = 0; i < members; i++) {
            lines.add(invited(owner, "Agent-" + i).line());
        }
        return lines;
    }

    /// Somebody with a workspace of their own, and nothing else.
    ///
    /// @return the workspace's id, then as [Agent#line()]
    String alone() {
        Accounts.SignedIn owner = owner();
        Agent agent =
                new Agent(membership(owner).memberId(), "Owner", owner.session().token());
        return workspaceOf(owner) + " " + agent.line();
    }

    private Accounts.SignedIn owner() {
        int number = made++;
        SignUps.NewOwner owner = new SignUps.NewOwner(
                "Owner-" + number, "owner" + number + "@example.com", Secret.random(), "Team " + number, "US", "UTC");
        return server.getBean(SignUps.class).signUp(owner, HERE);
    }

    private static UUID workspaceOf(Accounts.SignedIn person) {
        return membership(person).workspace().id();
    }

    private static Membership membership(Accounts.SignedIn person) {
        return person.memberships().getFirst();
    }

    private Account connect(UUID workspaceId, @Nullable String forwardTo) {
        String sid = "AC" + hex();
        Account account = new Account(workspaceId, sid, Secret.random(), "+1500555%04d".formatted(1000 + made));
        TwilioAccount.Info info = new TwilioAccount.Info(sid, "Benchmark", TwilioAccount.Status.ACTIVE, false);
        Tenancy.asWorkspace(workspaceId, () -> {
            server.getBean(TwilioConfigs.class).connect(TwilioEnvironment.SIMULATOR, sid, account.token(), info);
            return server.getBean(Transactions.class)
                    .write(() -> server.getBean(JdbcClient.class)
                            .sql("""
                            insert into twilio_numbers
                              (workspace_id, id, sid, phone_number, friendly_name, can_voice, can_sms, can_mms, held,
                               forward_to, no_answer_seconds)
                            values (:workspace, :id, :sid, :number, 'Front desk', true, true, true, true, :forward, 600)""")
                            .param("workspace", workspaceId)
                            .param("id", Ids.next())
                            .param("sid", "PN" + hex())
                            .param("number", account.number())
                            .param("forward", forwardTo)
                            .update());
        });
        return account;
    }

    private Agent invited(Accounts.SignedIn owner, String name) {
        Membership inviter = membership(owner);
        UUID workspaceId = inviter.workspace().id();
        UUID userId = owner.user().id();
        Caller.Person person = new Caller.Person(
                userId, owner.session().id(), owner.user().name(), owner.user().email(), HERE.address());
        Caller.Member caller = new Caller.Member(person, inviter.memberId(), workspaceId, inviter.role());
        String email = name.toLowerCase(Locale.ROOT) + "@example.com";
        String link = ScopedValue.where(Caller.CURRENT, caller)
                .call(() -> server.getBean(Tenancy.class)
                        .enter(
                                workspaceId,
                                userId,
                                () -> server.getBean(Invitations.class)
                                        .invite(caller, email, Role.AGENT)
                                        .delivery()
                                        .link()));
        String token = URI.create(String.valueOf(link)).getFragment().substring("token=".length());
        Accounts.SignedIn joined = server.getBean(SignUps.class).accept(token, name, Secret.random(), HERE);
        UUID memberId = membership(joined).memberId();
        sitsDown(memberId, workspaceId);
        return new Agent(memberId, name, joined.session().token());
    }

    private void sitsDown(UUID memberId, UUID workspaceId) {
        Tenancy.asWorkspace(workspaceId, () -> {
            PresenceBoard board = server.getBean(PresenceBoard.class);
            board.connected(memberId, true);
            return board.choose(memberId, "available");
        });
    }

    private static String hex() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}

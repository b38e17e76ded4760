package org.patchbay.demo;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.patchbay.database.Tenancy;
import org.patchbay.database.Transactions;
import org.patchbay.kernel.Ids;
import org.patchbay.kernel.Secret;
import org.patchbay.kernel.access.Caller;
import org.patchbay.security.SignUps;
import org.patchbay.workspaces.Invitation;
import org.patchbay.workspaces.Invitations;
import org.patchbay.workspaces.Membership;
import org.patchbay.workspaces.People;
import org.patchbay.workspaces.User;
import org.springframework.stereotype.Component;

/// Makes the demonstration's workspace through the doors that everybody uses: its owner signs up, its
/// agents are invited and accept. Their passwords are random, and nobody is told them.
@Component
class DemoWorkspace {

    private static final String NAME = "Quillmere";
    private static final String COUNTRY = "GB";
    private static final String TIME_ZONE = "Europe/London";
    private static final String HERE = "127.0.0.1";

    private final SignUps signUps;
    private final Invitations invitations;
    private final People people;
    private final Tenancy tenancy;
    private final Transactions transactions;

    DemoWorkspace(SignUps signUps, Invitations invitations, People people, Tenancy tenancy, Transactions transactions) {
        this.signUps = signUps;
        this.invitations = invitations;
        this.people = people;
        this.tenancy = tenancy;
        this.transactions = transactions;
    }

    /// Makes whoever is missing. A start that was killed half-way is gone on with; what somebody changed
    /// in the workspace since stays as it is.
    void make() {
        User owner = find(DemoPerson.OWNER).orElseGet(this::found);
        DemoPerson.AGENTS.stream().filter(agent -> find(agent).isEmpty()).forEach(agent -> bring(agent, owner));
    }

    Optional<User> find(DemoPerson person) {
        return Tenancy.globally(() -> transactions.read(() -> people.byEmail(person.email())));
    }

    private User found() {
        return signUps.found(new SignUps.NewOwner(
                DemoPerson.OWNER.name(), DemoPerson.OWNER.email(), Secret.random(), NAME, COUNTRY, TIME_ZONE));
    }

    private void bring(DemoPerson agent, User owner) {
        Membership membership = Tenancy.globally(() -> transactions.read(() -> people.memberships(owner.id())))
                .getFirst();
        UUID workspaceId = membership.workspace().id();
        Caller.Person person = new Caller.Person(owner.id(), Ids.next(), owner.name(), owner.email(), HERE);
        Caller.Member inviter = new Caller.Member(person, membership.memberId(), workspaceId, membership.role());
        String token = ScopedValue.where(Caller.CURRENT, inviter)
                .call(() -> tenancy.enter(workspaceId, owner.id(), () -> invite(inviter, agent)));
        signUps.join(token, agent.name(), Secret.random(), HERE);
    }

    private String invite(Caller.Member inviter, DemoPerson agent) {
        Optional<Invitation> earlier = invitations.page(null, 200).items().stream()
                .filter(invitation -> invitation.email().equals(agent.email()))
                .findFirst();
        Invitations.Sent sent = earlier.map(invitation -> invitations.renew(inviter, invitation.id()))
                .orElseGet(() -> invitations.invite(inviter, agent.email(), agent.role()));
        String link = sent.delivery().link();
        if (link == null) {
            throw new IllegalStateException("the demonstration's invitation was mailed"); // settings forbid it
        }
        return URI.create(link).getFragment().substring("token=".length());
    }
}

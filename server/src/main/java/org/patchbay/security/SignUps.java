package org.patchbay.security;

import org.jspecify.annotations.Nullable;
import org.patchbay.database.Tenancy;
import org.patchbay.database.Transactions;
import org.patchbay.kernel.Problem;
import org.patchbay.kernel.Problems;
import org.patchbay.kernel.settings.Settings;
import org.patchbay.workspaces.InvitationPreview;
import org.patchbay.workspaces.Invitations;
import org.patchbay.workspaces.People;
import org.patchbay.workspaces.User;
import org.patchbay.workspaces.Workspace;
import org.patchbay.workspaces.Workspaces;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/// How somebody becomes a person here: with a workspace of their own, or invited into one.
@Component
public class SignUps {

    /// @param email lower case
    public record NewOwner(
            String name,
            String email,
            String password,
            String workspaceName,
            @Nullable String country,
            @Nullable String timeZone) {}

    private final Settings settings;
    private final People people;
    private final Workspaces workspaces;
    private final Invitations invitations;
    private final Accounts accounts;
    private final Passwords passwords;
    private final Transactions transactions;

    SignUps(
            Settings settings,
            People people,
            Workspaces workspaces,
            Invitations invitations,
            Accounts accounts,
            Passwords passwords,
            Transactions transactions) {
        this.settings = settings;
        this.people = people;
        this.workspaces = workspaces;
        this.invitations = invitations;
        this.accounts = accounts;
        this.passwords = passwords;
        this.transactions = transactions;
    }

    /// Whether anybody may make a workspace now.
    public boolean open() {
        return switch (settings.signUp()) {
            case OPEN -> true;
            case CLOSED -> false;
            case FIRST -> Tenancy.globally(() -> transactions.read(workspaces::none));
        };
    }

    /// Makes a person and their workspace, and signs them in.
    ///
    /// @throws Problem 403 `sign-up-closed`, 409 `email-taken`
    public Accounts.SignedIn signUp(NewOwner owner, Accounts.Client client) {
        requireOpen();
        return accounts.open(found(owner), client, "sign-up");
    }

    /// Makes a person and their workspace, whether or not sign-up is open: the installation's own doing.
    ///
    /// @throws Problem 409 `email-taken`
    public User found(NewOwner owner) {
        String hash = passwords.hash(owner.password());
        User user = addPerson(owner.name(), owner.email(), hash);
        workspaces.create(user, owner.workspaceName(), owner.country(), owner.timeZone());
        return user;
    }

    /// Makes another workspace for somebody.
    ///
    /// @throws Problem 403 `sign-up-closed`
    public Workspace another(User owner, String name, @Nullable String country, @Nullable String timeZone) {
        requireOpen();
        return workspaces.create(owner, name, country, timeZone);
    }

    /// Whether somebody with this address is known, for the page that accepts an invitation.
    public boolean known(String email) {
        return Tenancy.globally(() -> transactions.read(() -> people.byEmail(email)))
                .isPresent();
    }

    /// Accepts an invitation and signs in.
    ///
    /// @param name of somebody new; ignored for who has an account
    /// @throws Problem 401 `link-expired` or `sign-in-refused`, 400 `invalid`
    public Accounts.SignedIn accept(String token, @Nullable String name, String password, Accounts.Client client) {
        return accounts.open(join(token, name, password, client.address()), client, "invitation");
    }

    /// Accepts an invitation without signing in; else as [#accept].
    public User join(String token, @Nullable String name, String password, String address) {
        InvitationPreview invitation = invitations.lookUp(token);
        if (known(invitation.email())) {
            User user = accounts.authenticate(invitation.email(), password, address)
                    .orElseThrow(() -> Accounts.refused("That is not the password of your account."));
            addMember(invitation, user);
            return user;
        }
        String chosen = requireName(name);
        NewPassword.check(password);
        String hash = passwords.hash(password);
        return Tenancy.asWorkspace(
                invitation.workspaceId(),
                () -> transactions.write(() -> {
                    User added = add(chosen, invitation.email(), hash);
                    invitations.accept(invitation, added);
                    return added;
                }));
    }

    private void addMember(InvitationPreview invitation, User user) {
        Tenancy.asWorkspace(
                invitation.workspaceId(),
                () -> transactions.write(() -> {
                    invitations.accept(invitation, user);
                    return user;
                }));
    }

    private User addPerson(String name, String email, String hash) {
        return Tenancy.globally(() -> transactions.write(() -> add(name, email, hash)));
    }

    private User add(String name, String email, String hash) {
        try {
            return people.add(name, email, "en", hash);
        } catch (DuplicateKeyException taken) {
            throw SecurityProblems.EMAIL_TAKEN.because(
                    "Somebody with this address has an account already. Sign in with it.");
        }
    }

    private void requireOpen() {
        if (!open()) {
            throw SecurityProblems.SIGN_UP_CLOSED.because(
                    "New workspaces are made by whoever runs this installation. Ask to be invited.");
        }
    }

    private static String requireName(@Nullable String name) {
        if (name == null || name.isBlank()) {
            throw Problems.invalid("name", "is missing");
        }
        return name;
    }
}

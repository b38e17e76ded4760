package org.patchbay.systemtests.product;

import java.net.URI;
import java.util.Map;
import java.util.UUID;

/// A workspace of its own for a test, made through the API, with its owner signed in.
///
/// @param owner signed in
public record Team(Program owner, Account account, String workspace) {

    /// Somebody who can sign in.
    public record Account(String name, String email, String password) {

        /// Nobody else in this installation has this address.
        public static Account of(String name) {
            String unique = UUID.randomUUID().toString();
            String first = name.split(" ")[0].toLowerCase(java.util.Locale.ROOT);
            return new Account(name, first + "-" + unique + "@quillmere.example", "a password of " + unique);
        }
    }

    public static Team make(URI desk, String ownerName) {
        Account account = Account.of(ownerName);
        String workspace = "Quillmere " + account.email().substring(0, 12);
        Program owner = new Program(desk);
        owner.call(
                "POST",
                "/api/sign-up",
                Map.of(
                        "name", account.name(),
                        "email", account.email(),
                        "password", account.password(),
                        "workspaceName", workspace));
        return new Team(owner, account, workspace);
    }

    /// The owner again, in another session: where the server is now.
    public Program signedInAt(URI desk) {
        Program again = new Program(desk);
        again.call("POST", "/api/session", Map.of("email", account.email(), "password", account.password()));
        return again;
    }

    /// Invites somebody.
    ///
    /// @return the token of the link
    public String invite(Account somebody, String role) {
        String link = owner.call("POST", "/api/invitations", Map.of("email", somebody.email(), "role", role))
                .at("/delivery/link")
                .stringValue();
        return URI.create(link).getFragment().substring("token=".length());
    }

    /// Invites somebody, who accepts.
    public Program join(URI desk, Account somebody, String role) {
        Program joined = new Program(desk);
        joined.call(
                "POST",
                "/api/invitations/accept",
                Map.of("token", invite(somebody, role), "name", somebody.name(), "password", somebody.password()));
        return joined;
    }
}

package org.patchbay.systemtests.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import org.patchbay.systemtests.product.Team.Account;

/// How somebody gets in, as they would do it.
public final class Entrance {

    private Entrance() {}

    public static void makeWorkspace(Page page, Account owner, String workspace) {
        page.navigate("/sign-up");
        field(page, "Workspace name").fill(workspace);
        field(page, "Your name").fill(owner.name());
        field(page, "E-mail address").fill(owner.email());
        field(page, "Password").fill(owner.password());
        button(page, "Make the workspace").click();
        inTheDesk(page);
    }

    public static void signIn(Page page, Account account) {
        page.navigate("/sign-in");
        tryToSignIn(page, account.email(), account.password());
        inTheDesk(page);
    }

    /// Fills the form that is shown, and sends it.
    public static void tryToSignIn(Page page, String email, String password) {
        field(page, "E-mail address").fill(email);
        field(page, "Password").fill(password);
        button(page, "Sign in").click();
    }

    public static void acceptInvitation(Page page, URI link, Account somebody) {
        page.navigate(link.toString());
        field(page, "Your name").fill(somebody.name());
        field(page, "New password").fill(somebody.password());
        button(page, "Join").click();
        inTheDesk(page);
    }

    public static Locator field(Page page, String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    public static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /// The line to the server is up: the plate at the sidebar's foot says so.
    private static void inTheDesk(Page page) {
        page.locator("[data-lit=true]").getByText("Live").waitFor();
    }
}

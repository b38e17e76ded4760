package org.patchbay.workspaces;

import org.patchbay.kernel.settings.Settings;
import org.springframework.stereotype.Component;

/// The links that bring somebody to the desk with a token. The token stands in the fragment, which
/// browsers send to no server: it appears in no log and no Referer.
@Component
public class Links {

    private final Settings settings;

    Links(Settings settings) {
        this.settings = settings;
    }

    public String invitation(String token) {
        return to("/invitation", token);
    }

    public String passwordReset(String token) {
        return to("/reset", token);
    }

    public String signIn(String token) {
        return to("/sign-in", token);
    }

    private String to(String path, String token) {
        return settings.linkBase(settings.deskPort()) + path + "#token=" + token;
    }
}

package org.patchbay.security.web;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.patchbay.kernel.access.Open;
import org.patchbay.kernel.settings.Settings;
import org.patchbay.mail.Post;
import org.patchbay.security.SignUps;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class InstanceController {

    private final Settings settings;
    private final SignUps signUps;
    private final Post post;

    InstanceController(Settings settings, SignUps signUps, Post post) {
        this.settings = settings;
        this.signUps = signUps;
        this.post = post;
    }

    @GetMapping("/api/instance")
    @Open
    Instance get() {
        Simulator simulator = settings.simulatorUrl().map(Simulator::new).orElse(null);
        return new Instance("Patchbay", signUps.open(), post.configured(), simulator);
    }

    record Instance(
            String name,
            boolean signUpOpen,
            boolean mailConfigured,
            @Nullable Simulator simulator) {}

    record Simulator(URI phonesUrl) {}
}

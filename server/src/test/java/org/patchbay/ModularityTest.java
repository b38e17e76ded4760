package org.patchbay;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {

    @Test
    void modulesDependOnlyOnWhatTheyDeclareAndNeverInACircle() {
        ApplicationModules.of(PatchbayApplication.class).verify();
    }
}

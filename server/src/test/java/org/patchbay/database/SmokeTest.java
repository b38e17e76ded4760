package org.patchbay.database;

import org.junit.jupiter.api.Test;
import org.patchbay.testing.TestCluster;

class SmokeTest {
    @Test
    void migrates() {
        TestCluster.scratch();
    }
}

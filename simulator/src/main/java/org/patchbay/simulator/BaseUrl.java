package org.patchbay.simulator;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Where the simulator can be reached, for links in what it sends; known once it listens.
final class BaseUrl implements Supplier<String> {

    private volatile @Nullable String url;

    void is(String known) {
        url = known;
    }

    @Override
    public String get() {
        String known = url;
        if (known == null) {
            throw new IllegalStateException("the server does not listen yet");
        }
        return known;
    }
}

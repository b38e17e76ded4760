package org.patchbay.simulator.api;

import java.util.ArrayList;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.patchbay.simulator.http.Params;

/// Links to the pages of one list: the list's own filters, then size, number and token.
record PageLinks(String path, Params query, int size) {

    private static final Set<String> OWN = Set.of("PageSize", "Page", "PageToken");

    String page(int number, @Nullable String token) {
        var params = new ArrayList<>(
                query.all().stream().filter(p -> !OWN.contains(p.name())).toList());
        params.add(new Params.Param("PageSize", Integer.toString(size)));
        params.add(new Params.Param("Page", Integer.toString(number)));
        if (token != null) {
            params.add(new Params.Param("PageToken", token));
        }
        return path + "?" + new Params(params).encoded();
    }
}

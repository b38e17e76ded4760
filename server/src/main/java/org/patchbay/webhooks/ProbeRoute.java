package org.patchbay.webhooks;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/// Answers that a delivery arrived with its signature intact, and repeats a word that was signed with it: an
/// empty success alone could be anybody's.
@Component
class ProbeRoute implements WebhookRoute {

    static final String WORD = "Word";
    static final String ECHO = "Patchbay-Probe";

    private static final Pattern PLAIN = Pattern.compile("[0-9a-f-]{1,64}");

    @Override
    public Set<WebhookKind> kinds() {
        return Set.of(WebhookKind.PROBE);
    }

    @Override
    public Reply answer(Delivery delivery) {
        return delivery.params()
                .get(WORD)
                .filter(word -> PLAIN.matcher(word).matches())
                .<Reply>map(word -> new Reply.Noted(Map.of(ECHO, word)))
                .orElseGet(Reply::noted);
    }
}

package org.patchbay.webhooks;

import java.util.Optional;
import java.util.regex.Pattern;

/// Which of a delivery's two numbers would be ours.
public final class OurSide {

    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{1,14}");

    private OurSide() {}

    /// `To` of what comes in, `From` of what goes out.
    ///
    /// @return empty where that is no phone number: a browser's call, a sender with a name
    public static Optional<String> of(Delivery delivery) {
        boolean out = switch (delivery.kind()) {
            case SMS_STATUS -> true;
            case SMS_INBOUND -> false;
            default -> delivery.params().text("Direction").startsWith("outbound");
        };
        boolean browser = delivery.params().text("From").startsWith("client:");
        return browser
                ? Optional.empty()
                : delivery.params().get(out ? "From" : "To").filter(OurSide::isNumber);
    }

    private static boolean isNumber(String address) {
        return E164.matcher(address).matches();
    }
}

package org.patchbay.simulator.messages;

/// Into how many parts a text is cut. In GSM-7 one part holds 160 septets, or 153 when there are
/// several; a character of the extension table takes two. One character outside of GSM-7 switches the
/// whole text to UCS-2 with 70, or 67, UTF-16 units (3GPP TS 23.038;
/// <https://www.twilio.com/docs/glossary/what-sms-character-limit>).
public record Segments(Encoding encoding, int units, int count) {

    public enum Encoding {
        GSM_7(160, 153),
        UCS_2(70, 67);

        private final int single;
        private final int part;

        Encoding(int single, int part) {
            this.single = single;
            this.part = part;
        }

        private int count(int units) {
            return units <= single ? 1 : (units + part - 1) / part;
        }
    }

    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String EXTENSION = "^{}\\[~]|€\f";

    /// An empty text is one part.
    public static Segments of(String text) {
        int septets = septets(text);
        return septets < 0
                ? new Segments(Encoding.UCS_2, text.length(), Encoding.UCS_2.count(text.length()))
                : new Segments(Encoding.GSM_7, septets, Encoding.GSM_7.count(septets));
    }

    /// @return -1 when a character is not in GSM-7
    private static int septets(String text) {
        int septets = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (BASIC.indexOf(c) >= 0) {
                septets++;
            } else if (EXTENSION.indexOf(c) >= 0) {
                septets += 2;
            } else {
                return -1;
            }
        }
        return septets;
    }
}

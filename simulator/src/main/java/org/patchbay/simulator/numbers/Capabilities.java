package org.patchbay.simulator.numbers;

/// What a number can do.
public record Capabilities(boolean voice, boolean sms, boolean mms) {
    public static final Capabilities ALL = new Capabilities(true, true, true);
}

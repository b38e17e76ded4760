package org.patchbay.simulator.signal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Stands for the call engine, which is built elsewhere, and notes what it is asked.
final class EngineNotes implements CallEngine {
    final List<String> notes = new ArrayList<>();
    private int calls;

    @Override
    public String dial(AccessGrant caller, String sdpOffer, Map<String, String> params) {
        if (sdpOffer.equals("unusable")) {
            throw new IllegalArgumentException("no m=audio");
        }
        notes.add("dial " + caller.client().identity() + " " + new TreeMap<>(params));
        return "CA" + ++calls;
    }

    @Override
    public void accepted(String callSid, OfferedLeg leg) {
        notes.add("accepted " + callSid + " " + leg);
    }

    @Override
    public void rejected(String callSid) {
        notes.add("rejected " + callSid);
    }

    @Override
    public void hungUp(String callSid) {
        notes.add("hungUp " + callSid);
    }

    @Override
    public void digits(String callSid, String digits) {
        notes.add("digits " + callSid + " " + digits);
    }

    @Override
    public String restartIce(String callSid, String sdpOffer) {
        if (sdpOffer.equals("unusable")) {
            throw new IllegalArgumentException("no m=audio");
        }
        return "answer to " + sdpOffer;
    }

    @Override
    public void message(String callSid, String content, String contentType) {
        notes.add("message " + callSid + " " + content);
    }

    /// Media offered to one browser, numbered.
    final class Leg implements OfferedLeg {
        private final int number;

        Leg(int number) {
            this.number = number;
        }

        @Override
        public String offer() {
            return "offer " + number;
        }

        @Override
        public void accept(String sdpAnswer) {
            if (sdpAnswer.equals("unusable")) {
                throw new IllegalArgumentException("no m=audio");
            }
        }

        @Override
        public void withdraw() {
            notes.add("withdrawn " + this);
        }

        @Override
        public String toString() {
            return "leg" + number;
        }
    }
}

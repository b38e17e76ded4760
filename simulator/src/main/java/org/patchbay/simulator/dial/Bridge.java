package org.patchbay.simulator.dial;

import org.patchbay.simulator.calls.Leg;
import org.patchbay.simulator.calls.LegTask;
import org.patchbay.simulator.sound.Mix;

/// Two legs that hear each other: the one with the `<Dial>`, and the one that it called.
final class Bridge {

    private final Leg parent;
    private final Leg child;
    private final Mix mix;
    private final LegTask childTask;
    private boolean open = true;

    /// @param childTaken runs when the child is given other instructions by REST
    Bridge(Leg parent, Leg child, Runnable childTaken) {
        this.parent = parent;
        this.child = child;
        this.mix = parent.telephony().sounds().mix();
        this.childTask = new Talking(childTaken);
        mix.add(parent.sound(), Mix.Part.FULL);
        mix.add(child.sound(), Mix.Part.FULL);
        child.begin(childTask);
    }

    /// What the parent's far end does is heard by the child's.
    void fromParent(char key) {
        child.farEnd().hearDigits(String.valueOf(key));
    }

    void fromParent(String words) {
        child.farEnd().hear(words);
    }

    /// The two hear each other no longer; both live on.
    void close() {
        if (open) {
            open = false;
            mix.remove(parent.sound());
            mix.remove(child.sound());
            child.finished(childTask);
        }
    }

    /// What the child is doing meanwhile.
    private final class Talking implements LegTask {
        private final Runnable taken;

        Talking(Runnable taken) {
            this.taken = taken;
        }

        @Override
        public void digit(char key) {
            parent.farEnd().hearDigits(String.valueOf(key));
        }

        @Override
        public void speech(String words) {
            parent.farEnd().hear(words);
        }

        @Override
        public void stop(boolean ended) {
            if (open && !ended) {
                close();
                taken.run();
            }
        }
    }
}

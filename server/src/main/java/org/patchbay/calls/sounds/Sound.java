package org.patchbay.calls.sounds;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.function.Supplier;

/// What can be heard while one waits.
public enum Sound {
    RINGING("ringing", Ringback.ONE_TONE::samples),
    RINGING_NORTH_AMERICA("ringing-north-america", Ringback.TWO_TONES::samples),
    HOLD_MUSIC("hold-music", HoldMusic::samples);

    private static final int NORTH_AMERICA = 1;

    private final String file;
    private final Supplier<double[]> samples;

    Sound(String file, Supplier<double[]> samples) {
        this.file = file;
        this.samples = samples;
    }

    /// The ringing that people know there.
    ///
    /// @param country ISO 3166-1 alpha-2
    public static Sound ringingIn(String country) {
        int code = PhoneNumberUtil.getInstance().getCountryCodeForRegion(country);
        return code == NORTH_AMERICA ? RINGING_NORTH_AMERICA : RINGING;
    }

    /// Its name in an address, without an extension.
    String file() {
        return file;
    }

    byte[] wav() {
        return Wav.of(samples.get());
    }
}

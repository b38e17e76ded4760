package org.patchbay.simulator.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.patchbay.simulator.interpreter.GatherRules.Decision;

class GatherRulesTest {

    @Property
    void itNeverCollectsMoreThanWantedNorTheKeyThatEndsIt(
            @ForAll @Chars({'0', '1', '2', '9', '*', '#'}) @StringLength(max = 20) String keys,
            @ForAll @IntRange(max = 8) int wanted) {
        var rules = new GatherRules("#", wanted);
        String digits = "";
        for (char key : keys.toCharArray()) {
            switch (rules.key(digits, key)) {
                case Decision.More more -> digits = more.digits();
                case Decision.Enough enough -> {
                    assertThat(enough.digits()).isNotEmpty().doesNotContain("#");
                    assertThat(enough.finishedOnKey().equals("#")
                                    || enough.digits().length() == wanted)
                            .isTrue();
                    return;
                }
            }
        }
        assertThat(digits).isEqualTo(keys.replace("#", ""));
    }
}

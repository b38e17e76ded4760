package org.patchbay.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.patchbay.kernel.FieldError;
import org.patchbay.kernel.Problem;

class PastedCredentialsTest {

    private static final String SID = "AC00000000000000000000000000000001";
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";

    @Test
    void blanksAroundThemAreNoMistake() {
        PastedCredentials pasted = PastedCredentials.read(" " + SID + "\n", "\t" + TOKEN + " ");

        assertThat(pasted.accountSid()).isEqualTo(SID);
        assertThat(pasted.authToken()).isEqualTo(TOKEN);
    }

    @Test
    void whatIsPlainlyWrongIsSaidOfEachField() {
        assertThat(errors(SID.substring(1), TOKEN.substring(1)))
                .containsExactly(
                        new FieldError("accountSid", "begins with AC"),
                        new FieldError("authToken", "has 32 characters, and this has 31"));
        assertThat(errors("SK00000000000000000000000000000001", TOKEN))
                .containsExactly(new FieldError("accountSid", "is an API key's SID; the account's begins with AC"));
        assertThat(errors(SID + "0", TOKEN))
                .containsExactly(new FieldError("accountSid", "has 34 characters, and this has 35"));
        assertThat(errors(SID.replace('1', 'x'), TOKEN.replace('f', 'x')))
                .extracting(FieldError::field)
                .containsExactly("accountSid", "authToken");
    }

    @Property
    void whateverIsPastedIsNeverRepeated(@ForAll @StringLength(min = 8, max = 31) String token) {
        Problem problem = catchThrowableOfType(Problem.class, () -> PastedCredentials.read(SID, token));

        assertThat(String.valueOf(problem)).doesNotContain(token);
        assertThat(problem.errors()).noneMatch(error -> error.message().contains(token));
    }

    private static List<FieldError> errors(String sid, String token) {
        return catchThrowableOfType(Problem.class, () -> PastedCredentials.read(sid, token))
                .errors();
    }
}

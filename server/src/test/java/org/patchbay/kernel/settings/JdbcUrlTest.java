package org.patchbay.kernel.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.Driver;

class JdbcUrlTest {

    @Property
    void userPasswordAndDatabaseReachTheDriverAsTheyWereMeant(
            @ForAll @CharRange(from = ' ', to = '~') @StringLength(min = 1, max = 20) String user,
            @ForAll @CharRange(from = ' ', to = '~') @StringLength(max = 20) String password) {
        Properties driver = parse("postgres://" + encoded(user) + ":" + encoded(password) + "@db:5433/desk");

        assertThat(driver).containsEntry("user", user);
        assertThat(driver).containsEntry("password", password);
        assertThat(driver).containsEntry("PGDBNAME", "desk");
        assertThat(driver).containsEntry("PGPORT", "5433");
    }

    /// In libpq's form a plus is a plus; in a JDBC URL's query it would be a space.
    @Test
    void aPlusInAPasswordStaysAPlus() {
        assertThat(parse("postgres://u+v:a+b@db/desk"))
                .containsEntry("user", "u+v")
                .containsEntry("password", "a+b");
    }

    @Test
    void severalHostsWantTheOneThatTakesWrites() {
        Properties driver = parse("postgresql://u:p@one,two:5433,[::1]:5434/desk?sslmode=require");

        assertThat(driver)
                .containsEntry("PGHOST", "one,two,[::1]")
                .containsEntry("PGPORT", "5432,5433,5434")
                .containsEntry("targetServerType", "primary")
                .containsEntry("sslmode", "require");
        assertThat(parse("jdbc:postgresql://one,two/desk?user=u")).containsEntry("targetServerType", "primary");
    }

    @Test
    void aChoiceOfServerThatWasMadeIsKept() {
        assertThat(parse("postgres://one,two/desk?targetServerType=any")).containsEntry("targetServerType", "any");
    }

    @ParameterizedTest
    @CsvSource({
        "read-write,primary",
        "primary,primary",
        "any,any",
        "standby,secondary",
        "prefer-standby,preferSecondary"
    })
    void libpqsWordForTheChoiceOfServerIsUnderstood(String libpq, String jdbc) {
        assertThat(parse("postgres://one,two/desk?target_session_attrs=" + libpq))
                .containsEntry("targetServerType", jdbc);
    }

    @Test
    void oneHostIsTakenAsItIs() {
        assertThat(JdbcUrl.from("postgres://db/desk")).isEqualTo("jdbc:postgresql://db/desk");
        assertThat(JdbcUrl.from("jdbc:postgresql://db/desk?user=u")).isEqualTo("jdbc:postgresql://db/desk?user=u");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hunter2",
                "mysql://u:hunter2@db/desk",
                "postgres://u:hunter2@db",
                "postgres://u:hunter2@/desk",
                "postgres://u:hunter2@db/",
                "jdbc:postgresql://",
                "jdbc:postgresql://db:hunter2/desk",
                "postgres://u:hun%zzter2@db/desk",
                "postgres://u:hunter2@db:port/desk"
            })
    void whatTheDriverWouldNotTakeIsRefusedWithoutRepeatingIt(String wrong) {
        assertThatThrownBy(() -> JdbcUrl.from(wrong))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .isEqualTo("must look like postgres://user:password@host:5432/name");
    }

    private static Properties parse(String url) {
        Properties properties = Driver.parseURL(JdbcUrl.from(url), new Properties());
        assertThat(properties).as("what the driver makes of it").isNotNull();
        return properties;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

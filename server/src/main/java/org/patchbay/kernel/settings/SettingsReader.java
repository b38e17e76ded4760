package org.patchbay.kernel.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.patchbay.kernel.settings.Settings.KeysetSource;
import org.patchbay.kernel.settings.Settings.LogFormat;
import org.patchbay.kernel.settings.Settings.SignUp;

/// Reads the variables one by one and remembers what is wrong, so that an operator mends all mistakes
/// in one go. A value never appears in a message: it may be a secret.
final class SettingsReader {

    /// They steer the simulator, the launcher and the commands beside it, and may stand in the same environment.
    private static final Set<String> OF_OTHERS = Set.of(
            "PATCHBAY_SIMULATOR_PORT",
            "PATCHBAY_SIMULATOR_MEDIA_PORT",
            "PATCHBAY_JAVA_HOME",
            "PATCHBAY_API_KEY",
            "PATCHBAY_URL");

    private final Map<String, String> unread = new TreeMap<>();
    private final Set<String> asked = new TreeSet<>(OF_OTHERS);
    private final List<String> mistakes = new ArrayList<>();

    SettingsReader(Map<String, String> environment) {
        environment.forEach((name, value) -> {
            if (name.startsWith("PATCHBAY_")) {
                unread.put(name, value.strip());
            }
        });
    }

    /// Every variable there is, by name: what the operator's guide must tell.
    static Set<String> names() {
        SettingsReader reader = new SettingsReader(Map.of());
        reader.read();
        return reader.asked;
    }

    Settings read() {
        Path dataDir = Path.of(text("PATCHBAY_DATA_DIR").orElse("data"))
                .toAbsolutePath()
                .normalize();
        String bindAddress = text("PATCHBAY_BIND_ADDRESS").orElse("127.0.0.1");
        int deskPort = port("PATCHBAY_DESK_PORT", 8080);
        int managementPort = port("PATCHBAY_MANAGEMENT_PORT", 8081);
        Optional<URI> publicUrl = parsed("PATCHBAY_PUBLIC_URL", SettingsReader::baseUrl);
        Optional<DatabaseUrls> database = database();
        Settings settings = new Settings(
                dataDir,
                bindAddress,
                deskPort,
                managementPort,
                publicUrl,
                origins(deskPort, publicUrl.orElse(null)),
                database,
                parsed("PATCHBAY_DATABASE_POOL_SIZE", value -> number(value, 2, 500))
                        .orElse(16),
                keyset(dataDir),
                mail(),
                signUp(database.isEmpty() && publicUrl.isEmpty()),
                flag("PATCHBAY_BEHIND_PROXY"),
                simulator(database.isEmpty()),
                parsed("PATCHBAY_LOG_FORMAT", value -> choice(value, LogFormat.class))
                        .orElse(LogFormat.TEXT),
                text("PATCHBAY_DESK_DIR").map(Path::of),
                flag("PATCHBAY_DEMO"),
                Duration.ofSeconds(parsed("PATCHBAY_DRIFT_CHECK_SECONDS", value -> number(value, 1, 86_400))
                        .orElse(300)));
        unread.keySet().removeAll(OF_OTHERS);
        unread.keySet().forEach(name -> mistakes.add(name + " is not a setting of Patchbay."));
        if (deskPort != 0 && deskPort == managementPort) {
            mistakes.add("PATCHBAY_MANAGEMENT_PORT must differ from PATCHBAY_DESK_PORT.");
        }
        if (settings.demo() && !mayShowDemo(settings)) {
            mistakes.add("PATCHBAY_DEMO must not be true with PATCHBAY_DATABASE_URL, PATCHBAY_PUBLIC_URL,"
                    + " PATCHBAY_SMTP_URL, or a PATCHBAY_BIND_ADDRESS that others can reach.");
        }
        if (!mistakes.isEmpty()) {
            throw new SettingsRefused(mistakes);
        }
        return settings;
    }

    /// The demonstration's links let in whoever reads them, and its people have no mailbox.
    private static boolean mayShowDemo(Settings settings) {
        return settings.embeddedDatabase()
                && settings.onLoopback()
                && settings.publicUrl().isEmpty()
                && settings.mail().isEmpty();
    }

    private Optional<DatabaseUrls> database() {
        Optional<String> server = parsed("PATCHBAY_DATABASE_URL", JdbcUrl::from);
        Optional<String> owner = parsed("PATCHBAY_DATABASE_OWNER_URL", JdbcUrl::from);
        Optional<String> ingest = parsed("PATCHBAY_DATABASE_INGEST_URL", JdbcUrl::from);
        if (server.isEmpty() && (owner.isPresent() || ingest.isPresent())) {
            mistakes.add("PATCHBAY_DATABASE_URL must be set when another PATCHBAY_DATABASE_…_URL is.");
        }
        if (server.isPresent() && ingest.isEmpty() && !isMistaken("PATCHBAY_DATABASE_INGEST_URL")) {
            mistakes.add("PATCHBAY_DATABASE_INGEST_URL must be set when PATCHBAY_DATABASE_URL is.");
        }
        return server.map(url -> new DatabaseUrls(url, owner, ingest.orElse("")));
    }

    private boolean isMistaken(String name) {
        return mistakes.stream().anyMatch(mistake -> mistake.startsWith(name + " "));
    }

    private KeysetSource keyset(Path dataDir) {
        return text("PATCHBAY_ENCRYPTION_KEYSET")
                .<KeysetSource>map(value -> value.startsWith("{")
                        ? new KeysetSource.Inline(value)
                        : new KeysetSource.InFile(Path.of(value).toAbsolutePath()))
                .orElseGet(() -> new KeysetSource.InFile(dataDir.resolve("keyset.json")));
    }

    private Optional<MailServer> mail() {
        Optional<String> from = text("PATCHBAY_MAIL_FROM");
        Optional<URI> url = parsed("PATCHBAY_SMTP_URL", value -> {
            URI uri = new URI(value);
            if (!Set.of("smtp", "smtps").contains(uri.getScheme()) || uri.getHost() == null) {
                throw new IllegalArgumentException("must look like smtp://user:password@host:587");
            }
            return uri;
        });
        if (url.isPresent() && from.isEmpty()) {
            mistakes.add("PATCHBAY_MAIL_FROM must be set when PATCHBAY_SMTP_URL is.");
        }
        return url.map(uri -> {
            boolean tls = "smtps".equals(uri.getScheme());
            int port = uri.getPort() > 0 ? uri.getPort() : tls ? 465 : 587;
            String[] login = Optional.ofNullable(uri.getUserInfo()).orElse("").split(":", 2);
            Optional<String> user = Optional.of(login[0]).filter(name -> !name.isEmpty());
            Optional<String> password = login.length == 2 ? Optional.of(login[1]) : Optional.empty();
            return new MailServer(uri.getHost(), port, tls, user, password, from.orElse(""));
        });
    }

    private SignUp signUp(boolean trial) {
        return parsed("PATCHBAY_SIGN_UP", value -> choice(value, SignUp.class))
                .orElse(trial ? SignUp.OPEN : SignUp.FIRST);
    }

    private Optional<URI> simulator(boolean embedded) {
        Optional<String> value = text("PATCHBAY_SIMULATOR_URL");
        if (value.isPresent() && value.get().equals("none")) {
            return Optional.empty();
        }
        unread.putIfAbsent("PATCHBAY_SIMULATOR_URL", value.orElse(""));
        Optional<URI> url = parsed("PATCHBAY_SIMULATOR_URL", SettingsReader::baseUrl);
        return url.or(() -> embedded ? Optional.of(URI.create("http://127.0.0.1:8090")) : Optional.empty());
    }

    private Set<String> origins(int deskPort, @Nullable URI publicUrl) {
        Set<String> origins = new LinkedHashSet<>();
        origins.add("http://localhost:" + deskPort);
        origins.add("http://127.0.0.1:" + deskPort);
        if (publicUrl != null) {
            origins.add(publicUrl.toString());
        }
        parsed("PATCHBAY_DESK_ORIGINS", SettingsReader::originList).ifPresent(origins::addAll);
        return origins;
    }

    private static List<String> originList(String value) {
        return Arrays.stream(value.split(","))
                .map(String::strip)
                .map(origin -> {
                    try {
                        return baseUrl(origin).toString();
                    } catch (URISyntaxException notOne) {
                        throw new IllegalArgumentException("must be origins separated by commas", notOne);
                    }
                })
                .toList();
    }

    private static URI baseUrl(String value) throws URISyntaxException {
        URI uri = new URI(value.endsWith("/") ? value.substring(0, value.length() - 1) : value);
        boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
        if (!web || uri.getHost() == null || !uri.getPath().isEmpty() || uri.getQuery() != null) {
            throw new IllegalArgumentException("must look like https://desk.example.com, without a path");
        }
        return uri;
    }

    private static int number(String value, int lowest, int highest) {
        String range = "must be a number from " + lowest + " to " + highest;
        try {
            int number = Integer.parseInt(value);
            if (number >= lowest && number <= highest) {
                return number;
            }
            throw new IllegalArgumentException(range);
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(range, notANumber);
        }
    }

    private static <E extends Enum<E>> E choice(String value, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equalsIgnoreCase(value))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("must be one of "
                        + String.join(
                                ", ",
                                Arrays.stream(type.getEnumConstants())
                                        .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                                        .toList())));
    }

    private boolean flag(String name) {
        return parsed(name, value -> switch (value) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw new IllegalArgumentException("must be true or false");
                })
                .orElse(false);
    }

    private int port(String name, int fallback) {
        return parsed(name, value -> number(value, 0, 65535)).orElse(fallback);
    }

    private Optional<String> text(String name) {
        asked.add(name);
        return Optional.ofNullable(unread.remove(name)).filter(value -> !value.isEmpty());
    }

    private <T> Optional<T> parsed(String name, Parser<T> parser) {
        Function<String, @Nullable T> attempt = value -> {
            try {
                return parser.parse(value);
            } catch (IllegalArgumentException refused) {
                mistakes.add(name + " " + refused.getMessage() + ".");
            } catch (URISyntaxException refused) {
                mistakes.add(name + " must be a URL.");
            }
            return null;
        };
        return text(name).flatMap(value -> Optional.ofNullable(attempt.apply(value)));
    }

    private interface Parser<T> {
        T parse(String value) throws URISyntaxException;
    }
}

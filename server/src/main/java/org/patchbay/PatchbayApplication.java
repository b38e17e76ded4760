package org.patchbay;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.patchbay.kernel.settings.Settings;
import org.patchbay.kernel.settings.SettingsRefused;
import org.patchbay.launch.ParentWatch;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/// The server's front door: reads the settings, says everything that is wrong with them, and starts; or runs
/// the command that it is given.
@SpringBootApplication
public class PatchbayApplication {

    private static final int EXIT_CONFIGURATION = 78; // EX_CONFIG of sysexits.h

    @SuppressWarnings("SystemOut") // before there is a log
    public static void main(String[] arguments) {
        if (List.of(arguments).contains(ParentWatch.OPTION)) {
            ParentWatch.begin(System.in, () -> System.exit(0));
        }
        try {
            Settings settings = Settings.from(System.getenv());
            if (arguments.length > 0 && !arguments[0].startsWith("--")) {
                System.exit(Commands.run(settings, arguments[0], System.out::println));
            }
            start(settings, arguments);
        } catch (SettingsRefused refused) {
            System.err.println("Patchbay can not start with these settings:");
            refused.mistakes().forEach(mistake -> System.err.println("  " + mistake));
            System.exit(EXIT_CONFIGURATION);
        }
    }

    /// Starts a server with the given settings in this process; tests use it as `main` does.
    public static ConfigurableApplicationContext start(Settings settings, String... arguments) {
        return application(settings).run(arguments);
    }

    /// The application before it runs, for tests that bring their own clock.
    public static SpringApplication application(Settings settings) {
        SpringApplication application = new SpringApplication(PatchbayApplication.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setDefaultProperties(properties(settings));
        application.addInitializers((ApplicationContextInitializer<GenericApplicationContext>)
                context -> context.registerBean(Settings.class, () -> settings));
        return application;
    }

    private static Map<String, Object> properties(Settings settings) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("server.address", settings.bindAddress());
        properties.put("server.port", settings.deskPort());
        properties.put("management.server.address", settings.bindAddress());
        properties.put("management.server.port", settings.managementPort());
        if (settings.behindProxy()) {
            properties.put("server.forward-headers-strategy", "native");
        }
        if (settings.logFormat() == Settings.LogFormat.JSON) {
            properties.put("logging.structured.format.console", "ecs");
        }
        return properties;
    }
}

package org.patchbay;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.patchbay.kernel.Command;
import org.patchbay.kernel.settings.Settings;
import org.patchbay.secrets.EncryptedColumns;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.support.GenericApplicationContext;

/// Runs a [Command] with the few parts that it needs, each made only when it is asked for: no web, no jobs.
/// The embedded database is used beside a running server.
final class Commands {

    private static final int EXIT_USAGE = 64; // EX_USAGE of sysexits.h

    private Commands() {}

    /// @param name what stood on the command line
    /// @return the exit code
    static int run(Settings settings, String name, Consumer<String> say) {
        try (ConfigurableApplicationContext context = context(settings)) {
            List<String> names = List.of(context.getBeanNamesForType(Command.class));
            if (!names.contains(name)) {
                say.accept("There is no command of that name. Commands: " + String.join(", ", names));
                return EXIT_USAGE;
            }
            return context.getBean(name, Command.class).run(say);
        }
    }

    private static ConfigurableApplicationContext context(Settings settings) {
        SpringApplication application = new SpringApplication(Parts.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setDefaultProperties(Map.of("patchbay.database.attach", true));
        application.addInitializers((ApplicationContextInitializer<GenericApplicationContext>)
                context -> context.registerBean(Settings.class, () -> settings));
        return application.run("--spring.main.lazy-initialization=true"); // over application.yaml
    }

    /// Not a `@Configuration`, so that the server itself does not find it.
    @ComponentScan({"org.patchbay.database", "org.patchbay.secrets"})
    @ComponentScan(
            basePackages = "org.patchbay",
            useDefaultFilters = false,
            includeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.ASSIGNABLE_TYPE,
                            classes = {Command.class, EncryptedColumns.class}))
    private static final class Parts {}
}

package org.patchbay.kernel;

import java.util.function.Consumer;

/// Something that the program does once instead of serving: `java -jar patchbay-server.jar <name>`. Its name
/// is the name of its bean. It gets the settings, the database and the secrets, and nothing of the web.
public interface Command {

    /// @param say takes a line for the operator's terminal; never a secret
    /// @return the program's exit code, 0 when all was done
    int run(Consumer<String> say);
}

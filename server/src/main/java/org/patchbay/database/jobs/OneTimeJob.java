package org.patchbay.database.jobs;

import java.util.function.Consumer;

/// Work that is scheduled, with its data, for one moment.
///
/// @param data a record that Jackson writes and reads; kept as JSON until the work is done
/// @param work may throw: then [#retry()] says when it is tried again
public record OneTimeJob<T>(String name, Class<T> data, Retry retry, Consumer<T> work) implements Job {}

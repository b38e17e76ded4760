package org.patchbay.database.jobs;

/// Work that is done again and again, by one node at a time.
///
/// @param work may throw: then it is tried again when [#retry()] says, or when its time comes, if that is earlier
public record RecurringJob(String name, Rhythm rhythm, Retry retry, Runnable work) implements Job {}

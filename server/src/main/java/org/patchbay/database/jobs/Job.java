package org.patchbay.database.jobs;

/// A kind of work that is done later. A feature declares its jobs as beans; the [JobRunner] of every node
/// finds them, and each execution happens on one node only.
///
/// The work runs in no [org.patchbay.database.Scope]: it enters the one it needs. A node that dies in
/// the middle leaves the work to another, so it must bear being done twice.
public sealed interface Job permits OneTimeJob, RecurringJob {

    /// Lower-case words joined by dots and hyphens, the feature first: `presence.leave`. Written to the
    /// database, so a change strands what is already scheduled.
    String name();

    Retry retry();
}

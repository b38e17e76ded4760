package org.patchbay.workspaces;

import java.util.UUID;

/// A person, in whichever workspaces.
///
/// @param email lower case
/// @param language `en` or `de`
public record User(UUID id, String name, String email, String language) {}

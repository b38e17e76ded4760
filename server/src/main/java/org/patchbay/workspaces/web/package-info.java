/// The workspace and its people over HTTP.
@NullMarked
package org.patchbay.workspaces.web;

import org.jspecify.annotations.NullMarked;

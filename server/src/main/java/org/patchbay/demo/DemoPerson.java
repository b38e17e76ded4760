package org.patchbay.demo;

import java.util.List;
import org.patchbay.kernel.access.Role;

/// Somebody to try Patchbay as. The addresses are of a domain that can never receive mail
/// ([RFC 2606, section 2](https://www.rfc-editor.org/rfc/rfc2606#section-2)).
record DemoPerson(String name, String email, Role role) {

    static final DemoPerson OWNER = new DemoPerson("Hugo Bennett", "hugo@quillmere.example", Role.OWNER);

    static final List<DemoPerson> AGENTS = List.of(
            new DemoPerson("Mara Dunne", "mara@quillmere.example", Role.AGENT),
            new DemoPerson("Jonah Reyes", "jonah@quillmere.example", Role.AGENT));
}

package org.patchbay.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.patchbay.database.Tenancy;
import org.patchbay.database.Transactions;
import org.patchbay.kernel.Problems;
import org.patchbay.kernel.access.Caller;
import org.patchbay.kernel.access.Open;
import org.patchbay.kernel.access.Permission;
import org.patchbay.kernel.access.Requires;
import org.patchbay.kernel.access.SignedIn;
import org.patchbay.workspaces.Member;
import org.patchbay.workspaces.Members;
import org.patchbay.workspaces.Membership;
import org.patchbay.workspaces.People;
import org.slf4j.MDC;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/// Calls a handler as whoever it says it is for: checks the permission and enters the workspace before a
/// byte of the body is read, and stays in it until the answer is written.
///
/// An adapter and not an interceptor, because a `ScopedValue` is bound around a call.
final class WorkspaceBoundAdapter extends RequestMappingHandlerAdapter {

    static final String HEADER = "Patchbay-Workspace";
    static final String PARAMETER = "workspace";

    private final Tenancy tenancy;
    private final Members members;
    private final People people;
    private final Transactions transactions;

    WorkspaceBoundAdapter(Tenancy tenancy, Members members, People people, Transactions transactions) {
        this.tenancy = tenancy;
        this.members = members;
        this.people = people;
        this.transactions = transactions;
    }

    @Override
    protected @Nullable ModelAndView handleInternal(
            HttpServletRequest request, HttpServletResponse response, HandlerMethod handler) throws Exception {
        Requires requires = handler.getMethodAnnotation(Requires.class);
        if (requires != null) {
            return inWorkspace(request, response, handler, requires.value());
        }
        if (handler.hasMethodAnnotation(SignedIn.class)) {
            person();
            return super.handleInternal(request, response, handler);
        }
        if (handler.hasMethodAnnotation(Open.class)) {
            return super.handleInternal(request, response, handler);
        }
        throw new IllegalStateException(handler + " does not say whom it is for");
    }

    private @Nullable ModelAndView inWorkspace(
            HttpServletRequest request, HttpServletResponse response, HandlerMethod handler, Permission permission)
            throws Exception {
        Caller caller = Caller.current().orElseThrow();
        if (caller instanceof Caller.Program program) {
            return Tenancy.asWorkspace(
                    program.workspaceId(), () -> as(program, permission, request, response, handler));
        }
        Caller.Person person = person();
        UUID workspaceId = wanted(request).orElseGet(() -> onlyOne(person));
        return tenancy.enter(workspaceId, person.userId(), () -> {
            Member member = members.ofUser(person.userId())
                    .orElseThrow(() -> Problems.NOT_FOUND.because("There is no such workspace among yours."));
            return as(
                    new Caller.Member(person, member.id(), workspaceId, member.role()),
                    permission,
                    request,
                    response,
                    handler);
        });
    }

    private @Nullable ModelAndView as(
            Caller.InWorkspace caller,
            Permission permission,
            HttpServletRequest request,
            HttpServletResponse response,
            HandlerMethod handler)
            throws Exception {
        if (!caller.may(permission)) {
            throw Problems.FORBIDDEN.because(
                    "You are " + caller.role().code() + " here; this takes the permission " + permission.code() + ".");
        }
        try (var ignored = MDC.putCloseable("workspace", caller.workspaceId().toString())) {
            return ScopedValue.where(Caller.CURRENT, caller)
                    .call(() -> super.handleInternal(request, response, handler));
        }
    }

    private static Caller.Person person() {
        return switch (Caller.current().orElseThrow()) {
            case Caller.Person person -> person;
            case Caller.Member member -> member.person();
            case Caller.Program program ->
                throw Problems.FORBIDDEN.because("This is for people; an API key can not do it.");
            case Caller.Anonymous anonymous -> throw Problems.SIGN_IN_REQUIRED.because("Sign in to go on.");
        };
    }

    private static Optional<UUID> wanted(HttpServletRequest request) {
        String header = request.getHeader(HEADER);
        String wanted = header != null ? header : request.getParameter(PARAMETER);
        try {
            return Optional.ofNullable(wanted).map(UUID::fromString);
        } catch (IllegalArgumentException notAnId) {
            throw Problems.invalid(HEADER, "must be the id of a workspace");
        }
    }

    private UUID onlyOne(Caller.Person person) {
        List<Membership> memberships =
                Tenancy.globally(() -> transactions.read(() -> people.memberships(person.userId())));
        return switch (memberships.size()) {
            case 0 -> throw Problems.NOT_FOUND.because("You are in no workspace. Make one, or ask to be invited.");
            case 1 -> memberships.getFirst().workspace().id();
            default ->
                throw SecurityProblems.WORKSPACE_REQUIRED.because(
                        "You are in several workspaces. Name one in the" + " header " + HEADER + ".");
        };
    }
}

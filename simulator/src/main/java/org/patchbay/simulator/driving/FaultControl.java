package org.patchbay.simulator.driving;

import java.time.Duration;
import java.util.EnumMap;
import java.util.function.UnaryOperator;
import org.patchbay.simulator.accounts.AccountStore;
import org.patchbay.simulator.faults.FaultKind;
import org.patchbay.simulator.faults.FaultPlan;
import org.patchbay.simulator.faults.Faults;
import org.patchbay.simulator.http.Answer;
import org.patchbay.simulator.http.Request;
import org.patchbay.simulator.numbers.PhoneNumbers;
import org.patchbay.simulator.rest.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Faults over HTTP, by account.
///
/// `PUT accounts/{sid}/faults` takes
/// `{"seed": 7, "delayMillis": 5000, "slownessMillis": 10000, "chances": {"callback-drop": 0.1}}`.
public final class FaultControl {

    private final Faults faults;
    private final AccountStore accounts;
    private final UnaryOperator<String> rotateToken;

    /// @param rotateToken gives an account (by SID) a new primary token, and answers it
    public FaultControl(Faults faults, AccountStore accounts, UnaryOperator<String> rotateToken) {
        this.faults = faults;
        this.accounts = accounts;
        this.rotateToken = rotateToken;
    }

    public void register(ControlRoutes routes) {
        routes.get("accounts/{AccountSid}/faults", (request, body) -> Json.answer(200, json(account(request))));
        routes.put("accounts/{AccountSid}/faults", this::set);
        routes.delete("accounts/{AccountSid}/faults", (request, body) -> {
            faults.clear(account(request));
            return Answer.empty(204);
        });
        routes.put("accounts/{AccountSid}/unreachable/{Number}", (request, body) -> reachable(request, false));
        routes.delete("accounts/{AccountSid}/unreachable/{Number}", (request, body) -> reachable(request, true));
        routes.post(
                "accounts/{AccountSid}/rotate-token",
                (request, body) ->
                        Json.answer(200, Json.object().put("authToken", rotateToken.apply(account(request)))));
    }

    private Answer set(Request request, ObjectNode body) {
        String account = account(request);
        try {
            faults.set(account, plan(body));
        } catch (IllegalArgumentException e) {
            throw new ControlError(400, String.valueOf(e.getMessage()));
        }
        return Json.answer(200, json(account));
    }

    private Answer reachable(Request request, boolean reachable) {
        String number = PhoneNumbers.normalize(request.variable("Number"))
                .orElseThrow(() -> new ControlError(400, "the number must be E.164"));
        faults.setReachable(account(request), number, reachable);
        return Answer.empty(204);
    }

    private static FaultPlan plan(ObjectNode body) {
        var chances = new EnumMap<FaultKind, Double>(FaultKind.class);
        for (var entry : body.path("chances").properties()) {
            var kind = FaultKind.of(entry.getKey())
                    .orElseThrow(() -> new IllegalArgumentException(entry.getKey() + " is no kind of fault"));
            if (!entry.getValue().isNumber()) {
                throw new IllegalArgumentException(entry.getKey() + ": a chance is a number from 0 to 1");
            }
            chances.put(kind, entry.getValue().asDouble());
        }
        return new FaultPlan(
                whole(body, "seed", 0),
                chances,
                Duration.ofMillis(
                        whole(body, "delayMillis", FaultPlan.NONE.delay().toMillis())),
                Duration.ofMillis(
                        whole(body, "slownessMillis", FaultPlan.NONE.slowness().toMillis())));
    }

    private static long whole(ObjectNode body, String name, long otherwise) {
        JsonNode value = body.path(name);
        if (value.isMissingNode()) {
            return otherwise;
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new IllegalArgumentException(name + " must be a whole number");
        }
        return value.asLong();
    }

    private ObjectNode json(String accountSid) {
        var plan = faults.planOf(accountSid);
        var json = Json.object()
                .put("seed", plan.seed())
                .put("delayMillis", plan.delay().toMillis())
                .put("slownessMillis", plan.slowness().toMillis());
        var chances = json.putObject("chances");
        plan.chances().forEach((kind, chance) -> chances.put(kind.wire(), chance));
        return json;
    }

    private String account(Request request) {
        String sid = request.variable("AccountSid");
        if (accounts.find(sid).isEmpty()) {
            throw new ControlError(404, "there is no account " + sid);
        }
        return sid;
    }
}

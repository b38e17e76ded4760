package org.patchbay.systemtests.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.patchbay.simulator.phones.PhoneCall;
import org.patchbay.systemtests.product.Program;
import org.patchbay.systemtests.twilio.Eventually;

/// Two desks, one call.
class MultiAgentTest {

    private final Practice practice = Practice.open(Shared.INSTALLATION);

    @Test
    void bothSeeTheCallOneTakesItAndTheOthersPopupDisappears() {
        Agent ada = practice.agent("Ada Nkemelu");
        Agent bruno = practice.agent("Bruno Keller");
        PhoneCall call = practice.calls(practice.phone());
        String callId = ada.offered();
        assertThat(bruno.offered()).isEqualTo(callId);

        ada.takes(callId);

        assertThat(bruno.frames()
                        .await("call.claimed", callId)
                        .path("memberName")
                        .asString())
                .isEqualTo("Ada Nkemelu");
        Program.Answer late = bruno.accept(callId);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.problem()).isEqualTo("already-claimed");
        assertThat(late.body()).contains("Ada Nkemelu has taken the call.");
        ada.awaits(callId, "in-progress");
        assertThat(ada.accept(callId).status()).as("the winner may ask again").isEqualTo(200);
        call.hangUp();
        practice.awaits(callId, "completed");
    }

    @Test
    void oneDeclinesAndItRingsOnForTheOther() {
        Agent ada = practice.agent("Ada Nkemelu");
        Agent bruno = practice.agent("Bruno Keller");
        PhoneCall call = practice.calls(practice.phone());
        String callId = ada.offered();
        bruno.offered();

        ada.decline(callId);
        bruno.takes(callId);

        bruno.awaits(callId, "in-progress");
        call.hangUp();
        practice.awaits(callId, "completed");
    }

    @Test
    void aNumberThatIsSomebodysRingsWithThemAlone() {
        Agent ada = practice.agent("Ada Nkemelu");
        Agent bruno = practice.agent("Bruno Keller");
        practice.owner()
                .api()
                .call(
                        "PUT",
                        "/api/numbers/" + practice.numberId() + "/members",
                        Map.of("memberIds", List.of(bruno.memberId())));

        practice.calls(practice.phone());
        String callId = bruno.offered();

        assertThat(ada.frames().of(callId)).doesNotContain("call.offered");
        assertThat(ada.accept(callId).problem()).isEqualTo("not-offered");
        bruno.takes(callId);
        bruno.awaits(callId, "in-progress");
    }

    @Test
    void whoIsGivenTheNumberWhileItRingsIsRungToo() {
        Agent ada = practice.agent("Ada Nkemelu");
        Agent bruno = practice.agent("Bruno Keller");
        assign(ada);
        practice.calls(practice.phone());
        String callId = ada.offered();
        assertThat(bruno.accept(callId).problem()).isEqualTo("not-offered");

        assign(ada, bruno);

        assertThat(bruno.offered()).isEqualTo(callId);
        bruno.takes(callId);
        bruno.awaits(callId, "in-progress");
    }

    private void assign(Agent... agents) {
        practice.owner()
                .api()
                .call(
                        "PUT",
                        "/api/numbers/" + practice.numberId() + "/members",
                        Map.of(
                                "memberIds",
                                Stream.of(agents).map(Agent::memberId).toList()));
    }

    @Test
    void anAgentWhoTakesACallAndDoesNotComeLosesItToWhoeverTakesItNext() {
        Agent ada = practice.agent("Ada Nkemelu");
        practice.calls(practice.phone());
        String callId = ada.offered();
        String late = ada.accept(callId).json().path("epoch").asString();

        Agent bruno = practice.agent("Bruno Keller");
        bruno.frames().await("call.offered", callId);
        bruno.takes(callId);
        bruno.awaits(callId, "in-progress");

        PhoneCall tooLate = ada.connects(Map.of("callId", callId, "epoch", late));
        Eventually.is(true, tooLate::isOver);
        assertThat(ada.call(callId).path("memberName").asString()).isEqualTo("Bruno Keller");
    }
}

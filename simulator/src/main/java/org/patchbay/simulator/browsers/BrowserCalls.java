package org.patchbay.simulator.browsers;

import java.util.Map;
import java.util.Optional;
import org.patchbay.simulator.accounts.Account;
import org.patchbay.simulator.accounts.AccountStore;
import org.patchbay.simulator.accounts.ApiKey;
import org.patchbay.simulator.calls.FarEnd;
import org.patchbay.simulator.calls.InboundCalls;
import org.patchbay.simulator.calls.Telephony;
import org.patchbay.simulator.http.Params;
import org.patchbay.simulator.http.Params.Param;
import org.patchbay.simulator.media.MediaLeg;
import org.patchbay.simulator.media.MediaServer;
import org.patchbay.simulator.numbers.NumberStore;
import org.patchbay.simulator.numbers.TwimlApplication;
import org.patchbay.simulator.rest.Sids;
import org.patchbay.simulator.signal.AccessGrant;
import org.patchbay.simulator.signal.CallEngine;
import org.patchbay.simulator.signal.ClientAddress;
import org.patchbay.simulator.signal.VoiceGateway;

/// Calls of browsers, out and in. The gateway calls it while it holds a lock, so that everything is handed
/// over to the account's mailbox; the mailbox in turn may call the gateway.
public final class BrowserCalls implements CallEngine {

    private final MediaServer media;
    private final Telephony telephony;
    private final InboundCalls inbound;
    private final NumberStore numbers;
    private final AccountStore accounts;
    private final BrowserParties parties = new BrowserParties();
    private final VoiceGateway gateway;

    public BrowserCalls(
            MediaServer media, Telephony telephony, InboundCalls inbound, NumberStore numbers, AccountStore accounts) {
        this.media = media;
        this.telephony = telephony;
        this.inbound = inbound;
        this.numbers = numbers;
        this.accounts = accounts;
        this.gateway = new VoiceGateway(this::secret, this, telephony.clock()::now);
    }

    /// Where browsers connect.
    public VoiceGateway gateway() {
        return gateway;
    }

    /// Whoever answers to a client's address in a browser; empty when the client is not registered.
    public Optional<FarEnd> find(String accountSid, String identity) {
        var client = new ClientAddress(accountSid, identity);
        return gateway.isRegistered(client)
                ? Optional.of(new CalledBrowser(gateway, parties, client, media::offer))
                : Optional.empty();
    }

    private Optional<String> secret(String accountSid, String keySid) {
        return accounts.find(accountSid)
                .filter(account -> account.status() == Account.Status.active)
                .flatMap(account -> accounts.keys().find(accountSid, keySid))
                .map(ApiKey::secret);
    }

    /// @throws IllegalArgumentException when the application is not the account's, or the offer is of no use
    @Override
    public String dial(AccessGrant caller, String sdpOffer, Map<String, String> params) {
        var application = application(caller);
        String callSid = Sids.mint("CA");
        MediaLeg leg = media.answer(sdpOffer);
        var browser = new CallingBrowser(gateway, parties, callSid, leg);
        parties.put(browser);
        var all = params.entrySet().stream()
                .map(entry -> new Param(entry.getKey(), entry.getValue()))
                .toList();
        browser.has(inbound.fromClient(callSid, application, caller.client().identity(), new Params(all), browser));
        return callSid;
    }

    private TwimlApplication application(AccessGrant caller) {
        return caller.applicationSid()
                .flatMap(sid -> numbers.applications().find(caller.client().accountSid(), sid))
                .orElseThrow(() -> new IllegalArgumentException("The account has no such TwiML application"));
    }

    @Override
    public void accepted(String callSid, OfferedLeg leg) {
        parties.find(callSid)
                .ifPresentOrElse(
                        party -> {
                            if (party instanceof CalledBrowser called) {
                                called.accepted(leg);
                            }
                        },
                        leg::withdraw);
    }

    @Override
    public void rejected(String callSid) {
        parties.find(callSid).ifPresent(BrowserParty::reject);
    }

    @Override
    public void hungUp(String callSid) {
        parties.find(callSid).ifPresent(BrowserParty::hangUp);
    }

    @Override
    public void digits(String callSid, String digits) {
        parties.find(callSid).ifPresent(party -> party.press(digits));
    }

    @Override
    public String restartIce(String callSid, String sdpOffer) {
        return parties.find(callSid)
                .orElseThrow(() -> new IllegalArgumentException("there is no such call"))
                .restartIce(sdpOffer);
    }

    /// Only shown in the inspector: nobody can subscribe to user-defined messages here.
    @Override
    public void message(String callSid, String content, String contentType) {
        telephony.step(callSid, "the client sent a message: " + content);
    }
}

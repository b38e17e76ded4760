package org.patchbay.simulator;

import org.patchbay.simulator.accounts.Account;
import org.patchbay.simulator.accounts.Secrets;
import org.patchbay.simulator.api.RestRoutes;
import org.patchbay.simulator.driving.ControlRoutes;
import org.patchbay.simulator.driving.FaultControl;
import org.patchbay.simulator.driving.GeoControl;
import org.patchbay.simulator.driving.TextControl;
import org.patchbay.simulator.messages.Carrier;
import org.patchbay.simulator.messages.GeoPermissions;
import org.patchbay.simulator.messages.InboundMessages;
import org.patchbay.simulator.messages.MessageStore;
import org.patchbay.simulator.messages.OptOuts;
import org.patchbay.simulator.messages.OutboundMessages;
import org.patchbay.simulator.messages.PhoneCarrier;
import org.patchbay.simulator.messages.Texting;
import org.patchbay.simulator.messages.web.MediaResource;
import org.patchbay.simulator.messages.web.MessageAddresses;
import org.patchbay.simulator.messages.web.MessageFields;
import org.patchbay.simulator.messages.web.MessagesResource;
import org.patchbay.simulator.messages.web.MessagingServicesResource;
import org.patchbay.simulator.phones.Phones;

/// The part that sends and takes texts, put together. It decides nothing.
record TextEngine(
        Texting texting,
        Carrier carrier,
        OutboundMessages outbound,
        InboundMessages inbound,
        GeoPermissions geo,
        Phones phones) {

    static TextEngine create(World world, Engine engine) {
        var texting = new Texting(
                world.clock(),
                sid -> engine.telephony().boards().of(sid).mailbox(),
                world.webhooks(),
                world.numbers(),
                world.services(),
                new MessageStore(),
                new OptOuts(),
                world.baseUrl(),
                world.log(),
                world.debugger());
        var carrier = new PhoneCarrier(engine.phones(), world.numbers(), world.clock(), world.faults()::isUnreachable);
        var outbound = new OutboundMessages(texting, carrier);
        var inbound = new InboundMessages(texting, outbound, carrier);
        carrier.deliverTo(inbound);
        return new TextEngine(texting, carrier, outbound, inbound, new GeoPermissions(), engine.phones());
    }

    void register(RestRoutes routes) {
        var addresses = new MessageAddresses(texting.numbers(), texting.optOuts(), geo, carrier);
        var fields = new MessageFields(texting.numbers(), texting.services(), addresses, texting.clock());
        new MessagesResource(texting, outbound, fields).register(routes);
        new MediaResource(texting).register(routes);
        new MessagingServicesResource(texting.services(), texting.numbers(), texting.clock()).register(routes);
    }

    /// The paths that drive faults and texting phones.
    ControlRoutes control(World world) {
        var routes = new ControlRoutes();
        new TextControl(phones, inbound).register(routes);
        new GeoControl(geo).register(routes);
        new FaultControl(
                        world.faults(),
                        world.accounts(),
                        sid -> rotateToken(world, sid).authToken())
                .register(routes);
        return routes;
    }

    /// @throws IllegalArgumentException when there is no such account
    static Account rotateToken(World world, String accountSid) {
        var account = world.accounts()
                .find(accountSid)
                .orElseThrow(() -> new IllegalArgumentException("there is no account " + accountSid));
        var rotated =
                account.withTokens(Secrets.authToken(), null, world.clock().now());
        world.accounts().put(rotated);
        return rotated;
    }
}

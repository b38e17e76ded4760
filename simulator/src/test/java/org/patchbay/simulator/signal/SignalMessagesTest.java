package org.patchbay.simulator.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Frames as `@twilio/voice-sdk` 2.18.5 writes and reads them.
class SignalMessagesTest {
    @Test
    void theCapturedInviteIsRead() {
        String frame = """
                {"payload":{"callsid":"TJS039facbe-b942-4e19-b6d9-dd8284010fa2","sdp":"v=0\\r\\n...",\
                "twilio":{"params":"conference=conf-x&participant=agent&to=%2B15550001&weird=a%20b%26c%3D%C3%A9"}},\
                "type":"invite","version":"1.6"}""";

        assertThat(ClientMessageReader.read(frame))
                .isEqualTo(new ClientMessage.Invite(
                        "TJS039facbe-b942-4e19-b6d9-dd8284010fa2",
                        "v=0\r\n...",
                        Map.of("conference", "conf-x", "participant", "agent", "to", "+15550001", "weird", "a b&c=é")));
    }

    @Test
    void aReconnectionIsAnInviteWithAToken() {
        String frame = """
                {"payload":{"callsid":"CA33","reconnect":"6bdb828d41f4959c","sdp":"v=0","twilio":{}},\
                "type":"invite","version":"1.6"}""";
        assertThat(ClientMessageReader.read(frame))
                .isEqualTo(new ClientMessage.Reconnect("CA33", "v=0", "6bdb828d41f4959c"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "register | {\"media\":{\"audio\":true}}                | Register[audio=true]",
                "register | {\"media\":{\"audio\":false}}               | Register[audio=false]",
                "answer   | {\"callsid\":\"CA1\",\"sdp\":\"v=0\"}       | Answer[callId=CA1, sdp=v=0]",
                "reject   | {\"callsid\":\"CA1\"}                       | Reject[callId=CA1]",
                "hangup   | {\"callsid\":\"TJS1\",\"message\":\"bye\"}  | Hangup[callId=TJS1]",
                "dtmf     | {\"callsid\":\"CA1\",\"dtmf\":\"12w#*\"}    | Dtmf[callId=CA1, digits=12w#*]",
                "reinvite | {\"callsid\":\"CA1\",\"sdp\":\"v=0\"}       | Reinvite[callId=CA1, sdp=v=0]",
                "publish  | {}                                          | Unknown[type=publish]",
                "answer   | {\"callsid\":\"CA1\"}                       | Malformed[why=sdp is missing, callId=Optional[CA1]]",
                "hangup   | {}                                          | Malformed[why=callsid is missing, callId=Optional.empty]"
            })
    void eachTypeIsRead(String type, String payload, String expected) {
        String frame = "{\"type\":\"%s\",\"version\":\"1.6\",\"payload\":%s}".formatted(type, payload);
        assertThat(ClientMessageReader.read(frame)).hasToString(expected);
    }

    @Test
    void listenCarriesTokenAndPatienceAndNeverShowsTheToken() {
        ClientMessage message = ClientMessageReader.read(
                "{\"type\":\"listen\",\"payload\":{\"token\":\"secret\",\"reconnectTimeout\":12.5}}");
        assertThat(message).isEqualTo(new ClientMessage.Listen("secret", Duration.ofMillis(12_500)));
        assertThat(message.toString()).doesNotContain("secret");
    }

    @Test
    void aNewlineIsTheHeartbeatBothWays() {
        assertThat(ClientMessageReader.read("\n")).isEqualTo(new ClientMessage.Heartbeat());
        assertThat(ServerMessageWriter.write(new ServerMessage.Heartbeat())).isEqualTo("\n");
    }

    @Property
    void anyTextIsAMessageOfSomeKind(@ForAll String noise) {
        assertThat(ClientMessageReader.read(noise)).isNotNull();
        assertThat(ClientMessageReader.read("{\"type\":\"" + noise.replace("\"", "") + "\",\"payload\":3}"))
                .isNotNull();
    }

    @Test
    void framesToTheClientHaveTheirDocumentedShape() {
        assertThat(ServerMessageWriter.write(new ServerMessage.Ringing("CA1", Optional.empty())))
                .isEqualTo("{\"type\":\"ringing\",\"version\":\"1.6\",\"payload\":{\"callsid\":\"CA1\"}}");
        assertThat(ServerMessageWriter.write(new ServerMessage.Answer("CA1", Optional.of("v=0\r\n"), "tok")))
                .endsWith("\"payload\":{\"callsid\":\"CA1\",\"sdp\":\"v=0\\r\\n\",\"reconnect\":\"tok\"}}");
        assertThat(ServerMessageWriter.write(
                        new ServerMessage.Hangup("CA1", Optional.of(new SignalError(31404, "gone")))))
                .endsWith("{\"callsid\":\"CA1\",\"error\":{\"code\":31404,\"message\":\"gone\"}}}");
        assertThat(ServerMessageWriter.write(new ServerMessage.Connected("agent-1", "AC1", 3600)))
                .contains("\"token\":{\"identity\":\"agent-1\",\"ttl\":3600,\"account_sid\":\"AC1\"}");
        assertThat(ServerMessageWriter.write(new ServerMessage.Ack("CA1", "KX1")))
                .endsWith("{\"callsid\":\"CA1\",\"acktype\":\"message\",\"voiceeventsid\":\"KX1\"}}");
    }

    @Test
    void customParametersOfAnIncomingCallAreAQueryString() {
        String frame = ServerMessageWriter.write(new ServerMessage.Invite(
                "CA1", "v=0", Map.of("From", "+1555"), Map.of("queue", "sales & co=1"), "tok"));
        assertThat(frame)
                .contains("\"parameters\":{\"From\":\"+1555\",\"Params\":\"queue=sales+%26+co%3D1\"}")
                .contains("\"reconnect\":\"tok\"");
    }
}

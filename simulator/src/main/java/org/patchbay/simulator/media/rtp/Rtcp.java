package org.patchbay.simulator.media.rtp;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Control packets beside the audio (RFC 3550 §6): as much of them as quality figures need.
public sealed interface Rtcp {
    /// Bytes that hold every compound packet we make.
    int MAX_LENGTH = 128;

    /// The sender's own view, and how it hears others.
    ///
    /// @param ntpTime when it was sent, in [NtpTime]
    /// @param rtpTimestamp the same moment on the stream's clock
    record SenderReport(int ssrc, long ntpTime, int rtpTimestamp, int packets, int octets, List<ReportBlock> blocks)
            implements Rtcp {}

    /// How somebody who sends nothing hears others.
    record ReceiverReport(int ssrc, List<ReportBlock> blocks) implements Rtcp {}

    /// The stream has ended.
    record Goodbye(int ssrc) implements Rtcp {}

    /// Anything else, which is skipped.
    record Other(int packetType) implements Rtcp {}

    int SENDER_REPORT = 200;
    int RECEIVER_REPORT = 201;
    int SOURCE_DESCRIPTION = 202;
    int GOODBYE = 203;

    /// Reads a compound packet, up to the first thing that is malformed.
    static List<Rtcp> parse(byte[] packet, int length) {
        List<Rtcp> found = new ArrayList<>();
        int position = 0;
        while (length - position >= 8) {
            ByteBuffer header = ByteBuffer.wrap(packet, position, length - position);
            int first = header.get() & 0xFF;
            int type = header.get() & 0xFF;
            int size = 4 * ((header.getShort() & 0xFFFF) + 1);
            if (first >> 6 != 2 || size > length - position) {
                return found;
            }
            ByteBuffer body = ByteBuffer.wrap(packet, position + 4, size - 4);
            read(type, first & 0x1F, body).ifPresent(found::add);
            position += size;
        }
        return found;
    }

    private static Optional<Rtcp> read(int type, int count, ByteBuffer body) {
        int fixed = switch (type) {
            case SENDER_REPORT -> 24;
            case RECEIVER_REPORT, GOODBYE -> 4;
            default -> 0;
        };
        int blocks = type == SENDER_REPORT || type == RECEIVER_REPORT ? count : 0;
        if (body.remaining() < fixed + blocks * ReportBlock.LENGTH) {
            return Optional.empty();
        }
        return Optional.of(
                switch (type) {
                    case SENDER_REPORT ->
                        new SenderReport(
                                body.getInt(),
                                body.getLong(),
                                body.getInt(),
                                body.getInt(),
                                body.getInt(),
                                blocks(body, count));
                    case RECEIVER_REPORT -> new ReceiverReport(body.getInt(), blocks(body, count));
                    case GOODBYE -> new Goodbye(body.getInt());
                    default -> new Other(type);
                });
    }

    private static List<ReportBlock> blocks(ByteBuffer body, int count) {
        List<ReportBlock> blocks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            blocks.add(ReportBlock.read(body));
        }
        return List.copyOf(blocks);
    }

    /// Writes the compound packet that RFC 3550 §6.1 asks for: a sender report, then who we are.
    ///
    /// @param packet at least [#MAX_LENGTH] bytes and what SRTCP adds
    /// @param cname at most 32 ASCII letters
    /// @return the length
    static int write(SenderReport report, String cname, byte[] packet) {
        ByteBuffer out = ByteBuffer.wrap(packet);
        int words = 6 + report.blocks().size() * ReportBlock.LENGTH / 4;
        out.put((byte) (0x80 | report.blocks().size()))
                .put((byte) SENDER_REPORT)
                .putShort((short) words);
        out.putInt(report.ssrc()).putLong(report.ntpTime()).putInt(report.rtpTimestamp());
        out.putInt(report.packets()).putInt(report.octets());
        report.blocks().forEach(block -> block.write(out));
        writeCname(report.ssrc(), cname, out);
        return out.position();
    }

    private static void writeCname(int ssrc, String cname, ByteBuffer out) {
        byte[] name = cname.getBytes(StandardCharsets.US_ASCII);
        // The item's type and length, the name, and at least one zero to end the list.
        int items = (2 + name.length + 1 + 3) & ~3;
        out.put((byte) 0x81).put((byte) SOURCE_DESCRIPTION).putShort((short) (1 + items / 4));
        out.putInt(ssrc).put((byte) 1).put((byte) name.length).put(name);
        out.put(new byte[items - 2 - name.length]);
    }
}

package dev.platen.benchmarks.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.function.Supplier;

/** One connection: a request out, its answer in. Reads only answers with a length, which is what whole pages have. */
final class Exchange implements AutoCloseable {
    private static final int MAX_ANSWER = 1024 * 1024;
    private static final byte[] OK = "HTTP/1.1 200 ".getBytes(ISO_8859_1);
    private static final byte[] LENGTH = "\r\ncontent-length: ".getBytes(ISO_8859_1);
    private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(ISO_8859_1);
    private static final int UNKNOWN = -1;

    private final SocketChannel channel;
    private final Supplier<byte[]> request;
    private final byte[] expected;
    private final ByteBuffer answer = ByteBuffer.allocate(MAX_ANSWER);
    private int size = UNKNOWN;
    private boolean isGood;
    private long sentNanos;

    Exchange(SocketChannel channel, Supplier<byte[]> request, byte[] expected) {
        this.channel = channel;
        this.request = request;
        this.expected = expected;
    }

    void send() throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(request.get());
        answer.clear();
        size = UNKNOWN;
        sentNanos = System.nanoTime();
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Takes what has arrived; whether the answer is complete, in which case the round knows of it. */
    boolean receive(Round round) throws IOException {
        if (channel.read(answer) < 0) {
            throw new IOException("the server closed the connection after %d bytes".formatted(answer.position()));
        }
        if (size == UNKNOWN) {
            readHead();
        }
        if (size == UNKNOWN || answer.position() < size) {
            return false;
        }
        if (isGood) {
            round.answered(System.nanoTime() - sentNanos);
        } else {
            round.failed();
        }
        return true;
    }

    private void readHead() throws IOException {
        int end = find(END_OF_HEAD, answer.position());
        if (end < 0) {
            return;
        }
        int length = find(LENGTH, end + 2);
        if (length < 0) {
            throw new IOException("the answer has no length: " + new String(answer.array(), 0, end, ISO_8859_1));
        }
        int body = 0;
        for (int at = length + LENGTH.length; answer.get(at) != '\r'; at++) {
            body = body * 10 + answer.get(at) - '0';
        }
        size = end + END_OF_HEAD.length + body;
        isGood = Arrays.equals(answer.array(), 0, OK.length, OK, 0, OK.length) && find(expected, end + 2) >= 0;
    }

    /** Where the bytes begin in what has arrived, or -1. */
    private int find(byte[] wanted, int end) {
        byte[] bytes = answer.array();
        for (int at = 0; at <= end - wanted.length; at++) {
            if (bytes[at] == wanted[0] && Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        return -1;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}

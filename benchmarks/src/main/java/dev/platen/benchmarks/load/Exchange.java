package dev.platen.benchmarks.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.List;

/** One connection: a request out, its answer in. Reads only answers with a length, which is what whole pages have. */
final class Exchange implements AutoCloseable {
    /** Ten thousand connections wait with these; what does not fit makes room for itself. */
    private static final int FIRST_ROOM = 8 * 1024;

    private static final int MAX_ANSWER = 4 * 1024 * 1024;
    private static final byte[] OK = "HTTP/1.1 200 ".getBytes(ISO_8859_1);
    private static final List<byte[]> REFUSALS =
            List.of("HTTP/1.1 503 ".getBytes(ISO_8859_1), "HTTP/1.1 429 ".getBytes(ISO_8859_1));
    private static final byte[] LENGTH = "\r\ncontent-length: ".getBytes(ISO_8859_1);
    private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(ISO_8859_1);
    private static final Call NONE = new Call(new byte[0], new byte[0], new byte[0]);
    private static final int UNKNOWN = -1;

    private final SocketChannel channel;
    private ByteBuffer answer = ByteBuffer.allocate(FIRST_ROOM);
    private Call call = NONE;
    private int head = UNKNOWN;
    private int size = UNKNOWN;
    private long sentNanos;

    Exchange(SocketChannel channel) {
        this.channel = channel;
    }

    /**
     * Sends a request.
     *
     * @param dueNanos since when somebody waits for the answer
     */
    void send(Call next, long dueNanos) throws IOException {
        call = next;
        ByteBuffer bytes = ByteBuffer.wrap(next.request());
        answer.clear();
        head = UNKNOWN;
        size = UNKNOWN;
        sentNanos = dueNanos;
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
        makeRoom();
        if (size == UNKNOWN || answer.position() < size) {
            return false;
        }
        judge(round);
        return true;
    }

    private void judge(Round round) {
        if (isGood()) {
            round.answered(System.nanoTime() - sentNanos);
        } else if (REFUSALS.stream().anyMatch(this::startsWith)) {
            round.refused();
        } else {
            round.failed();
        }
    }

    /** An answer longer than it says was followed by another one that nobody asked for. */
    private boolean isGood() {
        return answer.position() == size
                && startsWith(OK)
                && find(call.inHead(), 0, head) >= 0
                && find(call.inBody(), head, size) >= 0;
    }

    private boolean startsWith(byte[] wanted) {
        return Arrays.equals(answer.array(), 0, wanted.length, wanted, 0, wanted.length);
    }

    private void makeRoom() throws IOException {
        if (answer.hasRemaining() && size <= answer.capacity()) {
            return;
        }
        int room = Math.max(answer.capacity() * 2, size + 1);
        if (room > MAX_ANSWER) {
            throw new IOException("an answer may have %d bytes, found more".formatted(MAX_ANSWER));
        }
        answer = ByteBuffer.allocate(room).put(answer.flip());
    }

    private void readHead() throws IOException {
        int end = find(END_OF_HEAD, 0, answer.position());
        if (end < 0) {
            return;
        }
        int length = find(LENGTH, 0, end + 2);
        if (length < 0) {
            throw new IOException("the answer has no length: " + new String(answer.array(), 0, end, ISO_8859_1));
        }
        int body = 0;
        for (int at = length + LENGTH.length; answer.get(at) != '\r'; at++) {
            body = body * 10 + answer.get(at) - '0';
        }
        head = end + END_OF_HEAD.length;
        size = head + body;
    }

    /** Where the bytes begin in what has arrived, whatever the case of their letters, or -1. */
    private int find(byte[] wanted, int from, int end) {
        byte[] bytes = answer.array();
        for (int at = from; at <= end - wanted.length; at++) {
            if (isAt(bytes, at, wanted)) {
                return at;
            }
        }
        return -1;
    }

    private static boolean isAt(byte[] bytes, int at, byte[] wanted) {
        for (int i = 0; i < wanted.length; i++) {
            if (lowerCase(bytes[at + i]) != lowerCase(wanted[i])) {
                return false;
            }
        }
        return true;
    }

    private static int lowerCase(byte letter) {
        return letter >= 'A' && letter <= 'Z' ? letter + ('a' - 'A') : letter;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}

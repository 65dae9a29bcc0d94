package dev.platen.benchmarks.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;

/** The least that a client of Redis can be: a socket, the command as bytes, the answer as bytes (RESP 2). */
final class RedisGetter implements Getter {
    private static final int BUFFER = 64 * 1024;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final byte[] get;

    /** Connects, and gets this key. */
    RedisGetter(int port, String key) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream(), BUFFER);
        out = socket.getOutputStream();
        get = command("GET".getBytes(UTF_8), key.getBytes(UTF_8));
    }

    /** Whether the server answers that it has taken the value. */
    static boolean stores(int port, String key, byte[] value) {
        try (RedisGetter client = new RedisGetter(port, key)) {
            client.out.write(command("SET".getBytes(UTF_8), key.getBytes(UTF_8), value));
            return client.line().equals("+OK");
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public byte[] get() throws IOException {
        out.write(get);
        String length = line();
        if (!length.startsWith("$")) {
            throw new IOException("Redis answered '%s'".formatted(length));
        }
        byte[] value = in.readNBytes(Integer.parseInt(length.substring(1)));
        in.skipNBytes(2);
        return value;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int letter = in.read(); letter != '\r'; letter = in.read()) {
            if (letter < 0) {
                throw new IOException("Redis closed the connection");
            }
            line.append((char) letter);
        }
        in.skipNBytes(1);
        return line.toString();
    }

    private static byte[] command(byte[]... words) {
        ByteArrayOutputStream command = new ByteArrayOutputStream();
        command.writeBytes("*%d\r\n".formatted(words.length).getBytes(UTF_8));
        for (byte[] word : words) {
            command.writeBytes("$%d\r\n".formatted(word.length).getBytes(UTF_8));
            command.writeBytes(word);
            command.writeBytes("\r\n".getBytes(UTF_8));
        }
        return command.toByteArray();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

package dev.platen.gateway.http;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * Asks one address once, prints the answer, and ends with status 0 where it was 200: what {@code helm test} runs in a pod of
 * its own, since the image need not hold any other program that could.
 */
final class Ask {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Ask() {}

    /** {@code Ask URL}. */
    static void main(String[] arguments) {
        System.exit(status(arguments, System.out));
    }

    /** 0 where the answer was 200, 1 where it was another one or none, 2 where there is not exactly one address. */
    static int status(String[] arguments, PrintStream out) {
        if (arguments.length != 1) {
            out.printf(
                    "one address is needed, found %d arguments; call it with http://host:port/path%n",
                    arguments.length);
            return 2;
        }
        try (HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create(arguments[0]))
                            .timeout(PATIENCE)
                            .build(),
                    BodyHandlers.ofString());
            out.printf("%d from %s%n%s%n", answer.statusCode(), arguments[0], answer.body());
            return answer.statusCode() == 200 ? 0 : 1;
        } catch (IOException unreachable) {
            out.printf("no answer from %s: %s%n", arguments[0], unreachable);
            return 1;
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }
}

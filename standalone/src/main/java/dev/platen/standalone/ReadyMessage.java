package dev.platen.standalone;

/** What {@code up} and {@code cluster} print when they are ready: the address, and lines that work when pasted. */
final class ReadyMessage {
    private ReadyMessage() {}

    static String of(int port, double seconds) {
        return """

                Platen is ready at http://127.0.0.1:%1$d after %2$.1f s. Ctrl-C stops it. Try:

                  curl -X PUT --data-binary @examples/sign-up.json http://127.0.0.1:%1$d/v1/schemas/sign-up
                  curl http://127.0.0.1:%1$d/v1/schemas/sign-up/render
                  curl --json '{"data": {"email": "ada@example.org"}}' http://127.0.0.1:%1$d/v1/schemas/sign-up/render

                and open http://127.0.0.1:%1$d/v1/schemas/sign-up/render in a browser, or http://127.0.0.1:%1$d for the console.
                """.formatted(port, seconds);
    }
}

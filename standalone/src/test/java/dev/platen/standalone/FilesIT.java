package dev.platen.standalone;

import static dev.platen.testkit.Client.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.testkit.Client;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How files travel with a form: in parts, through all services, and back on the page until the form is accepted. */
@ExtendWith(RunningUp.class)
class FilesIT {
    private final Client client = RunningUp.client();

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void shouldTakeFilesThatArePostedWithAForm() {
        // Given
        client.put("/v1/schemas/application", bytes("""
                {"type": "object", "required": ["name", "cv"], "properties": {
                  "name": {"type": "string", "minLength": 1}, "cv": {"type": "string", "format": "data-url"}}}"""));
        String content = "x".repeat(1_000_000);
        String empty = "name=\"root_cv\"; filename=\"\"\r\n\r\n";

        // When
        HttpResponse<byte[]> missing = postParts("name=\"root_name\"\r\n\r\nBob", empty);
        HttpResponse<byte[]> refused = postParts(
                "name=\"root_name\"\r\n\r\n",
                "name=\"root_cv\"; filename=\"Bob.pdf\"\r\nContent-Type: application/pdf\r\n\r\n" + content);
        Matcher kept = Pattern.compile(
                        " name=\"root_cv__kept\" value=\"&#34;(data:application/pdf;name=Bob.pdf;base64,[^\"&]*)&#34;\"")
                .matcher(text(refused));
        assertThat(kept.find()).isTrue();
        HttpResponse<byte[]> accepted = postParts(
                "name=\"root_name\"\r\n\r\nBob", empty, "name=\"root_cv__kept\"\r\n\r\n\"" + kept.group(1) + "\"");
        HttpResponse<byte[]> cut = client.post(
                "/v1/schemas/application/submissions",
                bytes("--b\r\n"),
                "content-type",
                "multipart/form-data; boundary=b");

        // Then
        assertThat(missing.statusCode()).isEqualTo(422);
        assertThat(text(missing)).contains("enctype=\"multipart/form-data\"", "href=\"#root_cv\"");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(text(refused)).contains("href=\"#root_name\"", "Bob.pdf", "1000 kB");
        assertThat(accepted.statusCode()).isEqualTo(202);
        assertThat(cut.statusCode()).isEqualTo(422);
        assertThat(text(cut)).contains("\"code\":\"data-rejected\"", "the end of this one is missing");
    }

    private HttpResponse<byte[]> postParts(String... parts) {
        StringBuilder body = new StringBuilder();
        for (String part : parts) {
            body.append("--b\r\nContent-Disposition: form-data; ").append(part).append("\r\n");
        }
        return client.post(
                "/v1/schemas/application/submissions",
                bytes(body.append("--b--\r\n").toString()),
                "content-type",
                "multipart/form-data; boundary=b");
    }
}

package dev.platen.standalone;

import static dev.platen.testkit.Client.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.platen.testkit.Client;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Stored documents that refer to each other, through {@code platen up}. Each test has names of its own. */
@ExtendWith(RunningUp.class)
class RegistryIT {
    private static final Duration SECONDS = Duration.ofSeconds(20);

    private static Client client;

    @BeforeAll
    static void start() {
        client = RunningUp.client();
    }

    @Test
    void shouldChangeThePageOfASchemaWhenWhatItRefersToChanges() {
        // Given
        put("address", "{'properties': {'street': {'type': 'string', 'title': 'Street', 'minLength': 3}}}");
        HttpResponse<byte[]> stored = put("person", "{'properties': {'home': {'$ref': 'address'}}}");
        put("party", "{'properties': {'guests': {'type': 'array', 'minItems': 1, 'items': {'$ref': 'person'}}}}");
        assertThat(text(stored)).contains("\"dependencies\":[\"address\"]");
        assertThat(page("person")).contains("Street");

        // When
        put("address", "{'properties': {'street': {'type': 'string', 'title': 'Road', 'minLength': 5}}}");

        // Then
        await().atMost(SECONDS)
                .untilAsserted(() -> assertThat(page("person")).contains("Road").doesNotContain("Street"));
        await().atMost(SECONDS).untilAsserted(() -> assertThat(page("party")).contains("Road"));
        HttpResponse<byte[]> posted = client.post(
                "/v1/schemas/person/submissions",
                bytes("root_home_street=abcd"),
                "content-type",
                "application/x-www-form-urlencoded");
        assertThat(posted.statusCode()).isEqualTo(422);
        assertThat(text(posted)).contains("aria-invalid=\"true\"", "5");
        assertThat(text(client.post(
                        "/v1/schemas/person/validate", bytes("{\"data\": {\"home\": {\"street\": \"abcd\"}}}"))))
                .contains("\"valid\":false", "platen:address#/properties/street/minLength");
    }

    @Test
    void shouldKeepTheLastGoodPageOfASchemaThatDoesNotCompileAnyMore() {
        // Given
        put("units", "{'$defs': {'kilo': {'type': 'number', 'title': 'Kilo'}}}");
        put("parcel", "{'properties': {'weight': {'$ref': 'units#/$defs/kilo'}}}");

        // When
        put("units", "{'$defs': {'pound': {'type': 'number', 'title': 'Pound'}}}");

        // Then
        await().atMost(SECONDS)
                .untilAsserted(() -> assertThat(isOutdated("parcel")).isTrue());
        assertThat(page("parcel")).contains("Kilo");
        assertThat(text(client.get("/v1/schemas?after=parce&limit=1")))
                .contains("\"outdated\":\"", "units#/$defs/kilo");
        assertThat(text(client.get("/q/metrics"))).containsPattern("(?m)^platen_compiler_schemas_outdated 1\\.0");

        // When
        put("units", "{'$defs': {'kilo': {'type': 'number', 'title': 'Kilogram'}}}");

        // Then
        await().atMost(SECONDS).untilAsserted(() -> assertThat(page("parcel")).contains("Kilogram"));
        assertThat(isOutdated("parcel")).isFalse();
    }

    @Test
    void shouldCompileOnceForManyChangesInAShortTime() {
        // Given
        put("colour", "{'type': 'string', 'title': 'Colour'}");
        put("car", "{'properties': {'colour': {'$ref': 'colour'}}}");
        double before = renewals();

        // When
        for (int version = 0; version < 20; version++) {
            put("colour", "{'type': 'string', 'title': 'Colour %d'}".formatted(version));
        }

        // Then
        await().atMost(SECONDS).untilAsserted(() -> assertThat(page("car")).contains("Colour 19"));
        assertThat(renewals() - before).isLessThan(15);
    }

    @Test
    void shouldRefuseAReferenceToADocumentThatIsNotThere() {
        // When
        HttpResponse<byte[]> answer = put("lonely", "{'properties': {'a': {'$ref': 'nobody'}}}");

        // Then
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(text(answer)).contains("document-unknown", "nobody");
    }

    @Test
    void shouldLetADocumentReferToItselfByItsName() {
        // When
        put("tree", "{'properties': {'label': {'type': 'string'}, 'child': {'$ref': 'tree'}}}");

        // Then
        assertThat(page("tree")).contains("root_label", "root_child__open");
    }

    @Test
    void shouldListSchemasPageByPage() {
        // Given
        for (String name : new String[] {"zz-1", "zz-2", "zz-3"}) {
            put(name, "{'type': 'object'}");
        }

        // When
        String first = text(client.get("/v1/schemas?after=zz&limit=2"));
        String second = text(client.get("/v1/schemas?after=zz-2&limit=2"));

        // Then
        assertThat(first)
                .contains("\"name\":\"zz-1\"", "\"name\":\"zz-2\"", "\"next\":\"zz-2\"", "\"dialect\":\"json-schema\"")
                .doesNotContain("zz-3");
        assertThat(second).contains("\"name\":\"zz-3\"").doesNotContain("\"next\"");
        assertThat(client.get("/v1/schemas?limit=0").statusCode()).isEqualTo(400);
    }

    @Test
    void shouldRemoveOnlyWhatNobodyRefersTo() {
        // Given
        String version = put("base", "{'title': 'First', 'type': 'object'}")
                .headers()
                .firstValue("etag")
                .orElseThrow();
        put("derived", "{'properties': {'a': {'$ref': 'base'}}}");

        // When
        HttpResponse<byte[]> inUse = client.delete("/v1/schemas/base");
        HttpResponse<byte[]> derived = client.delete("/v1/schemas/derived");
        HttpResponse<byte[]> removed = client.delete("/v1/schemas/base", "If-Match", version);
        HttpResponse<byte[]> again = client.delete("/v1/schemas/base");

        // Then
        assertThat(inUse.statusCode()).isEqualTo(409);
        assertThat(text(inUse)).contains("\"code\":\"schema-in-use\"", "derived");
        assertThat(derived.statusCode()).isEqualTo(204);
        assertThat(removed.statusCode()).isEqualTo(204);
        assertThat(again.statusCode()).isEqualTo(404);
        assertThat(client.get("/v1/schemas/base").statusCode()).isEqualTo(404);
        assertThat(client.get("/v1/schemas/base/render").statusCode()).isEqualTo(404);
        assertThat(text(client.get("/v1/schemas/base@" + version.replace("\"", ""))))
                .contains("First");
    }

    @Test
    void shouldRemoveTheVersionThatTheAddressNamesOnlyWhileItIsTheCurrentOne() {
        // Given
        String first = digest(put("versioned", "{'title': 'First', 'type': 'object'}"));
        String second = digest(put("versioned", "{'title': 'Second', 'type': 'object'}"));

        // When
        HttpResponse<byte[]> old = client.delete("/v1/schemas/versioned@" + first);
        HttpResponse<byte[]> twice = client.delete("/v1/schemas/versioned@" + second, "If-Match", "*");
        HttpResponse<byte[]> current = client.delete("/v1/schemas/versioned@" + second);

        // Then
        assertThat(old.statusCode()).isEqualTo(412);
        assertThat(twice.statusCode()).isEqualTo(400);
        assertThat(current.statusCode()).isEqualTo(204);
        assertThat(client.get("/v1/schemas/versioned").statusCode()).isEqualTo(404);
    }

    private static String digest(HttpResponse<byte[]> stored) {
        return stored.headers().firstValue("etag").orElseThrow().replace("\"", "");
    }

    @Test
    void shouldChangeOnlyTheVersionThatIfMatchNames() {
        // Given
        String first = put("matched", "{'title': 'First'}")
                .headers()
                .firstValue("etag")
                .orElseThrow();
        String second = put("matched", "{'title': 'Second'}")
                .headers()
                .firstValue("etag")
                .orElseThrow();

        // When
        HttpResponse<byte[]> late = put("matched", "{'title': 'Late'}", "If-Match", first);
        HttpResponse<byte[]> lateRemoval = client.delete("/v1/schemas/matched", "If-Match", first);
        HttpResponse<byte[]> right = put("matched", "{'title': 'Third'}", "If-Match", second);
        HttpResponse<byte[]> onlyExisting = put("unmatched", "{'title': 'None'}", "If-Match", "*");

        // Then
        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(text(late)).contains("\"code\":\"precondition-failed\"", second.replace("\"", ""));
        assertThat(lateRemoval.statusCode()).isEqualTo(412);
        assertThat(right.statusCode()).isEqualTo(201);
        assertThat(onlyExisting.statusCode()).isEqualTo(412);
        assertThat(put("matched", "{}", "If-Match", "first").statusCode()).isEqualTo(400);
    }

    private static HttpResponse<byte[]> put(String name, String document, String... headers) {
        return client.put("/v1/schemas/" + name, bytes(document.replace('\'', '"')), headers);
    }

    private static String page(String name) {
        return text(client.get("/v1/schemas/" + name + "/render?layout=fragment"));
    }

    private static boolean isOutdated(String name) {
        return client.get("/v1/schemas/" + name)
                .headers()
                .firstValue("platen-outdated")
                .isPresent();
    }

    private static double renewals() {
        Matcher found = Pattern.compile("(?m)^platen_compiler_renewals_total\\{outcome=\"renewed\".*?} ([0-9.E]+)")
                .matcher(text(client.get("/q/metrics")));
        return found.find() ? Double.parseDouble(found.group(1)) : 0;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

package dev.platen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.contract.limit.Limits;
import dev.platen.contract.problem.ProblemCode;
import dev.platen.engine.json.Members;
import dev.platen.engine.json.MembersOutcome;
import dev.platen.engine.json.MembersOutcome.Refused;
import dev.platen.engine.json.MembersOutcome.Sliced;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that are cut into members. */
class MembersTest {
    private static MembersOutcome of(String body) {
        return Members.of(Pages.utf8(body), Limits.DEFAULT);
    }

    @Test
    void shouldSliceTheBytesAsTheyStand() {
        // Given
        String body = """
                 { "data" : {"a" : [ 1,2 ] , "ü":"\\u00fc"} ,"locale":  "de-AT" , "n" : -1.50e3, "t":true,"z": null,
                  "e":[],"s\\u0061":"\\"x\\\\" }
                """;

        // When
        MembersOutcome outcome = of(body);

        // Then
        assertThat(outcome).isInstanceOf(Sliced.class);
        Map<String, String> members = new LinkedHashMap<>();
        ((Sliced) outcome)
                .members()
                .forEach((name, value) -> members.put(name, new String(value, StandardCharsets.UTF_8)));
        assertThat(members)
                .containsExactly(
                        Map.entry("data", "{\"a\" : [ 1,2 ] , \"ü\":\"\\u00fc\"}"),
                        Map.entry("locale", "\"de-AT\""),
                        Map.entry("n", "-1.50e3"),
                        Map.entry("t", "true"),
                        Map.entry("z", "null"),
                        Map.entry("e", "[]"),
                        Map.entry("sa", "\"\\\"x\\\\\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "5",
                "[]",
                "{",
                "{\"a\":1}{}",
                "{\"a\":1,\"a\":2}",
                "{\"a\":\"\ud800\"x}",
                "{\"a\":[1,}",
                "\ufeff{}"
            })
    void shouldRefuseWhatIsNoObject(String body) {
        // When
        MembersOutcome outcome = of(body);

        // Then
        assertThat(outcome).isInstanceOf(Refused.class);
        assertThat(((Refused) outcome).problem().code()).isEqualTo(ProblemCode.REQUEST_MALFORMED);
        assertThat(((Refused) outcome).problem().detail()).isNotBlank();
    }
}

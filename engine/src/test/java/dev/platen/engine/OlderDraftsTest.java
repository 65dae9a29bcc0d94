package dev.platen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.contract.limit.Limits;
import dev.platen.engine.validate.ValidationOutcome.Validated;
import dev.platen.engine.validate.Validator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What drafts without a suite here say otherwise: each keyword with data that obeys it, and data that does not. */
class OlderDraftsTest {
    private static final Validator VALIDATOR = new Validator(Limits.DEFAULT);

    private static boolean isValid(String draft, String members, String data) {
        String address = draft.startsWith("2")
                ? "https://json-schema.org/draft/" + draft + "/schema"
                : "http://json-schema.org/draft-" + draft + "/schema#";
        String schema = "{\"$schema\": \"%s\", %s".formatted(address, members.substring(1));
        return ((Validated) VALIDATOR.validate(Pages.utf8(schema), Pages.utf8(data))).isValid();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "04 | {`minimum`:3,`exclusiveMinimum`:true} | 4 | 3",
                "04 | {`minimum`:3,`exclusiveMinimum`:false} | 3 | 2",
                "04 | {`maximum`:3,`exclusiveMaximum`:true} | 2 | 3",
                "04 | {`id`:`http://x.test/root`,`definitions`:{`n`:{`id`:`#n`,`type`:`number`}},`$ref`:`#n`} | 1 | `1`",
                "04 | {`definitions`:{`n`:{`type`:`number`}},`properties`:{`a`:{`$ref`:`#/definitions/n`}}} | {`a`:1} | {`a`:`1`}",
                "04 | {`properties`:{`a`:{`$ref`:`#/definitions/n`,`minimum`:5}},`definitions`:{`n`:{`type`:`number`}}} | {`a`:1} | {`a`:`1`}",
                "04 | {`dependencies`:{`a`:[`b`]}} | {`b`:1} | {`a`:1}",
                "04 | {`dependencies`:{`a`:{`required`:[`c`]}}} | {`a`:1,`c`:2} | {`a`:1}",
                "04 | {`items`:[{`type`:`number`}],`additionalItems`:false} | [1] | [1,2]",
                "04 | {`type`:`integer`} | 1 | 1.5",
                "06 | {`exclusiveMinimum`:3} | 4 | 3",
                "06 | {`exclusiveMaximum`:3} | 2 | 3",
                "06 | {`const`:{`a`:[1]}} | {`a`:[1]} | {`a`:[2]}",
                "06 | {`contains`:{`type`:`number`}} | [`a`,1] | [`a`]",
                "06 | {`propertyNames`:{`maxLength`:2}} | {`ab`:1} | {`abc`:1}",
                "06 | {`properties`:{`a`:false}} | {`b`:1} | {`a`:1}",
                "06 | {`type`:`integer`} | 1.0 | 1.5",
                "06 | {`$id`:`http://x.test/root`,`definitions`:{`n`:{`$id`:`n`,`type`:`number`}},`properties`:{`a`:{`$ref`:`n`}}} | {`a`:1} | {`a`:`1`}",
                "06 | {`dependencies`:{`a`:[`b`]}} | {} | {`a`:1}",
                "2019-09 | {`dependentRequired`:{`a`:[`b`]}} | {`a`:1,`b`:1} | {`a`:1}",
                "2019-09 | {`dependentSchemas`:{`a`:{`minProperties`:2}}} | {`a`:1,`b`:1} | {`a`:1}",
                "2019-09 | {`contains`:{`type`:`number`},`minContains`:2} | [1,2] | [1]",
                "2019-09 | {`contains`:{`type`:`number`},`maxContains`:1} | [1] | [1,2]",
                "2019-09 | {`properties`:{`a`:true},`unevaluatedProperties`:false} | {`a`:1} | {`b`:1}",
                "2019-09 | {`items`:[true],`unevaluatedItems`:false} | [1] | [1,2]",
                "2019-09 | {`$defs`:{`n`:{`$anchor`:`here`,`type`:`number`}},`properties`:{`a`:{`$ref`:`#here`}}} | {`a`:1} | {`a`:`1`}",
                "2019-09 | {`properties`:{`a`:{`$ref`:`#/$defs/n`,`minimum`:5}},`$defs`:{`n`:{`type`:`number`}}} | {`a`:5} | {`a`:1}",
                "2019-09 | {`$recursiveAnchor`:true,`properties`:{`next`:{`$recursiveRef`:`#`}},`additionalProperties`:false} | {`next`:{`next`:{}}} | {`next`:{`other`:1}}",
                "2019-09 | {`$id`:`http://x.test/strict`,`$recursiveAnchor`:true,`$ref`:`tree`,`unevaluatedProperties`:false,`$defs`:{`tree`:{`$id`:`tree`,`$recursiveAnchor`:true,`properties`:{`data`:true,`next`:{`$recursiveRef`:`#`}}}}} | {`next`:{`data`:1}} | {`next`:{`daat`:1}}",
            })
    void shouldObeyTheDraft(String draft, String members, String valid, String invalid) {
        String schema = members.replace('`', '"');

        assertThat(isValid(draft, schema, valid.replace('`', '"'))).isTrue();
        assertThat(isValid(draft, schema, invalid.replace('`', '"'))).isFalse();
    }
}

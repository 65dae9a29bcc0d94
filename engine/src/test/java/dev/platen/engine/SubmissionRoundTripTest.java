package dev.platen.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.contract.flow.FormEncoding;
import dev.platen.contract.limit.Limits;
import dev.platen.contract.plan.Plan;
import dev.platen.engine.submit.Submission;
import dev.platen.engine.submit.SubmissionOutcome.Applied;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A page that is posted as it was rendered gives the data that it was rendered from. */
class SubmissionRoundTripTest {
    private static final Pattern CONTROL = Pattern.compile(
            "<(input|select|textarea)((?: [a-z-]+(?:=\"[^\"]*\")?)*)>(?:([^<]*)</textarea>)?|<option((?: [a-z-]+(?:=\"[^\"]*\")?)*)>");
    private static final Submission SUBMISSION = new Submission(Limits.DEFAULT);

    private static String attribute(String attributes, String name) {
        Matcher matcher = Pattern.compile(" " + name + "=\"([^\"]*)\"").matcher(attributes);
        return matcher.find() ? text(matcher.group(1)) : "";
    }

    private static String text(String markup) {
        return markup.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&#13;", "\r")
                .replace("&amp;", "&");
    }

    private static boolean has(String attributes, String flag) {
        return Pattern.compile(" " + flag + "(?: |$)").matcher(attributes).find();
    }

    /** What a browser posts when nobody touches anything. */
    private static String posted(String html) {
        List<String> pairs = new ArrayList<>();
        Matcher matcher = CONTROL.matcher(html);
        String select = "";
        boolean isFirst = false;
        while (matcher.find()) {
            if (matcher.group(4) != null) {
                boolean isChosen = has(matcher.group(4), "selected");
                if (isChosen && !select.isEmpty()) {
                    if (isFirst) {
                        pairs.removeLast();
                        isFirst = false;
                    }
                    pairs.add(pair(select, attribute(matcher.group(4), "value")));
                } else if (!select.isEmpty() && isFirst && pairs.isEmpty()) {
                    pairs.add(pair(select, attribute(matcher.group(4), "value")));
                }
                continue;
            }
            String attributes = matcher.group(2);
            String name = attribute(attributes, "name");
            select = "";
            if (name.isEmpty() || has(attributes, "disabled")) {
                continue;
            }
            String type = attribute(attributes, "type");
            if ("select".equals(matcher.group(1))) {
                select = name;
            } else if ("textarea".equals(matcher.group(1))) {
                pairs.add(pair(name, text(matcher.group(3)).replaceFirst("^\\n", "")));
            } else if (!(type.equals("checkbox") || type.equals("radio")) || has(attributes, "checked")) {
                pairs.add(pair(name, attribute(attributes, "value")));
            }
        }
        return String.join("&", pairs);
    }

    private static String pair(String name, String value) {
        return URLEncoder.encode(name, UTF_8) + "=" + URLEncoder.encode(value, UTF_8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'type':'string'} | `'a \"<&> b'`",
                "{'type':'object','properties':{'a':{'type':'string'},'b':{'type':'integer'},'c':{'type':'boolean'}}} | {'a':'x','b':3,'c':false}",
                "{'type':'object','properties':{'a':{'type':'number'},'e':{'enum':[1,'b',null,{'x':1}]}}} | {'a':1.50,'e':{'x':1}}",
                "{'type':'object','properties':{'l':{'type':'array','items':{'type':'object','properties':{'n':{'type':'string'},'t':{'type':'array','items':{'type':'string'}}}}}}} | {'l':[{'n':'a','t':['x','y']},{'n':'b','t':[]}]}",
                "{'type':'object','properties':{'m':{'type':'array','uniqueItems':true,'items':{'enum':['a','b','c']}}}} | {'m':['a','c']}",
                "{'type':'object','properties':{'d':{'type':'string','format':'date-time'}}} | {'d':'2024-05-06T07:08:09+02:00'}",
                "{'type':'object','properties':{'a':{'const':'k'}},'additionalProperties':{'type':'number'}} | {'a':'k','x y':1,'z':2.0}",
                "{'type':'array','items':[{'type':'string'},{'type':'number'}],'additionalItems':{'type':'boolean'}} | ['a',1,true]",
                "{'oneOf':[{'title':'A','type':'object','properties':{'a':{'type':'string'}},'required':['a']},{'title':'B','type':'object','properties':{'b':{'type':'number'}},'required':['b']}]} | {'b':2}",
                "{'$ref':'#/$defs/n','$defs':{'n':{'type':'object','properties':{'v':{'type':'string'},'next':{'$ref':'#/$defs/n'}}}}} | {'v':'a','next':{'v':'b','next':{'v':'c'}}}",
            })
    void shouldComeBackAsItWas(String schema, String data) {
        // Given
        Plan plan = Pages.plan(schema.replace('\'', '"'));
        String json = data.replace('\'', '"').replace("\"a \"<", "\"a \\\"<");
        String body = posted(Pages.fragment(plan, json));

        // When
        Applied applied =
                (Applied) SUBMISSION.apply(plan, FormEncoding.URL_ENCODED, body.getBytes(UTF_8), json.getBytes(UTF_8));

        // Then
        assertThat(new String(applied.data(), UTF_8)).as(body).isEqualTo(json);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'type':'object','properties':{'a':{'type':'string'},'b':{'type':'integer'}}} | {'a':'x','b':3}",
                "{'type':'array','items':{'type':'object','properties':{'n':{'type':'string'},'t':{'type':'array','items':{'type':'number'}}}}} | [{'n':'a','t':[1,2]},{'n':'b','t':[3]}]",
                "{'oneOf':[{'title':'A','type':'object','properties':{'a':{'type':'string'}},'required':['a']},{'title':'B','type':'object','properties':{'b':{'type':'number'}},'required':['b']}]} | {'b':2}",
                "{'$ref':'#/$defs/n','$defs':{'n':{'type':'object','properties':{'v':{'type':'string'},'next':{'$ref':'#/$defs/n'}}}}} | {'v':'a','next':{'v':'b'}}",
            })
    void shouldBeWhollyInTheForm(String schema, String data) {
        // Given
        Plan plan = Pages.plan(schema.replace('\'', '"'));
        String json = data.replace('\'', '"');
        String body = posted(Pages.fragment(plan, json));

        // When
        Applied applied = (Applied) SUBMISSION.apply(plan, FormEncoding.URL_ENCODED, body.getBytes(UTF_8), new byte[0]);

        // Then
        assertThat(new String(applied.data(), UTF_8)).as(body).isEqualTo(json);
    }
}

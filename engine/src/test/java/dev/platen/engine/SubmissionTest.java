package dev.platen.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.contract.limit.Limits;
import dev.platen.contract.plan.Check;
import dev.platen.contract.plan.Expression;
import dev.platen.contract.plan.Names;
import dev.platen.contract.plan.Op;
import dev.platen.contract.plan.Option;
import dev.platen.contract.plan.Part;
import dev.platen.contract.plan.Part.Input;
import dev.platen.contract.plan.Part.Offer;
import dev.platen.contract.plan.Parts;
import dev.platen.contract.plan.Plan;
import dev.platen.contract.plan.PlanCodec;
import dev.platen.contract.plan.PlanDecoded;
import dev.platen.engine.submit.Action;
import dev.platen.engine.submit.Submission;
import dev.platen.engine.submit.SubmissionOutcome;
import dev.platen.engine.submit.SubmissionOutcome.Applied;
import dev.platen.engine.submit.SubmissionOutcome.SubmissionRejected;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Posted forms become data, whatever was posted. */
class SubmissionTest {
    private static final Submission SUBMISSION = new Submission(Limits.DEFAULT);
    private static final Part TEXT = leaf("", "", Input.LINE, Check.Kind.STRING);
    private static final Part TEXTS = items("l", "_l", TEXT);
    private static final Part PERSON = group("", "", leaf("n", "_n", Input.LINE, Check.Kind.STRING), box("b", "_b", false));

    private static List<String> path(String member) {
        return member.isEmpty() ? List.of() : List.of(member);
    }

    private static Part.Leaf leaf(String member, String id, Input input, Check.Kind... kinds) {
        return new Part.Leaf(path(member), id, false, false, input, List.of(), List.of(), List.of(kinds), null);
    }

    private static Part.Leaf box(String member, String id, boolean isRequired) {
        return new Part.Leaf(
                path(member), id, isRequired, false, Input.BOX, List.of(), List.of(), List.of(Check.Kind.BOOLEAN), null);
    }

    private static Part.Leaf choice(String member, String id, Input input, Offer... offers) {
        return new Part.Leaf(path(member), id, false, false, input, List.of(offers), List.of(), List.of(), null);
    }

    private static Part group(String member, String id, Part... children) {
        return new Part.Group(path(member), id, false, List.of(children));
    }

    private static Part items(String member, String id, Part item) {
        return new Part.Items(path(member), id, false, List.of(), item, false, true, true, true, true, 0);
    }

    private static Plan plan(Parts parts) {
        return new Plan(
                "",
                new byte[0],
                new byte[0],
                new int[] {Op.END},
                List.of(),
                new Names(List.of()),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                parts);
    }

    /** A plan of the parts below the root, as it comes back from its bytes. */
    private static Plan form(Part... parts) {
        Plan plan = plan(new Parts(new Part.Group(List.of(), "root", true, List.of(parts)), List.of()));
        return ((PlanDecoded.Decoded) PlanCodec.decode(PlanCodec.encode(plan))).plan();
    }

    private static SubmissionOutcome outcome(Plan plan, String base, String... pairs) {
        StringBuilder body = new StringBuilder();
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            body.append(body.isEmpty() ? "" : "&")
                    .append(URLEncoder.encode(pair.substring(0, equals), UTF_8))
                    .append('=')
                    .append(URLEncoder.encode(pair.substring(equals + 1), UTF_8));
        }
        return SUBMISSION.apply(plan, body.toString().getBytes(UTF_8), base.getBytes(UTF_8));
    }

    private static Applied applied(Plan plan, String base, String... pairs) {
        return (Applied) outcome(plan, base, pairs);
    }

    private static String data(Plan plan, String base, String... pairs) {
        return new String(applied(plan, base, pairs).data(), UTF_8);
    }

    private static String state(Plan plan, String base, String... pairs) {
        return new String(applied(plan, base, pairs).state().toJson(), UTF_8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "NUMBER | 1.50 | 1.50",
                "NUMBER | 1e400 | 1e400",
                "NUMBER | .5 | 0.5",
                "NUMBER | +07 | 7",
                "NUMBER | 123456789012345678901234567890 | 123456789012345678901234567890",
                "NUMBER | 12 apples | \"12 apples\"",
                "NUMBER | - | \"-\"",
                "INTEGER | 3.0 | 3.0",
                "INTEGER | 3.5 | 3.5",
                "BOOLEAN | true | true",
                "STRING | 5 | \"5\"",
                "OBJECT | {\"a\": 1} | {\"a\":1}",
                "ARRAY | {} | \"{}\"",
            })
    void shouldReadTextAsItsType(Check.Kind kind, String text, String value) {
        // Given
        Plan form = form(leaf("v", "_v", Input.LINE, kind));

        // When
        String data = data(form, "", "root_v=" + text);

        // Then
        assertThat(data).isEqualTo("{\"v\":%s}".formatted(value));
    }

    @Test
    void shouldTakeTheFirstTypeThatFits() {
        // Given
        Plan form = form(leaf("v", "_v", Input.LINE, Check.Kind.INTEGER, Check.Kind.BOOLEAN, Check.Kind.STRING));

        // When
        List<String> values = List.of(data(form, "", "root_v=1"), data(form, "", "root_v=true"), data(form, "", "root_v=x"));

        // Then
        assertThat(values).containsExactly("{\"v\":1}", "{\"v\":true}", "{\"v\":\"x\"}");
    }

    @Test
    void shouldLeaveOutWhatWasEmptied() {
        // Given
        Plan form = form(leaf("v", "_v", Input.LINE, Check.Kind.STRING));

        // When
        String data = data(form, "{\"v\":\"old\",\"kept\":[1]}", "root_v=");

        // Then
        assertThat(data).isEqualTo("{\"kept\":[1]}");
    }

    @Test
    void shouldUseTheEmptyValue() {
        // Given
        Part.Leaf leaf = new Part.Leaf(
                List.of("v"),
                "_v",
                false,
                false,
                Input.LINE,
                List.of(),
                List.of(),
                List.of(Check.Kind.STRING),
                new Offer(Option.Type.NULL, ""));

        // When
        String data = data(form(leaf), "{\"v\":\"old\"}", "root_v=");

        // Then
        assertThat(data).isEqualTo("{\"v\":null}");
    }

    @Test
    void shouldLeaveToTheLetterWhatIsOnlyShown() {
        // Given
        String base = "{\"a\":1.0,\"b\":\"\",\"c\":null,\"d\":\"x\\r\\ny\",\"e\":\"2024-01-01T12:00:00+02:00\",\"f\":\"7\"}";
        Plan form = form(
                leaf("a", "_a", Input.LINE, Check.Kind.NUMBER),
                leaf("b", "_b", Input.LINE, Check.Kind.STRING),
                leaf("c", "_c", Input.LINE, Check.Kind.STRING),
                leaf("d", "_d", Input.LINES, Check.Kind.STRING),
                leaf("e", "_e", Input.INSTANT, Check.Kind.STRING),
                leaf("f", "_f", Input.LINE, Check.Kind.NUMBER));

        // When
        String data = data(
                form, base, "root_a=1.0", "root_b=", "root_c=", "root_d=x\r\ny", "root_e=2024-01-01T10:00", "root_f=7");

        // Then
        assertThat(data).isEqualTo(base);
    }

    @Test
    void shouldGiveInstantsAnOffset() {
        // Given
        Plan form = form(leaf("d", "_d", Input.INSTANT, Check.Kind.STRING), leaf("t", "_t", Input.TIME, Check.Kind.STRING));

        // When
        String data = data(form, "", "root_d=2024-02-29T08:30", "root_t=08:30");

        // Then
        assertThat(data).isEqualTo("{\"d\":\"2024-02-29T08:30:00Z\",\"t\":\"08:30:00Z\"}");
    }

    @Test
    void shouldPutDatesTogether() {
        // Given
        Plan form = form(leaf("d", "_d", Input.DATE_MENUS, Check.Kind.STRING));

        // When
        String data = data(form, "", "root_d_year=2024", "root_d_month=2", "root_d_day=9");

        // Then
        assertThat(data).isEqualTo("{\"d\":\"2024-02-09\"}");
    }

    @Test
    void shouldReadBoxesThatAreNotChecked() {
        // Given
        Plan form = form(box("required", "_r", true), box("optional", "_o", false), box("was", "_w", false), box("is", "_i", false));

        // When
        String data = data(form, "{\"was\":true}", "root_i=true");

        // Then
        assertThat(data).isEqualTo("{\"was\":false,\"required\":false,\"is\":true}");
    }

    @Test
    void shouldTurnOptionsIntoTheirConstants() {
        // Given
        Offer one = new Offer(Option.Type.NUMBER, "1");
        Offer object = new Offer(Option.Type.JSON, "{\"a\":[1,null]}");
        Plan form = form(choice("one", "_one", Input.ONE, one, object), choice("all", "_all", Input.SEVERAL, one, object));

        // When
        String data = data(form, "", "root_one={\"a\":[1,null]}", "root_all=1", "root_all={\"a\":[1,null]}", "root_all=forged");

        // Then
        assertThat(data).isEqualTo("{\"one\":{\"a\":[1,null]},\"all\":[1,{\"a\":[1,null]}]}");
    }

    @Test
    void shouldIgnoreForgedValuesOfFixedParts() {
        // Given
        Part.Leaf fixed = new Part.Leaf(
                List.of("v"),
                "_v",
                true,
                true,
                Input.LINE,
                List.of(),
                List.of(new Offer(Option.Type.NUMBER, "42")),
                List.of(),
                null);

        // When
        String withBase = data(form(fixed), "{\"v\":7}", "root_v=1");
        String without = data(form(fixed), "", "root_v=1");

        // Then
        assertThat(List.of(withBase, without)).containsExactly("{\"v\":7}", "{\"v\":42}");
    }

    @Test
    void shouldKeepTextThatIsNoJson() {
        // Given
        Plan form = form(leaf("a", "_a", Input.RAW), leaf("b", "_b", Input.RAW));

        // When
        String data = data(form, "", "root_a=[1, {\"x\": null}]", "root_b=[1,");

        // Then
        assertThat(data).isEqualTo("{\"a\":[1,{\"x\":null}],\"b\":\"[1,\"}");
    }

    @Test
    void shouldKeepFilesAsDataUrls() {
        // Given
        Plan form = form(leaf("a", "_a", Input.FILE), leaf("b", "_b", Input.FILES));

        // When
        String data = data(form, "{\"b\":[\"data:,x\"]}", "root_a=data:text/plain;name=x.txt;base64,eA==", "root_b=name.txt");

        // Then
        assertThat(data).isEqualTo("{\"b\":[\"data:,x\"],\"a\":\"data:text/plain;name=x.txt;base64,eA==\"}");
    }

    @Test
    void shouldLeaveOutOptionalObjectsWithoutValues() {
        // Given
        Plan form = form(
                group("o", "_o", leaf("n", "_n", Input.LINE, Check.Kind.STRING)),
                new Part.Group(List.of("r"), "_r", true, List.of(leaf("n", "_n", Input.LINE, Check.Kind.STRING))));

        // When
        String data = data(form, "{\"o\":{\"n\":\"x\"}}", "root_o_n=", "root_r_n=");

        // Then
        assertThat(data).isEqualTo("{\"r\":{}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "_add=root_l | [\"a\",\"b\",\"c\",\"\"]",
                "_remove=root_l_1 | [\"a\",\"c\"]",
                "_up=root_l_1 | [\"b\",\"a\",\"c\"]",
                "_up=root_l_0 | [\"a\",\"b\",\"c\"]",
                "_down=root_l_1 | [\"a\",\"c\",\"b\"]",
                "_down=root_l_2 | [\"a\",\"b\",\"c\"]",
                "_copy=root_l_0 | [\"a\",\"a\",\"b\",\"c\"]",
                "_remove=root_l_99 | [\"a\",\"b\",\"c\"]",
                "_remove=root_m_0 | [\"a\",\"b\",\"c\"]",
            })
    void shouldDoWhatListButtonsSay(String button, String list) {
        // Given
        Plan form = form(TEXTS);

        // When
        Applied applied = applied(form, "{\"l\":[\"old\"]}", "root_l_0=a", "root_l_1=b", "root_l_2=c", button);

        // Then
        assertThat(new String(applied.data(), UTF_8)).isEqualTo("{\"l\":%s}".formatted(list));
        assertThat(applied.action()).isEqualTo(new Action.Changed());
    }

    @Test
    void shouldRefuseButtonsThatAreNotThere() {
        // Given
        Plan form = form(new Part.Items(
                List.of("l"), "_l", false, List.of(), TEXT, false, false, false, false, false, 0));

        // When
        List<String> data = List.of(
                data(form, "", "root_l_0=a", "_add=root_l"),
                data(form, "", "root_l_0=a", "_remove=root_l_0"),
                data(form, "", "root_l_0=a", "_copy=root_l_0"));

        // Then
        assertThat(data).containsOnly("{\"l\":[\"a\"]}");
    }

    @Test
    void shouldReadNestedListsWithBoxesThatLeaveNoTrace() {
        // Given
        Plan form = form(items("l", "_l", items("", "", PERSON)));

        // When
        String data = data(
                form, "", "root_l_0_0_n=a", "root_l_0_1_b=true", "root_l_2_0_n=z", "root_l_2__items=2", "root_l__items=3");

        // Then
        assertThat(data)
                .isEqualTo("{\"l\":[[{\"n\":\"a\"},{\"b\":true}],[],[{\"n\":\"z\"},{}]]}");
    }

    @Test
    void shouldEmptyListsWhoseLastItemIsGone() {
        // Given
        Plan form = form(TEXTS);

        // When
        String data = data(form, "{\"l\":[\"a\"]}", "root_l_0=a", "_remove=root_l_0");

        // Then
        assertThat(data).isEqualTo("{\"l\":[]}");
    }

    @Test
    void shouldKeepItemsThatAreNotOnThePage() {
        // Given
        Plan form = form(TEXTS);
        String[] posted = {"root_l__before=[\"a\",\"b\"]", "root_l_2=c", "root_l__after=[\"d\"]", "root_l__page=1"};

        // When
        String data = data(form, "", posted);
        String state = state(form, "", posted);

        // Then
        assertThat(data).isEqualTo("{\"l\":[\"a\",\"b\",\"c\",\"d\"]}");
        assertThat(state).isEqualTo("{\"pages\":{\"root_l\":1}}");
    }

    @Test
    void shouldTurnPages() {
        // Given
        Plan form = form(TEXTS);

        // When
        String state = state(form, "", "root_l_0=a", "_page=root_l.3");

        // Then
        assertThat(state).isEqualTo("{\"pages\":{\"root_l\":3}}");
    }

    @Test
    void shouldReadTuples() {
        // Given
        Part first = leaf("", "_0", Input.LINE, Check.Kind.NUMBER);
        Plan form = form(new Part.Items(
                List.of("l"), "_l", false, List.of(first), TEXT, false, true, true, true, true, 0));

        // When
        String data = data(form, "", "root_l_0=1", "root_l_1=x", "root_l_2=y", "_remove=root_l_1");
        String untouched = data(form, "", "root_l_0=1", "root_l_1=x", "_remove=root_l_0");

        // Then
        assertThat(data).isEqualTo("{\"l\":[1,\"y\"]}");
        assertThat(untouched).isEqualTo("{\"l\":[1,\"x\"]}");
    }

    private static Part entries() {
        return new Part.Entries(
                List.of(),
                "",
                List.of("known"),
                List.of(new Part.Kind("^n", leaf("", "", Input.LINE, Check.Kind.NUMBER)), new Part.Kind("", TEXT)),
                true,
                true);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "x=y | {\"known\":1,\"n\":2,\"a b\":\"c\"}",
                "root_n-key=m | {\"known\":1,\"m\":2,\"a b\":\"c\"}",
                "root_a%20b-key=n | {\"known\":1,\"n\":2,\"n-1\":\"c\"}",
                "root_n-key=known | {\"known\":1,\"known-1\":2,\"a b\":\"c\"}",
                "root_n-key= | {\"known\":1,\"n\":2,\"a b\":\"c\"}",
                "_remove=root_n | {\"known\":1,\"a b\":\"c\"}",
                "_add=root | {\"known\":1,\"n\":2,\"a b\":\"c\",\"newKey\":null}",
            })
    void shouldReadEntries(String change, String expected) {
        // Given
        Plan form = form(entries());
        String[] posted = {"root_n=2", "root_n-key=n", "root_a%20b=c", "root_a%20b-key=a b"};
        for (int i = 0; i < posted.length; i++) {
            boolean isReplaced = posted[i].startsWith(change.substring(0, change.indexOf('=') + 1));
            posted[i] = isReplaced ? change : posted[i];
        }

        // When
        String data = data(form, "{\"known\":1,\"n\":1,\"a b\":\"\"}", posted[0], posted[1], posted[2], posted[3], change);

        // Then
        assertThat(data).isEqualTo(expected);
    }

    @Test
    void shouldReadEntriesThatWereNotThereBefore() {
        // Given
        Plan form = form(entries());

        // When
        String data = data(form, "", "root_z=1", "root_z-key=z", "root_a=2", "root_a-key=a", "root_a_b=3", "root_a_b-key=a_b");

        // Then
        assertThat(data).isEqualTo("{\"z\":\"1\",\"a\":\"2\",\"a_b\":\"3\"}");
    }

    private static Part alternatives() {
        return new Part.Alternatives(
                List.of("x"),
                "_x",
                "__oneof_select",
                List.of(
                        new Part.Branch(
                                object(Map.of("s", type(Check.Kind.STRING), "both", type(Check.Kind.STRING))),
                                group(
                                        "",
                                        "",
                                        leaf("s", "_s", Input.LINE, Check.Kind.STRING),
                                        leaf("both", "_both", Input.LINE, Check.Kind.STRING)),
                                ""),
                        new Part.Branch(
                                object(Map.of("n", type(Check.Kind.NUMBER), "both", type(Check.Kind.STRING))),
                                group(
                                        "",
                                        "",
                                        leaf("n", "_n", Input.LINE, Check.Kind.NUMBER),
                                        leaf("both", "_both", Input.LINE, Check.Kind.STRING)),
                                "{\"n\":1,\"kind\":\"number\"}"),
                        new Part.Branch(
                                type(Check.Kind.STRING), leaf("", "", Input.LINE, Check.Kind.STRING), "")));
    }

    private static Check type(Check.Kind kind) {
        return new Check.Type(Set.of(kind));
    }

    private static Check object(Map<String, Check> members) {
        return new Check.Members(members, List.of(), Map.of(), Check.ANYTHING, null, 0, Integer.MAX_VALUE);
    }

    @Test
    void shouldReadTheChosenForm() {
        // Given
        Plan form = form(alternatives());

        // When
        String data = data(form, "", "root_x__oneof_select=1", "root_x_n=5", "root_x_both=b");

        // Then
        assertThat(data).isEqualTo("{\"x\":{\"n\":5,\"both\":\"b\"}}");
    }

    @Test
    void shouldKeepWhatTheNewFormAlsoHas() {
        // Given
        Plan form = form(alternatives());
        String[] posted = {"root_x__oneof_select=1", "root_x_s=gone", "root_x_both=b", "_choose=root_x"};

        // When
        String data = data(form, "{\"x\":{\"s\":\"gone\",\"other\":true}}", posted);
        String state = state(form, "", posted);

        // Then
        assertThat(data).isEqualTo("{\"x\":{\"other\":true,\"both\":\"b\",\"n\":1,\"kind\":\"number\"}}");
        assertThat(state).isEqualTo("{\"choices\":{\"root_x\":1}}");
    }

    @Test
    void shouldDropAValueOfAnotherForm() {
        // Given
        Plan form = form(alternatives());

        // When
        String toText = data(form, "{\"x\":{\"s\":\"a\"}}", "root_x__oneof_select=2", "root_x_s=a", "_choose=root_x");
        String toObject = data(form, "{\"x\":\"a\"}", "root_x__oneof_select=1", "root_x=a", "_choose=root_x");

        // Then
        assertThat(toText).isEqualTo("{}");
        assertThat(toObject).isEqualTo("{\"x\":{\"n\":1,\"kind\":\"number\"}}");
    }

    @Test
    void shouldMoveChoicesAlongWithItems() {
        // Given
        Plan form = form(items("l", "_l", group("", "", alternatives())));

        // When
        String state = state(
                form,
                "",
                "root_l_0_x__oneof_select=1",
                "root_l_0_x_n=5",
                "root_l_1_x__oneof_select=2",
                "root_l_1_x=a",
                "_up=root_l_1");

        // Then
        assertThat(state).isEqualTo("{\"choices\":{\"root_l_0_x\":2,\"root_l_1_x\":1}}");
    }

    @Test
    void shouldReadTheSideThatWasOnThePage() {
        // Given
        Expression condition = new Expression.Holds(Expression.Path.here(List.of("a")), new Check.Among(List.of()));
        Plan form = form(new Part.Either(
                new Expression.Not(condition),
                List.of(box("then", "_then", false)),
                List.of(leaf("else", "_else", Input.LINE, Check.Kind.STRING), box("box", "_box", false))));
        String base = "{\"then\":true,\"else\":\"old\",\"box\":true}";

        // When
        String shown = data(form, base, "x=y");
        String hidden = data(form, base, "root_else=new");

        // Then
        assertThat(shown).isEqualTo("{\"then\":false,\"else\":\"old\",\"box\":true}");
        assertThat(hidden).isEqualTo("{\"then\":true,\"else\":\"new\",\"box\":false}");
    }

    @Test
    void shouldReadPartsWithinThemselves() {
        // Given
        Part node = group(
                "",
                "",
                leaf("n", "_n", Input.LINE, Check.Kind.STRING),
                new Part.Again(List.of("next"), "_next", false, 0));
        Plan form = plan(new Parts(group("", "root", node), List.of(node)));

        // When
        String data = data(form, "{\"next\":{\"next\":{\"n\":\"deep\"}}}", "root_n=a", "root_next_n=b", "root_next_next_n=c");
        String opened = state(form, "", "root_n=a", "_open=root_next");
        String stillOpen = state(form, "", "root_n=a", "root_next_n=");
        String closed = data(form, "", "root_n=a", "root_next_n=b", "_close=root_next");

        // Then
        assertThat(data).isEqualTo("{\"next\":{\"next\":{\"n\":\"c\"},\"n\":\"b\"},\"n\":\"a\"}");
        assertThat(opened).isEqualTo("{\"open\":[\"root_next\"]}");
        assertThat(stillOpen).isEqualTo("{\"open\":[\"root_next\"]}");
        assertThat(closed).isEqualTo("{\"n\":\"a\"}");
    }

    @Test
    void shouldEndWherePartsNeverDo() {
        // Given
        Part endless = new Part.Again(List.of(), "", false, 0);
        Plan form = plan(new Parts(group("", "root", endless), List.of(endless)));

        // When
        SubmissionOutcome outcome = outcome(form, "", "root=a");

        // Then
        assertThat(outcome).isInstanceOf(SubmissionRejected.class);
    }

    @Test
    void shouldBoundItems() {
        // Given
        Plan form = form(items("l", "_l", PERSON));

        // When
        SubmissionOutcome outcome = Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> outcome(form, "", "root_l_9999999_n=a"));

        // Then
        assertThat(outcome).isInstanceOf(SubmissionRejected.class);
    }

    @Test
    void shouldRejectBaseThatIsNoJson() {
        // Given
        Plan form = form(TEXTS);

        // When
        SubmissionOutcome outcome = outcome(form, "{", "root_l_0=a");

        // Then
        assertThat(((SubmissionRejected) outcome).problem().diagnostics()).isNotEmpty();
    }

    @Test
    void shouldRejectTextsBeyondTheLimit() {
        // Given
        Plan form = form(TEXTS);

        // When
        SubmissionOutcome outcome = outcome(form, "", "root_l_0=" + "x".repeat(70_000));

        // Then
        assertThat(((SubmissionRejected) outcome).problem().detail()).contains("65536 bytes");
    }

    @Test
    void shouldHaveAnOutcomeForAnyBytes() {
        // Given
        Random random = new Random(20_260);
        Plan form = form(TEXTS, entries(), alternatives(), items("p", "_p", PERSON), leaf("d", "_d", Input.INSTANT));
        String[] words = {"root", "_l", "_p", "_x", "_0", "_9", "-key", "_add", "_up", "_choose", "=", "&", "%", "%F", "é"};

        for (int round = 0; round < 3_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(40); i > 0; i--) {
                text.append(words[random.nextInt(words.length)]);
            }
            byte[] body = text.toString().getBytes(UTF_8);
            for (int i = random.nextInt(4); i > 0 && body.length > 0; i--) {
                body[random.nextInt(body.length)] = (byte) random.nextInt(256);
            }

            // When
            SubmissionOutcome outcome = SUBMISSION.apply(form, body, "{\"l\":[1],\"x\":[]}".getBytes(UTF_8));

            // Then
            assertThat(outcome).isInstanceOf(Applied.class);
        }
    }
}

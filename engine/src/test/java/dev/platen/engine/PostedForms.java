package dev.platen.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.platen.contract.flow.FormEncoding;
import dev.platen.contract.limit.Limits;
import dev.platen.contract.plan.Check;
import dev.platen.contract.plan.Constant;
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
import dev.platen.engine.submit.Submission;
import dev.platen.engine.submit.SubmissionOutcome;
import dev.platen.engine.submit.SubmissionOutcome.Applied;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Forms made of parts, and what comes of posting them. */
final class PostedForms {
    static final Constant EMPTY = single(Option.Type.STRING, "");
    static final Constant NULL = single(Option.Type.NULL, "");
    static final Constant OBJECT = new Constant.Members(Map.of());
    static final Submission SUBMISSION = new Submission(Limits.DEFAULT);
    static final Part TEXT = leaf("", "", Input.LINE, Check.Kind.STRING);
    static final Part TEXTS = items("l", "_l", TEXT);
    static final Part PERSON = group("", "", leaf("n", "_n", Input.LINE, Check.Kind.STRING), box("b", "_b", false));

    static Constant single(Option.Type type, String value) {
        return new Constant.Single(new Option(type, value));
    }

    private static Constant blank(Part item) {
        return switch (item) {
            case Part.Items _ -> new Constant.Items(List.of());
            case Part.Leaf _ -> EMPTY;
            default -> OBJECT;
        };
    }

    static List<String> path(String member) {
        return member.isEmpty() ? List.of() : List.of(member);
    }

    static Part.Leaf leaf(String member, String id, Input input, Check.Kind... kinds) {
        return new Part.Leaf(path(member), id, false, false, input, List.of(), List.of(), List.of(kinds), null);
    }

    static Part.Leaf box(String member, String id, boolean isRequired) {
        return new Part.Leaf(
                path(member),
                id,
                isRequired,
                false,
                Input.BOX,
                List.of(),
                List.of(),
                List.of(Check.Kind.BOOLEAN),
                null);
    }

    static Part.Leaf choice(String member, String id, Input input, Offer... offers) {
        return new Part.Leaf(path(member), id, false, false, input, List.of(offers), List.of(), List.of(), null);
    }

    static Part group(String member, String id, Part... children) {
        return new Part.Group(path(member), id, false, List.of(children));
    }

    static Part items(String member, String id, Part item) {
        return new Part.Items(path(member), id, false, List.of(), item, blank(item), false, true, true, true, true, 0);
    }

    static Plan plan(Parts parts) {
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
                parts,
                List.of());
    }

    /** A plan of the parts below the root, as it comes back from its bytes. */
    static Plan form(Part... parts) {
        Plan plan = plan(new Parts(new Part.Group(List.of(), "root", true, List.of(parts)), List.of()));
        return ((PlanDecoded.Decoded) PlanCodec.decode(PlanCodec.encode(plan))).plan();
    }

    static SubmissionOutcome outcome(Plan plan, String base, String... pairs) {
        StringBuilder body = new StringBuilder();
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            body.append(body.isEmpty() ? "" : "&")
                    .append(URLEncoder.encode(pair.substring(0, equals), UTF_8))
                    .append('=')
                    .append(URLEncoder.encode(pair.substring(equals + 1), UTF_8));
        }
        return SUBMISSION.apply(plan, FormEncoding.URL_ENCODED, body.toString().getBytes(UTF_8), base.getBytes(UTF_8));
    }

    static Applied applied(Plan plan, String base, String... pairs) {
        return (Applied) outcome(plan, base, pairs);
    }

    static String data(Plan plan, String base, String... pairs) {
        return new String(applied(plan, base, pairs).data(), UTF_8);
    }

    static String state(Plan plan, String base, String... pairs) {
        return new String(applied(plan, base, pairs).state().toJson(), UTF_8);
    }

    static Part entries() {
        return new Part.Entries(
                List.of(),
                "",
                List.of("known"),
                List.of(),
                List.of(
                        new Part.Kind("^n", leaf("", "", Input.LINE, Check.Kind.NUMBER), NULL),
                        new Part.Kind("", TEXT, EMPTY)),
                true,
                true);
    }

    static Part alternatives() {
        return new Part.Alternatives(
                List.of("x"),
                "_x",
                Part.Presence.OPTIONAL,
                "__oneof_select",
                List.of(
                        new Part.Branch(
                                object(Map.of("s", type(Check.Kind.STRING), "both", type(Check.Kind.STRING))),
                                group(
                                        "",
                                        "",
                                        leaf("s", "_s", Input.LINE, Check.Kind.STRING),
                                        leaf("both", "_both", Input.LINE, Check.Kind.STRING)),
                                OBJECT),
                        new Part.Branch(
                                object(Map.of("n", type(Check.Kind.NUMBER), "both", type(Check.Kind.STRING))),
                                group(
                                        "",
                                        "",
                                        leaf("n", "_n", Input.LINE, Check.Kind.NUMBER),
                                        leaf("both", "_both", Input.LINE, Check.Kind.STRING)),
                                numbered()),
                        new Part.Branch(type(Check.Kind.STRING), leaf("", "", Input.LINE, Check.Kind.STRING), null)));
    }

    private static Constant numbered() {
        Map<String, Constant> members = new LinkedHashMap<>();
        members.put("n", single(Option.Type.NUMBER, "1"));
        members.put("kind", single(Option.Type.STRING, "number"));
        return new Constant.Members(members);
    }

    static Check type(Check.Kind kind) {
        return new Check.Type(Set.of(kind));
    }

    static Check object(Map<String, Check> members) {
        return new Check.Members(members, List.of(), Map.of(), Check.ANYTHING, null, 0, Integer.MAX_VALUE);
    }

    private PostedForms() {}
}

package dev.platen.engine.form;

import dev.platen.contract.plan.Plan;
import dev.platen.contract.plan.Role;
import dev.platen.contract.plan.Word;
import dev.platen.engine.emit.PlanEmitter;
import dev.platen.engine.html.Attribute;
import dev.platen.engine.html.Element;
import dev.platen.engine.ir.Attributed;
import dev.platen.engine.ir.Content;
import dev.platen.engine.ir.Form;
import dev.platen.engine.ir.Node;
import dev.platen.engine.ir.Node.Shown;
import dev.platen.engine.ir.Node.Tagged;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The page that says that a form was accepted. */
public final class Confirmation {
    private static final int MAX_BYTES = 64 * 1024;
    private static final byte[] NO_DATA = {};

    private Confirmation() {}

    /** The plan of that page for forms of this plan. The same plan always gives the same page. */
    public static Plan of(Plan form) {
        String title = form.title();
        Content heading = title.isEmpty() ? new Content.Own(Word.FORM) : new Content.Text(title);
        Node page = new Tagged(
                Element.DIV,
                List.of(),
                List.of(
                        tagged(Element.H1, List.of(classes(Role.HEADING)), heading),
                        tagged(
                                Element.DIV,
                                List.of(
                                        classes(Role.ALERT_SUCCESS),
                                        new Attributed(Attribute.ROLE, new Content.Text("status"))),
                                new Content.Own(Word.RECEIVED)),
                        tagged(
                                Element.A,
                                List.of(classes(Role.LINK), new Attributed(Attribute.HREF, new Content.Text("render"))),
                                new Content.Own(Word.FILL_IN_ANOTHER))));
        return PlanEmitter.emit(
                        new Form(
                                title,
                                Form.Kind.PAGE,
                                page,
                                List.of(),
                                List.of(),
                                Form.Submit.NONE,
                                NO_DATA,
                                translations(form)),
                        Set.of(),
                        MAX_BYTES)
                .orElseThrow(() -> new IllegalStateException("titles are shorter than that"));
    }

    private static Attributed classes(Role role) {
        return new Attributed(Attribute.CLASS, new Content.Classes(role, ""));
    }

    private static Node tagged(Element element, List<Attributed> attributes, Content content) {
        return new Tagged(element, attributes, List.of(new Shown(content)));
    }

    /** Those of the title. */
    private static Map<String, Map<String, String>> translations(Plan form) {
        return form.messages().stream()
                .filter(message -> message.text().equals(form.title()))
                .findFirst()
                .map(message -> message.translations().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, translation -> Map.of(form.title(), translation.getValue()))))
                .orElse(Map.of());
    }
}

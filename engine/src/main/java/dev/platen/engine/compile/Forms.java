package dev.platen.engine.compile;

import dev.platen.engine.ir.Form;
import dev.platen.engine.ir.Inner;
import dev.platen.engine.ir.Node;
import java.util.List;
import java.util.function.UnaryOperator;

/** What passes do with whole forms. */
final class Forms {
    private Forms() {}

    /** The form with its root and its routines replaced. */
    static Form map(Form form, UnaryOperator<Node> change) {
        return with(
                form,
                change.apply(form.root()),
                form.routines().stream().map(change).toList());
    }

    /** The form with another root and other routines. */
    static Form with(Form form, Node root, List<Node> routines) {
        return new Form(
                form.title(),
                form.kind(),
                root,
                routines,
                form.checks(),
                form.submit(),
                form.data(),
                form.translations());
    }

    /** How many parts the form has, with its routines. */
    static int parts(Form form) {
        return parts(form.root())
                + form.routines().stream().mapToInt(Forms::parts).sum();
    }

    private static int parts(Node node) {
        return 1 + Inner.of(node).stream().mapToInt(Forms::parts).sum();
    }
}

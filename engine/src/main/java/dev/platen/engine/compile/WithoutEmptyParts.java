package dev.platen.engine.compile;

import dev.platen.engine.ir.Form;
import dev.platen.engine.ir.Inner;
import dev.platen.engine.ir.Node;
import dev.platen.engine.ir.Node.Section;
import dev.platen.engine.ir.Node.When;
import dev.platen.engine.ir.Words;

/** A pass that drops the parts of sections that would show nothing. */
final class WithoutEmptyParts {
    private WithoutEmptyParts() {}

    static Form of(Form form) {
        return Forms.map(form, WithoutEmptyParts::of);
    }

    private static Node of(Node node) {
        Node filled = Inner.map(node, WithoutEmptyParts::of);
        return filled instanceof Section section
                ? section.with(section.children().stream()
                        .filter(child -> !isEmpty(child))
                        .toList())
                : filled;
    }

    private static boolean isEmpty(Node node) {
        return switch (node) {
            case Section section ->
                section.children().isEmpty() && section.words().equals(Words.NONE);
            case When when -> when.then().isEmpty() && when.otherwise().isEmpty();
            default -> false;
        };
    }
}

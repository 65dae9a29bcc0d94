package dev.platen.engine.ir;

import dev.platen.contract.plan.Expression;
import dev.platen.contract.plan.Role;
import dev.platen.contract.plan.Word;

/** What stands between tags or in an attribute. */
public sealed interface Content {
    /** Text of the document; translated where the document brings translations of it. */
    record Text(String text) implements Content {}

    /** Text of our own, in the language of the reader. */
    record Own(Word word) implements Content {}

    /** A computed value, as text. */
    record Computed(Expression value) implements Content {}

    /** The classes of a role, and of the document's own, separated by spaces; only in {@code class}. */
    record Classes(Role role, String more) implements Content {}

    /** An id of this page: the path of the parts around, and this. Where an address is wanted, that of the id. */
    record Id(String suffix) implements Content {}

    /** A condition: the attribute is there where it is true; only for attributes without value. */
    record Flag(Expression condition) implements Content {}
}

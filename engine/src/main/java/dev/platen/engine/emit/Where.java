package dev.platen.engine.emit;

import dev.platen.contract.plan.Op;
import dev.platen.engine.code.CodeBuilder;
import dev.platen.engine.html.Attribute;
import dev.platen.engine.html.HtmlWriter;

/**
 * Where code is being written: how ids begin here.
 *
 * @param isRelative whether ids begin with the path that is known while rendering
 * @param id what is known of the id while compiling
 */
record Where(boolean isRelative, String id) {
    static final Where TOP = new Where(false, "");
    /** Within the body of a loop or a routine. */
    static final Where INNER = new Where(true, "");

    Where then(String more) {
        return new Where(isRelative, id + more);
    }

    /** Writes an attribute that holds this id. */
    void attribute(Attribute attribute, CodeBuilder code, HtmlWriter html) {
        html.begin(attribute);
        write(code, html);
        html.end();
    }

    /** Writes this id into an attribute that was begun. */
    void write(CodeBuilder code, HtmlWriter html) {
        if (isRelative) {
            code.op(Op.PATH);
        }
        html.attributeText(id);
    }
}

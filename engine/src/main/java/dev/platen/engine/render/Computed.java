package dev.platen.engine.render;

import dev.platen.contract.plan.Expression;
import dev.platen.contract.plan.Op;
import dev.platen.engine.html.HtmlOutput;
import dev.platen.engine.html.Urls;
import org.jspecify.annotations.Nullable;

/** Writes computed values, made safe for where they stand. */
record Computed(Evaluator evaluator, HtmlOutput out) {
    void write(Expression expression, Op.Context context, int here) throws Refused {
        @Nullable Object value = evaluator.value(expression, here);
        if (value == null) {
            return;
        }
        String text = evaluator.text(value);
        switch (context) {
            case TEXT -> out.plainText(text);
            case ATTRIBUTE, TOKENS -> out.plainAttribute(text);
            case URL -> out.plainAttribute(Urls.isAllowed(text) ? text : "#");
        }
    }
}

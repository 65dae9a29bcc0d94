package dev.platen.operator.observe;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import java.util.StringJoiner;

/**
 * The target of a pool as it is.
 *
 * @param wanted replicas that it is set to
 * @param present pods that it has
 * @param selector of its pods
 */
public record Workload(int wanted, int present, LabelSelector selector) {
    /** The selector in the form that a scale subresource shows. */
    public String selectorText() {
        StringJoiner text = new StringJoiner(",");
        selector.getMatchLabels().forEach((key, value) -> text.add(key + "=" + value));
        selector.getMatchExpressions().forEach(expression -> text.add(text(expression)));
        return text.toString();
    }

    private static String text(LabelSelectorRequirement expression) {
        String values = " (" + String.join(",", expression.getValues()) + ")";
        return switch (expression.getOperator()) {
            case "In" -> expression.getKey() + " in" + values;
            case "NotIn" -> expression.getKey() + " notin" + values;
            case "DoesNotExist" -> "!" + expression.getKey();
            default -> expression.getKey();
        };
    }
}

package dev.platen.benchmarks.oracle;

import java.util.List;

/**
 * One field of a form, as a person meets it.
 *
 * @param path its place in the data, as in {@code root_items_0_name}
 * @param kind type of the input, {@code select}, {@code select-multiple}, {@code textarea}, {@code radio},
 *     {@code checkbox} or {@code checkboxes}
 * @param isRequired whether it must be filled, by attribute or by the mark on its label
 * @param isDisabled whether it can be used
 * @param isReadonly whether it can be changed
 * @param value what it holds; the labels of what is chosen where one chooses
 * @param options labels of what can be chosen
 * @param optionValues what is sent for them
 * @param label its name; empty where the page gives it none
 * @param hasErrors whether an error is shown with it
 */
public record Field(
        String path,
        String kind,
        boolean isRequired,
        boolean isDisabled,
        boolean isReadonly,
        String value,
        List<String> options,
        List<String> optionValues,
        String label,
        boolean hasErrors) {}

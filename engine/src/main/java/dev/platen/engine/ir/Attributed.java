package dev.platen.engine.ir;

import dev.platen.engine.html.Attribute;

/**
 * An attribute of a {@link Node.Tagged}. Where the content is computed and there is no value, the attribute is left out.
 *
 * @param attribute its name, which also decides how the content is made safe
 * @param content its value
 */
public record Attributed(Attribute attribute, Content content) {}

package dev.platen.engine.pattern;

import org.jspecify.annotations.Nullable;

/**
 * A pattern of ECMAScript in the syntax of RE2.
 *
 * @param text the pattern; where it needs what RE2 cannot do, something of the same shape
 * @param objection what RE2 cannot do of it, or what is no ECMAScript
 * @param isEcmaScript whether the objection, if any, is RE2's alone
 */
record Translation(String text, @Nullable String objection, boolean isEcmaScript) {}

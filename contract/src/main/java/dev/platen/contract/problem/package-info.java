/**
 * Why a request was not answered as asked: one closed set of codes and the diagnostics that explain them. Wording for
 * one particular cause belongs to whoever found it.
 */
@NullMarked
package dev.platen.contract.problem;

import org.jspecify.annotations.NullMarked;

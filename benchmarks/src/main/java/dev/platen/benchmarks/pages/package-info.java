/**
 * Pages of typed data: a list of stocks, a dashboard of two hundred nodes, a table of a thousand rows, by every engine in
 * the same markup. Template engines read records; nothing here compares forms.
 */
@NullMarked
package dev.platen.benchmarks.pages;

import org.jspecify.annotations.NullMarked;

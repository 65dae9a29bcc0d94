/**
 * Reads Grafana dashboards: their panels, their expressions and the metrics that these name. What a good dashboard is
 * belongs to the tests.
 */
@NullMarked
package dev.platen.helm.dashboard;

import org.jspecify.annotations.NullMarked;

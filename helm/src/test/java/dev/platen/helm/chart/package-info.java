/** Renders the chart and examines what comes out. What the services themselves do is proved where they live. */
@NullMarked
package dev.platen.helm.chart;

import org.jspecify.annotations.NullMarked;

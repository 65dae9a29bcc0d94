/**
 * A real Prometheus beside running services, and drawings of what dashboards show from it. What must be there is said by tests.
 */
@NullMarked
package dev.platen.helm.live;

import org.jspecify.annotations.NullMarked;

/** Whether the alerts fire when they should, and whether whoever is woken finds a page to read. */
@NullMarked
package dev.platen.helm.alert;

import org.jspecify.annotations.NullMarked;

/**
 * What tests of the operator and of its packaging share: an API server in memory that understands server-side apply and
 * scale subresources, and goldens. No expectations about the operator itself belong here.
 */
@NullMarked
package dev.platen.operator.testing;

import org.jspecify.annotations.NullMarked;

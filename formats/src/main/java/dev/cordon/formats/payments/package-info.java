/**
 * What card processors and payment servers return.
 *
 * <p>Takes: rows. Gives: payments with amounts in minor units and times with their certainty.
 */
@NullMarked
package dev.cordon.formats.payments;

import org.jspecify.annotations.NullMarked;

/**
 * Selectors, names and times in a normal form beside the raw value, for matching only.
 *
 * <p>Takes: values as written, what investigators know (mailbox rules, zones). Gives: normal forms,
 * or none where a value has none. The rules are versioned: {@link
 * dev.cordon.intake.selectors.Normaliser#VERSION}.
 */
@NullMarked
@NamedInterface("selectors")
package dev.cordon.intake.selectors;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

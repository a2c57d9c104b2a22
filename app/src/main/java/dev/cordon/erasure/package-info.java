/**
 * Lawful erasure and restriction: what is destroyed or hidden, by whose decision, and what stays.
 *
 * <p>Takes: an order, entered by the data-protection officer, and a coordinator's approval. Gives:
 * counts of what the order concerns before anything happens; rows hidden from every reader;
 * records, texts, columns and salts destroyed; a certificate that is checked offline. {@code
 * cordon.erasure_rule} says what happens to each table.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"web", "access", "approval", "ledger", "intake", "keys"})
package dev.cordon.erasure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

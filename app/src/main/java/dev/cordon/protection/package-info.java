/**
 * What the law asks of records on persons: the category of each with its history, facts apart from
 * assessments and graded, and clocks after which somebody must ask whether a person's records may
 * stay (Directive (EU) 2016/680 Art. 5 to 7).
 *
 * <p>Takes: confirmed subjects. Gives: categories, statements, the clocks and what was decided when
 * they had run. Use {@code oversight} for what is handed out to persons, {@code erasure} to carry
 * an order out.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"web", "access", "ledger", "resolution"})
package dev.cordon.protection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * Writes the SQL of a model as named steps, once, for every dialect.
 *
 * <p>Takes: a typed model. Gives: plans whose outputs are the tables named in {@link
 * dev.cordon.linkage.plan.Tables}. Engines differ in words through {@link
 * dev.cordon.linkage.plan.Dialect}; what an engine cannot do fails by name.
 */
@NullMarked
package dev.cordon.linkage.plan;

import org.jspecify.annotations.NullMarked;

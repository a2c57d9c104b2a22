/**
 * What a product's tables mean, as data: one YAML file for each product.
 *
 * <p>Takes: YAML files, the columns of a table. Gives: the profile whose shape the columns have.
 * Names of tables and files play no part, so any prefix will do.
 */
@NullMarked
package dev.cordon.formats.profiles;

import org.jspecify.annotations.NullMarked;

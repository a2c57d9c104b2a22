/**
 * Reading the catalogue's files.
 *
 * <p>Takes: the YAML files on the class path. Gives: the catalogue, or the file, line and field
 * that is wrong.
 */
@NullMarked
package dev.cordon.law.internal;

import org.jspecify.annotations.NullMarked;

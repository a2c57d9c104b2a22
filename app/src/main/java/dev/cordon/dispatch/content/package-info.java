/**
 * What is in a package, and the files it becomes. No database, no Spring: the same content gives
 * the same bytes, but for the report, whose setting carries the time it was made.
 *
 * <p>Takes: a {@link PackageContent}. Gives: its payload by path ({@link PackagePayload}). The
 * rules of what may be in it are {@link ThirdPersons} and {@link RecipientProfile}.
 */
@NullMarked
package dev.cordon.dispatch.content;

import org.jspecify.annotations.NullMarked;

/** How fast addresses are placed, beside an ordered join in DuckDB over the same table. */
@NullMarked
package dev.cordon.bench.attribution;

import org.jspecify.annotations.NullMarked;

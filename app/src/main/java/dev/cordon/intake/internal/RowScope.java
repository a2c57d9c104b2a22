package dev.cordon.intake.internal;

import dev.cordon.formats.php.PhpValue;
import org.jspecify.annotations.Nullable;

/** A row, and the PHP value in it a mapping looks at, if it does. */
record RowScope(RowSource row, @Nullable PhpValue php) {}

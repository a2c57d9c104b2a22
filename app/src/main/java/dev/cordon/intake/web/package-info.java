/** The API of sources: files in, balances and rows out. */
@NullMarked
package dev.cordon.intake.web;

import org.jspecify.annotations.NullMarked;

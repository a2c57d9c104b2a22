/** The page of tasks. */
@NullMarked
package dev.cordon.tasks.web;

import org.jspecify.annotations.NullMarked;

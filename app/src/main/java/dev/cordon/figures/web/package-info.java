/** Pages of the figures and of the operation's overview. Takes: figures. Gives: pages. */
@NullMarked
package dev.cordon.figures.web;

import org.jspecify.annotations.NullMarked;

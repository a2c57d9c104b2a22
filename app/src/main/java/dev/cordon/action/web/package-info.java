/**
 * Action days, field reports and the board over HTTP.
 *
 * <p>Takes: plans and reports. Gives: the board, once or as a stream of changes.
 */
@NullMarked
package dev.cordon.action.web;

import org.jspecify.annotations.NullMarked;

/**
 * Pages and routes for what is sent and what comes in.
 *
 * <p>Takes: forms, sealed files, pushes. Gives: pages, sealed files, signed receipts.
 */
@NullMarked
package dev.cordon.correspondence.web;

import org.jspecify.annotations.NullMarked;

/**
 * The pages of oversight.
 *
 * <p>Takes: requests of auditors and data-protection officers. Gives: entries, findings, exports.
 */
@NullMarked
package dev.cordon.oversight.web;

import org.jspecify.annotations.NullMarked;

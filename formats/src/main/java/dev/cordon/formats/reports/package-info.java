/**
 * Reports of phone extractions, as far as they list files: name, size, digests, times, camera.
 *
 * <p>Takes: a report in XML as UFED Physical Analyzer writes it, text as XRY writes it, or a table
 * with a head (CSV, XLSX), as XRY, UFED, AXIOM, Oxygen and others export it. Gives: one {@link
 * ReportFile} for each file it lists. Messages, contacts and calls in it are passed over. Shapes
 * come from public readers; the makers' own descriptions were not seen.
 */
@NullMarked
package dev.cordon.formats.reports;

import org.jspecify.annotations.NullMarked;

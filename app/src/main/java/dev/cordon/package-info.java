/**
 * Cordon's server. A stage is a package; the packages stand in the order of the data.
 *
 * <table>
 * <caption>The way of the data</caption>
 * <tr><th>stage</th><th>takes</th><th>gives</th><th>event</th></tr>
 * <tr><td>intake</td><td>files</td><td>sealed sources, records, quarantine</td><td>SourceSealed, SourceRetaken</td></tr>
 * <tr><td>resolution</td><td>records</td><td>subjects, links, judgements</td><td>SubjectConfirmed</td></tr>
 * <tr><td>attribution</td><td>subjects</td><td>jurisdictions with evidence</td><td>SubjectAttributed</td></tr>
 * <tr><td>deconfliction</td><td>subjects, sites, times</td><td>hit or no hit</td><td>OverlapFound</td></tr>
 * <tr><td>dispatch</td><td>attributed subjects</td><td>packages, outcomes</td><td>PackageDispatched</td></tr>
 * <tr><td>action</td><td>packages</td><td>sites, warrants, measures</td><td>MeasureReported</td></tr>
 * <tr><td>evidence</td><td>seized items</td><td>exhibits, hand-overs</td><td>ExhibitSealed</td></tr>
 * <tr><td>triage</td><td>digests</td><td>media items, matches, queue</td><td></td></tr>
 * <tr><td>figures</td><td>the stages' views</td><td>figures</td><td>FiguresPublished</td></tr>
 * </table>
 *
 * <p>Beside them: law (the catalogue), reference (dated tables of addresses and cards), requests
 * (to providers, and tasks), protection (categories, facts and assessments, clocks), ledger,
 * access, administration (who works here), approval (acts of two persons), erasure, web, demo, run.
 */
@NullMarked
package dev.cordon;

import org.jspecify.annotations.NullMarked;

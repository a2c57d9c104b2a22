/**
 * Which conduct is covered by which provision, where and since when: a catalogue held as data.
 *
 * <p>Takes: one YAML file per jurisdiction, checked when loaded. Gives: coverage of a conduct in a
 * jurisdiction on a date; unknown stays unknown.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"web", "access", "ground"})
package dev.cordon.law;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

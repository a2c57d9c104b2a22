/**
 * A folder of files to proposals without a server: nobody confirms anything here.
 *
 * <p>Takes: a folder and what investigators know. Gives: {@code balance.json}, {@code
 * accounts.csv}, {@code links.csv}, {@code figures.json}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"intake", "reference", "resolution", "attribution"})
package dev.cordon.run;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * Sealed text: threads of chats and posts, opened one at a time with reason and legal basis for a
 * set time, marked without copying a word, locked where privileged, searched for counts only.
 *
 * <p>Takes: the texts intake sealed. Gives: pages to those entitled; nothing leaves from here, and
 * there is no export.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"web", "access", "ledger", "ground", "intake", "keys"})
package dev.cordon.sealedtext;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

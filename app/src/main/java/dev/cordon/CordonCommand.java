package dev.cordon;

import java.util.concurrent.Callable;

/**
 * A command of this jar: annotated with picocli's {@code @Command(name = …)} and listed in {@code
 * META-INF/services/dev.cordon.CordonCommand}. It is found by its name and made only when asked
 * for, so that one command does not load what another needs.
 */
public interface CordonCommand extends Callable<Integer> {}

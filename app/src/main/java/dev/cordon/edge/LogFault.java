package dev.cordon.edge;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.IThrowableProxy;
import java.util.stream.Collectors;

/**
 * A fault with its trace, each line of it set in, so that no line of a fault's message can pass for
 * an entry of the log.
 */
public final class LogFault extends ThrowableProxyConverter {

  /** For the log. */
  public LogFault() {}

  @Override
  protected String throwableProxyToString(IThrowableProxy fault) {
    return super.throwableProxyToString(fault)
        .lines()
        .map(line -> "    " + LogWords.plain(line) + "\n")
        .collect(Collectors.joining());
  }
}

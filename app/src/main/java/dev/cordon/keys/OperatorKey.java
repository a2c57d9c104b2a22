package dev.cordon.keys;

/**
 * The operator's key, under which the data keys of all operations are wrapped.
 *
 * <p>An implementation must bind what it wraps to the context, must refuse what it did not wrap or
 * what was wrapped for another context, and must never show key bytes in a text or an exception.
 */
public interface OperatorKey extends AutoCloseable {

  /** Which key, in words an operator knows; no secret. */
  String name();

  /** What a later start must know to open the same key again; no secret in the clear. */
  OperatorRecord record();

  /** The key, wrapped for this context. */
  byte[] wrap(byte[] key, byte[] context);

  /**
   * The key that was wrapped for this context.
   *
   * @throws KeyException when it was not wrapped by this key or not for this context
   */
  byte[] unwrap(byte[] wrapped, byte[] context);

  /** Forgets what is in memory. */
  @Override
  void close();
}

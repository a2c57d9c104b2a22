package dev.cordon.formats.dumps;

import java.util.function.IntConsumer;

/**
 * Decodes PostgreSQL's text form of bytea, byte by byte: {@code \xDEAD}, or the older form with
 * {@code \377} and {@code \\}.
 */
final class ByteaDecoder {

  private enum State {
    START,
    START_BACKSLASH,
    HEXADECIMAL,
    HEXADECIMAL_LOW,
    ESCAPED,
    BACKSLASH,
    OCTAL_SECOND,
    OCTAL_THIRD,
    BROKEN
  }

  private final IntConsumer bytes;
  private State state = State.START;
  private int value;

  ByteaDecoder(IntConsumer bytes) {
    this.bytes = bytes;
  }

  void accept(int next) {
    state =
        switch (state) {
          case START -> next == '\\' ? State.START_BACKSLASH : plain(next);
          case START_BACKSLASH -> next == 'x' ? State.HEXADECIMAL : backslash(next);
          case HEXADECIMAL -> next <= ' ' ? state : digit(next, 16, 0, State.HEXADECIMAL_LOW);
          case HEXADECIMAL_LOW -> emit(digit(next, 16, value, State.HEXADECIMAL));
          case ESCAPED -> next == '\\' ? State.BACKSLASH : plain(next);
          case BACKSLASH -> backslash(next);
          case OCTAL_SECOND -> digit(next, 8, value, State.OCTAL_THIRD);
          case OCTAL_THIRD -> emit(digit(next, 8, value, State.ESCAPED));
          case BROKEN -> State.BROKEN;
        };
  }

  /** Whether the value ends where one may end. */
  boolean finish() {
    return state == State.START || state == State.HEXADECIMAL || state == State.ESCAPED;
  }

  private State plain(int next) {
    bytes.accept(next);
    return State.ESCAPED;
  }

  private State backslash(int next) {
    return next == '\\' ? plain(next) : digit(next, 8, 0, State.OCTAL_SECOND);
  }

  private State digit(int next, int radix, int before, State then) {
    int digit = Character.digit(next, radix);
    value = before * radix + digit;
    return digit < 0 ? State.BROKEN : then;
  }

  private State emit(State then) {
    if (then != State.BROKEN) {
      bytes.accept(value & 0xFF);
    }
    return then;
  }
}

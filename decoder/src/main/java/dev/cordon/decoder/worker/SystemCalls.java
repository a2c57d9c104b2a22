package dev.cordon.decoder.worker;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Linux's numbers of the system calls a decoder must not make, and the filter of them: a program of
 * classic BPF over {@code struct seccomp_data} (seccomp(2)): number at 0, architecture at 4,
 * arguments of 8 bytes from 16 on.
 *
 * @param architecture AUDIT_ARCH_…
 * @param prctl the call's number
 * @param seccomp the call's number
 * @param openat the call's number; refused with flags that write
 * @param open the call's number, or -1
 * @param cloning the call's number; refused unless it makes a thread
 * @param missing calls that are said not to exist, so that the C library takes an older one whose
 *     arguments a filter can see
 * @param refused calls refused whatever their arguments; the first is the one that makes sockets
 */
record SystemCalls(
    int architecture,
    long prctl,
    long seccomp,
    int openat,
    int open,
    int cloning,
    int[] missing,
    int[] refused) {

  private static final int LOAD = 0x20;
  private static final int JUMP_EQUAL = 0x15;
  private static final int JUMP_ANY_BIT = 0x45;
  private static final int JUMP_AT_LEAST = 0x35;
  private static final int RETURN = 0x06;

  private static final long ALLOW = 0x7fff0000L;
  private static final long REFUSE = 0x00050000L | 1;
  private static final long NOT_THERE = 0x00050000L | 38;
  private static final long KILL = 0x80000000L;

  private static final int NUMBER = 0;
  private static final int ARCHITECTURE = 4;
  private static final int FIRST_ARGUMENT = 16;
  private static final int ARGUMENT_BYTES = 8;

  /** O_WRONLY, O_RDWR, O_CREAT, O_TRUNC and the bit of O_TMPFILE; alike on both architectures. */
  private static final int WRITES = 0x1 | 0x2 | 0x40 | 0x200 | 0x400000;

  private static final int CLONE_THREAD = 0x10000;
  private static final int OTHER_ABI = 0x40000000;

  /** Numbers of this machine's architecture; null where there are none. */
  static @Nullable SystemCalls here() {
    if (!System.getProperty("os.name").equals("Linux")) {
      return null;
    }
    return switch (System.getProperty("os.arch")) {
      case "amd64" -> amd64();
      case "aarch64" -> aarch64();
      default -> null;
    };
  }

  /** arch/x86/entry/syscalls/syscall_64.tbl. */
  private static SystemCalls amd64() {
    return new SystemCalls(
        0xc000003e,
        157,
        317,
        257,
        2,
        56,
        new int[] {435, 437},
        new int[] {
          41, 42, 43, 44, 46, 47, 49, 50, 53, 57, 58, 59, 62, 76, 77, 82, 83, 84, 85, 86, 87, 88,
          90, 91, 92, 93, 94, 101, 132, 133, 155, 161, 165, 166, 175, 188, 189, 190, 197, 198, 199,
          200, 235, 246, 248, 249, 250, 258, 259, 260, 261, 263, 264, 265, 266, 268, 272, 280, 288,
          298, 299, 303, 304, 307, 308, 310, 311, 313, 316, 319, 320, 321, 322, 323, 424, 425, 426,
          427, 428, 429, 430, 431, 432, 434, 438, 442
        });
  }

  /** include/uapi/asm-generic/unistd.h. */
  private static SystemCalls aarch64() {
    return new SystemCalls(
        0xc00000b7,
        167,
        277,
        56,
        -1,
        220,
        new int[] {435, 437},
        new int[] {
          198, 5, 6, 7, 14, 15, 16, 33, 34, 35, 36, 37, 38, 39, 40, 41, 45, 46, 51, 52, 53, 54, 55,
          88, 97, 104, 105, 106, 117, 129, 199, 200, 201, 202, 203, 206, 211, 212, 217, 218, 219,
          221, 224, 225, 242, 241, 243, 264, 265, 268, 269, 270, 271, 273, 276, 279, 280, 281, 282,
          294, 424, 425, 426, 427, 428, 429, 430, 431, 432, 434, 438, 442
        });
  }

  /** The filter; each instruction is code, two jumps and a value in one word. */
  long[] program() {
    List<Long> lines = new ArrayList<>();
    lines.add(line(LOAD, 0, 0, ARCHITECTURE));
    lines.add(line(JUMP_EQUAL, 1, 0, architecture & 0xffffffffL));
    lines.add(line(RETURN, 0, 0, KILL));
    lines.add(line(LOAD, 0, 0, NUMBER));
    lines.add(line(JUMP_AT_LEAST, 0, 1, OTHER_ABI));
    lines.add(line(RETURN, 0, 0, REFUSE));
    for (int call : missing) {
      lines.add(line(JUMP_EQUAL, 0, 1, call));
      lines.add(line(RETURN, 0, 0, NOT_THERE));
    }
    for (int call : refused) {
      if (call != seccomp && call != prctl) {
        lines.add(line(JUMP_EQUAL, 0, 1, call));
        lines.add(line(RETURN, 0, 0, REFUSE));
      }
    }
    lines.addAll(onArgument(openat, 2, WRITES, REFUSE, ALLOW));
    if (open >= 0) {
      lines.addAll(onArgument(open, 1, WRITES, REFUSE, ALLOW));
    }
    lines.addAll(onArgument(cloning, 0, CLONE_THREAD, ALLOW, REFUSE));
    lines.add(line(RETURN, 0, 0, ALLOW));
    return lines.stream().mapToLong(Long::longValue).toArray();
  }

  /** Decides one call by whether any of the bits is set in the low half of an argument. */
  private static List<Long> onArgument(
      int call, int argument, long bits, long whenSet, long otherwise) {
    return List.of(
        line(JUMP_EQUAL, 0, 4, call),
        line(LOAD, 0, 0, FIRST_ARGUMENT + (long) argument * ARGUMENT_BYTES),
        line(JUMP_ANY_BIT, 0, 1, bits),
        line(RETURN, 0, 0, whenSet),
        line(RETURN, 0, 0, otherwise));
  }

  /** struct sock_filter on a little-endian machine. */
  private static long line(int code, int whenTrue, int whenFalse, long value) {
    return code | (long) whenTrue << 16 | (long) whenFalse << 24 | value << 32;
  }
}

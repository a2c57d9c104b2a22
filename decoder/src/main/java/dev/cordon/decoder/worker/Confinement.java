package dev.cordon.decoder.worker;

import java.io.FileOutputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * Takes rights away from this process for good: a seccomp filter over all its threads refuses
 * sockets, new programs and processes, files opened for writing, changes of the file system, and
 * looking into other processes. What it promises is tried afterwards, and only what was refused is
 * reported.
 *
 * <p>Reading files is not refused, since the JVM loads classes; bubblewrap, where it is present,
 * shows the process nothing but what it runs on.
 */
final class Confinement {

  private static final int PR_SET_NO_NEW_PRIVS = 38;
  private static final int SECCOMP_SET_MODE_FILTER = 1;
  private static final int SECCOMP_FILTER_FLAG_TSYNC = 1;

  private static final String NOT_CONFINED = "not confined by the kernel";

  private Confinement() {}

  /** Takes the rights away where this system can; what of it holds, in words. */
  static String enter() {
    SystemCalls calls = SystemCalls.here();
    if (calls == null) {
      return NOT_CONFINED;
    }
    boolean isFiltered = filter(calls);
    return isFiltered && !canConnect(calls) && !canWrite()
        ? "seccomp: no network, no programs, no writing"
        : NOT_CONFINED;
  }

  private static boolean filter(SystemCalls calls) {
    try (Arena arena = Arena.ofConfined()) {
      long[] program = calls.program();
      MemorySegment filter = arena.allocate(ValueLayout.JAVA_LONG, program.length);
      MemorySegment.copy(program, 0, filter, ValueLayout.JAVA_LONG, 0, program.length);
      MemorySegment header = arena.allocate(16, 8);
      header.set(ValueLayout.JAVA_SHORT, 0, (short) program.length);
      header.set(ValueLayout.ADDRESS, 8, filter);
      MethodHandle syscall = syscall();
      long noNew =
          (long) syscall.invokeExact(calls.prctl(), (long) PR_SET_NO_NEW_PRIVS, 1L, 0L, 0L, 0L);
      long set =
          (long)
              syscall.invokeExact(
                  calls.seccomp(),
                  (long) SECCOMP_SET_MODE_FILTER,
                  (long) SECCOMP_FILTER_FLAG_TSYNC,
                  header.address(),
                  0L,
                  0L);
      return noNew == 0 && set == 0;
    } catch (Throwable failed) {
      return false;
    }
  }

  private static MethodHandle syscall() {
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(
        linker.defaultLookup().find("syscall").orElseThrow(),
        FunctionDescriptor.of(
            ValueLayout.JAVA_LONG,
            ValueLayout.JAVA_LONG,
            ValueLayout.JAVA_LONG,
            ValueLayout.JAVA_LONG,
            ValueLayout.JAVA_LONG,
            ValueLayout.JAVA_LONG,
            ValueLayout.JAVA_LONG),
        Linker.Option.firstVariadicArg(1));
  }

  /** Asks the kernel itself: the JDK's classes do not load where sockets are refused. */
  private static boolean canConnect(SystemCalls calls) {
    try {
      long socket = (long) syscall().invokeExact((long) calls.refused()[0], 2L, 1L, 0L, 0L, 0L);
      return socket >= 0;
    } catch (Throwable failed) {
      return true;
    }
  }

  private static boolean canWrite() {
    try (FileOutputStream stream = new FileOutputStream("/dev/null")) {
      return stream.getFD().valid();
    } catch (IOException refused) {
      return false;
    }
  }
}

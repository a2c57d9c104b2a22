package dev.cordon.intake.internal;

import dev.cordon.formats.sheets.WorkbookSource;
import dev.cordon.formats.sqlite.RandomBytes;
import dev.cordon.formats.sqlite.SqliteLimits;
import java.io.IOException;
import java.io.InputStream;

/** The bytes of an archive's member, which can be read once; else they are held in memory. */
record MemberBytes(InputStream stream) implements PartBytes {

  @Override
  public RandomBytes random() throws IOException {
    return RandomBytes.inMemory(stream, memoryLimit());
  }

  @Override
  public WorkbookSource again() throws IOException {
    RandomBytes held = random();
    return () -> new RandomStream(held);
  }

  /** How many bytes may be held in memory: a quarter of it. */
  static long memoryLimit() {
    return Math.min(SqliteLimits.STANDARD.memoryBytes(), Runtime.getRuntime().maxMemory() / 4);
  }
}

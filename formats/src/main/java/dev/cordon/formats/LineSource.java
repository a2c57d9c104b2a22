package dev.cordon.formats;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Gives a stream line by line, with exact positions. */
public interface LineSource {

  /** The next line, or null at the end. */
  BoundedLines.@Nullable Line next() throws IOException;
}

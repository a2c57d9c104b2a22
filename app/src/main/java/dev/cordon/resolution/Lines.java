package dev.cordon.resolution;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The lines of a small table. */
final class Lines {

  private Lines() {}

  static List<String> of(String name, InputStream in) {
    try {
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines().toList();
    } catch (UncheckedIOException failure) {
      throw new UncheckedIOException("the table " + name + " cannot be read", failure.getCause());
    }
  }
}

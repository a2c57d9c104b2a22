package dev.cordon.attribution;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * How often each strength was right on data whose truth is known. It says how good the rules are,
 * and nothing of any person.
 *
 * @param rules the version that was measured
 * @param measuredOn the day
 * @param data each set with its name
 */
public record Measured(String rules, String measuredOn, List<Data> data) {

  /** One set of data. */
  public record Data(String name, List<Row> rows) {

    /** Copies the list. */
    public Data {
      rows = List.copyOf(rows);
    }
  }

  /**
   * What became of the accounts of a strength.
   *
   * @param stated for how many a country was proposed
   * @param right for how many it was the true one
   */
  public record Row(EvidenceStrength strength, int accounts, int stated, int right) {

    /** Refuses counts that do not fit. */
    public Row {
      if (right > stated || stated > accounts || right < 0) {
        throw new IllegalArgumentException("more right than stated, or more stated than there are");
      }
    }
  }

  /** Copies the list. */
  public Measured {
    data = List.copyOf(data);
  }

  /** What was measured of the shipped rules. */
  public static Measured shipped() {
    try (InputStream in = Measured.class.getResourceAsStream("measured.yaml")) {
      if (in == null) {
        throw new IllegalStateException("this build lacks dev/cordon/attribution/measured.yaml");
      }
      return YAMLMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build()
          .readValue(in, Measured.class);
    } catch (IOException failure) {
      throw new UncheckedIOException("what was measured cannot be read", failure);
    }
  }
}

package dev.cordon.dispatch;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Which package, in one version. */
public record PackageId(@JsonValue UUID value) {

  /** A new one. */
  public static PackageId random() {
    return new PackageId(UUID.randomUUID());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}

package dev.cordon;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;

/**
 * What runs, without tests: neither those of a module nor the pictures one module's tests lend to
 * others.
 */
public final class NoTests implements ImportOption {

  private final ImportOption own = new ImportOption.DoNotIncludeTests();

  @Override
  public boolean includes(Location location) {
    return own.includes(location) && !location.contains("-tests.jar");
  }
}

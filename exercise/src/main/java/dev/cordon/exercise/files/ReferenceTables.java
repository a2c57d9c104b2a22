package dev.cordon.exercise.files;

import dev.cordon.exercise.cast.Country;
import dev.cordon.exercise.platform.Bin;
import dev.cordon.exercise.platform.Subnetwork;
import dev.cordon.exercise.platform.World;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Writes ip-country.csv and bin-country.csv. */
public final class ReferenceTables {
  private ReferenceTables() {}

  /** Writes both tables. */
  public static void write(World world, Path folder, Manifest manifest) {
    try (TextFile out = new TextFile(folder.resolve("ip-country.csv"))) {
      out.text("range_start,range_end,country,kind\n");
      long rows = 0;
      for (Subnetwork each : world.network().all()) {
        String range = Subnetwork.dotted(each.first()) + ',' + Subnetwork.dotted(each.last());
        out.text(range + ',' + each.country() + ',' + each.kind().label() + '\n');
        rows++;
      }
      for (Country country : world.countries().all()) {
        int block = country.number() + 1;
        String first = String.format(Locale.ROOT, "2001:db8:%x::", block << 8);
        String last =
            String.format(Locale.ROOT, "2001:db8:%x:ffff:ffff:ffff:ffff:ffff", block << 8 | 0x7f);
        out.text(first + ',' + last + ',' + country.code() + ",residential\n");
        rows++;
      }
      out.close();
      manifest.file(out, Map.of("rows", rows));
    }
    try (TextFile out = new TextFile(folder.resolve("bin-country.csv"))) {
      out.text("bin,country,brand,funding,issuer\n");
      for (Bin bin : world.cards().bins()) {
        out.text(
            String.join(",", bin.digits(), bin.country(), bin.brand(), bin.funding(), bin.issuer())
                + '\n');
      }
      out.close();
      manifest.file(out, Map.of("rows", (long) world.cards().bins().size()));
    }
  }
}

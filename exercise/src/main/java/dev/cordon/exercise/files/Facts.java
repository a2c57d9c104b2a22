package dev.cordon.exercise.files;

import dev.cordon.exercise.cast.Names;
import dev.cordon.exercise.platform.Clock;
import dev.cordon.exercise.platform.World;
import java.nio.file.Path;
import java.util.Map;

/** Writes operation.yaml (what investigators know) and README.md (what each file is). */
public final class Facts {
  private Facts() {}

  /** Writes both files. */
  public static void write(World world, Path folder, Manifest manifest) {
    try (TextFile out = new TextFile(folder.resolve("operation.yaml"))) {
      out.text(operation());
      out.close();
      manifest.file(out, Map.of());
    }
    try (TextFile out = new TextFile(folder.resolve("README.md"))) {
      out.text(readme(world));
      out.close();
      manifest.file(out, Map.of());
    }
  }

  private static String operation() {
    return """
    # What the investigators know about this operation and its sources; everything else has to be found in the files.
    operation:
      name: Exercise Passworks
      authority: Exercise Police of Denmark, Cybercrime Unit
      legal_basis: exercise order 17/2024
      purpose: online-child-sexual-exploitation
      seized_at: 2024-11-20
      review: 2025-05-20
      end: 2026-11-20
    sources:            # zone: what a time without an offset means; sources that carry their own offset or are UTC need none
      shop.sql.gz:           {zone: SERVER}
      forum.sql.gz:          {zone: SERVER}
      crypto-invoices.csv:   {zone: INVOICES}
    mailboxes:
      ignore_dots: [DOTS]
      ignore_plus: [DOTS, PLUS]
      disposable:  [DISPOSABLE]
    reference:
      ip_country: ip-country.csv
      bin_country: bin-country.csv
    """
        .replace("SERVER", Clock.SERVER.getId())
        .replace("INVOICES", Clock.INVOICES.getId())
        .replace("DISPOSABLE", Names.DISPOSABLE)
        .replace("DOTS", Names.IGNORES_DOTS_AND_PLUS)
        .replace("PLUS", Names.IGNORES_PLUS);
  }

  private static String readme(World world) {
    return """
    # An invented seized platform, for training (size SIZE, seed SEED)

    Everything here is invented. There is no offending content: forum texts are placeholders, products are neutral
    passes. E-mail domains are from RFC 2606 space, addresses from SPACE and 2001:db8::/32, telephone numbers and
    card BINs belong to nobody, wallets cannot be paid to.

    The platform sold passes to members. Its servers were taken over on 2024-11-20. Server time zone: SERVER.

    | file | what it is | times |
    |---|---|---|
    | shop.sql.gz | mysqldump (MySQL 8.0) of the shop: WordPress with WooCommerce, orders in the wc_orders tables (HPOS), table prefix wpk_ | *_gmt columns, wc_orders, user_registered: UTC; post_date, comment_date, order_stats.date_created: local; wflogins.ctime: unix time |
    | forum.sql.gz | mysqldump (MariaDB 10.11) of the board: phpBB 3.3, table prefix bb3_; names and texts hold HTML entities | unix time |
    | access.log.gz | nginx combined format from one of two front ends; two days are missing | local time with offset |
    | card-processor.csv | the card processor's return: two exports one after the other, the second with another delimiter; amounts in the currency's minor unit (ISK has none) | UTC |
    | crypto-invoices.csv | invoice export of the payment server | LOCAL time of its own clock (INVOICES), no offset |
    | provider-return.json | a mail provider's answer for some mailboxes | UTC |
    | ip-country.csv | country and kind of connection of address ranges (not listed: unknown) | |
    | bin-country.csv | country and kind of card of a BIN | |
    | operation.yaml | what the investigators know | |
    | MANIFEST.json | checksums, rows of every table and file, planted malformed and duplicate rows | |

    Known about mail providers: DOTS ignores dots in the local part; DOTS and PLUS ignore what follows a plus sign;
    at all others every spelling is a mailbox of its own. Letter case never matters. DISPOSABLE is a disposable-mail
    service.
    """
        .replace("SIZE", world.extent().label())
        .replace("SEED", Long.toString(world.seed()))
        .replace(
            "SPACE",
            world.extent().wide() ? "198.18.0.0/15, 100.64.0.0/10, 240.0.0.0/4" : "198.18.0.0/15")
        .replace("SERVER", Clock.SERVER.getId())
        .replace("INVOICES", Clock.INVOICES.getId())
        .replace("DISPOSABLE", Names.DISPOSABLE)
        .replace("DOTS", Names.IGNORES_DOTS_AND_PLUS)
        .replace("PLUS", Names.IGNORES_PLUS);
  }
}

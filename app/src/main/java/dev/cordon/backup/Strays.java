package dev.cordon.backup;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What lies in a place of backups and is no part of one: nothing reads it, somebody put it there.
 */
final class Strays {

  private static final int MOST_NAMED = 10;
  private static final Pattern KNOWN =
      Pattern.compile(
          "lock|cordon-backups(?:\\.draft)?|drafts/object|objects/([0-9a-f]{2})/\\1[0-9a-f]{62}"
              + "|backups/[0-9TZ-]+/(statement|manifest|keys\\.json)"
              + "|backups/[0-9TZ-]+\\.unfinished/(statement|manifest|keys\\.json)(\\.draft)?");

  private Strays() {}

  /** Names them, at most {@value #MOST_NAMED}. */
  static List<String> in(BackupPlace place) throws IOException {
    List<String> strays = new ArrayList<>();
    Files.walkFileTree(
        place.root(),
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes found) {
            String name = place.root().relativize(file).toString().replace('\\', '/');
            if ((!KNOWN.matcher(name).matches() || !found.isRegularFile())
                && strays.size() < MOST_NAMED) {
              strays.add(
                  name.replaceAll("\\p{Cntrl}", "?")
                      + (found.isSymbolicLink() ? ": a link" : ": no part of a backup"));
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return strays;
  }
}

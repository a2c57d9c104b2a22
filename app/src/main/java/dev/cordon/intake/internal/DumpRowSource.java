package dev.cordon.intake.internal;

import dev.cordon.formats.dumps.DumpRow;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Shows a dump's row to the mappings; a value that holds media is never shown. */
final class DumpRowSource implements RowSource {

  private final boolean holdsMedia;
  private @Nullable DumpRow row;
  private @Nullable String[] texts = new @Nullable String[64];
  private boolean[] known = new boolean[64];

  DumpRowSource(boolean holdsMedia) {
    this.holdsMedia = holdsMedia;
  }

  void show(DumpRow next) {
    row = next;
    if (next.size() > known.length) {
      texts = new @Nullable String[next.size()];
      known = new boolean[next.size()];
    }
    Arrays.fill(known, 0, next.size(), false);
  }

  @Override
  public @Nullable String text(int column) {
    DumpRow shown = row;
    if (shown == null || column >= shown.size()) {
      return null;
    }
    if (!known[column]) {
      known[column] = true;
      texts[column] = isMedia(shown, column) ? null : shown.text(column);
    }
    return texts[column];
  }

  @Override
  public byte @Nullable [] bytes(int column) {
    DumpRow shown = row;
    boolean none = shown == null || column >= shown.size() || isMedia(shown, column);
    return none || shown == null ? null : shown.bytes(column);
  }

  @Override
  public long length(int column) {
    DumpRow shown = row;
    return shown == null || column >= shown.size() ? 0 : shown.length(column);
  }

  private boolean isMedia(DumpRow shown, int column) {
    return holdsMedia && shown.media(column) != null;
  }
}

package dev.cordon.hashing.exhibits;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/**
 * The files of a disk image, volume by volume, those deleted after those that are not.
 *
 * <p>Archives among them are opened where their names say that they are some: to look into each
 * file would start each program twice.
 *
 * <p>Known limits: what The Sleuth Kit 4 reads (raw, split raw, E01, VMDK, VHD; NTFS, FAT, exFAT,
 * ext, HFS+, APFS, ISO 9660, UFS, YAFFS2); no VHDX, QCOW2, AD1, AFF4, no encrypted volumes, no
 * files carved from free space. A broken file system may list the same content without an end:
 * content at one address is read so many times and no more, and the caps end the rest.
 */
final class ImageExhibit {

  /** Hard links are listed again and rightly so; a file system in circles goes on for ever. */
  private static final int MOST_AT_ONE_ADDRESS = 64;

  /** Sixteen terabytes: what claims more is garbage. */
  private static final long MOST_FILE_BYTES = 1L << 44;

  private static final int MOST_ADDRESSES = 4_000_000;

  private final Sleuthkit image;
  private final Hasher hasher;
  private final Caps caps;
  private final Sink sink;
  private boolean goesOn = true;
  private long listed;

  ImageExhibit(Path path, Hasher hasher, Caps caps, Sink sink) {
    this.image = new Sleuthkit(path);
    this.hasher = hasher;
    this.caps = caps;
    this.sink = sink;
  }

  /**
   * Walks.
   *
   * @param expected told how many files are listed, once a second listing beside has counted them
   */
  void walk(LongConsumer expected) throws IOException {
    List<Partition> found = image.partitions();
    List<Partition> partitions =
        found.isEmpty() ? List.of(new Partition(0, 0, "the whole image")) : found;
    count(partitions, expected);
    for (Partition partition : partitions) {
      if (goesOn) {
        volume(partition);
      }
    }
  }

  /** Lists everything once more in a thread of its own: names alone are quick to list. */
  private void count(List<Partition> partitions, LongConsumer expected) {
    Thread.ofPlatform()
        .daemon()
        .name("count-places")
        .start(() -> {
          long[] files = new long[1];
          try {
            for (Partition partition : partitions) {
              image.files(
                  partition.offset(),
                  line -> {
                    files[0] +=
                        ListedFile.of(line).filter(ListedFile::isRegular).isPresent() ? 1 : 0;
                    return files[0] < caps.items();
                  });
            }
            expected.accept(files[0]);
          } catch (IOException | RuntimeException unknown) {
            // Without a count no remaining time is told.
            expected.accept(0);
          }
        });
  }

  private void volume(Partition partition) throws IOException {
    Volume volume = new Volume(partition.offset());
    boolean isRead = image.files(partition.offset(), volume::line);
    if (!isRead && volume.files == 0) {
      sink.remark(
          "the volume at sector "
              + partition.offset()
              + " has no file system that could be read (it may be empty, encrypted or of an unknown"
              + " kind)");
    } else if (!isRead && goesOn) {
      sink.remark("the volume at sector " + partition.offset() + " could not be listed to its end");
    }
    volume.remarks();
  }

  /** One volume's listing. */
  private final class Volume {

    private final long offset;
    private final Map<String, Integer> met = new HashMap<>();
    private long files;
    private long odd;
    private long tooDeep;
    private long repeated;

    Volume(long offset) {
      this.offset = offset;
    }

    boolean line(String line) {
      ListedFile file = ListedFile.of(line).orElse(null);
      if (file == null) {
        odd++;
        return odd < caps.items();
      }
      if (!file.isRegular()) {
        return true;
      }
      files++;
      sink.reached(++listed);
      if (file.depth() > caps.depth()) {
        tooDeep++;
        return tooDeep < caps.items();
      }
      if (isInCircles(file)) {
        repeated++;
        return repeated < caps.items();
      }
      String place = "sector %d address %s number %d".formatted(offset, file.address(), files);
      goesOn = sink.found(find(file, place));
      boolean isOpened =
          goesOn
              && file.isNamedAsArchive()
              && !file.isReallocated()
              && file.size() <= MOST_FILE_BYTES;
      if (isOpened) {
        ArchiveExhibit archive = new ArchiveExhibit(hasher, caps, sink);
        goesOn = image.archive(offset, file, archive, place);
      }
      return goesOn;
    }

    private boolean isInCircles(ListedFile file) {
      if (met.size() >= MOST_ADDRESSES) {
        return false;
      }
      return met.merge(file.address(), 1, Integer::sum) > MOST_AT_ONE_ADDRESS;
    }

    private Find find(ListedFile file, String place) {
      if (file.isReallocated()) {
        return Find.unread(
            place, file.name(), true, "deleted, and its place belongs to another file by now");
      }
      if (file.size() > MOST_FILE_BYTES) {
        return Find.unread(
            place,
            file.name(),
            file.isDeleted(),
            "it claims %d bytes; at most %d are read of a file"
                .formatted(file.size(), MOST_FILE_BYTES));
      }
      return Find.of(
          place, file.name(), file.isDeleted(), () -> image.hashes(hasher, offset, file));
    }

    void remarks() {
      remark(tooDeep, "files deeper than " + caps.depth() + " folders were left out");
      remark(
          repeated,
          "further listings of files met "
              + MOST_AT_ONE_ADDRESS
              + " times were left out: the file"
              + " system goes in circles");
      remark(odd, "lines of the listing could not be read");
    }

    private void remark(long count, String what) {
      if (count > 0) {
        sink.remark("%d %s (volume at sector %d)".formatted(count, what, offset));
      }
    }
  }
}

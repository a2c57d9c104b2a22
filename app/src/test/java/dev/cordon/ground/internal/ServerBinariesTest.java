package dev.cordon.ground.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** No entry of an archive gets out of the folder it is unpacked into. */
class ServerBinariesTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {"../escaped", "bin/../../escaped", "/escaped/../../escaped", "./", "bin/.."})
  void entryThatLeavesTheFolder_isRefused(String name) throws IOException {
    byte[] archive = archive(file(name, "x"));

    assertThatThrownBy(() -> unpack(archive)).isInstanceOf(IOException.class);
    assertNothingLeft();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/etc/passwd", "../outside", "bin/../../outside"})
  void linkThatLeavesTheFolder_isRefused(String target) throws IOException {
    byte[] archive = archive(link("link", target));

    assertThatThrownBy(() -> unpack(archive)).hasMessageContaining("leaves the folder");
    assertNothingLeft();
  }

  @Test
  void fileThroughALink_staysInside() throws IOException {
    unpack(archive(link("lib/b", "../a"), file("a", "text")));

    assertThat(folder.resolve("programs/a")).hasContent("text");
    assertThat(Files.readString(folder.resolve("programs/lib/b"))).isEqualTo("text");
  }

  @Test
  void deviceAndHardLink_areRefused() throws IOException {
    TarArchiveEntry device = new TarArchiveEntry("device", TarConstants.LF_CHR);
    TarArchiveEntry hard = new TarArchiveEntry("hard", TarConstants.LF_LINK);
    hard.setLinkName("/etc/passwd");
    for (TarArchiveEntry entry : List.of(device, hard)) {
      byte[] archive = archive(new Member(entry, new byte[0]));
      assertThatThrownBy(() -> unpack(archive)).isInstanceOf(IOException.class);
    }
    assertNothingLeft();
  }

  private record Member(TarArchiveEntry entry, byte[] bytes) {}

  private static Member file(String name, String text) {
    TarArchiveEntry entry = new TarArchiveEntry(name, true);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    entry.setSize(name.endsWith("/") ? 0 : bytes.length);
    return new Member(entry, name.endsWith("/") ? new byte[0] : bytes);
  }

  private static Member link(String name, String target) {
    TarArchiveEntry entry = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
    entry.setLinkName(target);
    return new Member(entry, new byte[0]);
  }

  private static byte[] archive(Member... members) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream out =
        new TarArchiveOutputStream(new XZOutputStream(bytes, new LZMA2Options(0)))) {
      for (Member member : members) {
        out.putArchiveEntry(member.entry());
        out.write(member.bytes());
        out.closeArchiveEntry();
      }
    }
    return bytes.toByteArray();
  }

  private void unpack(byte[] archive) throws IOException {
    ServerBinaries.unpackWhole(new ByteArrayInputStream(archive), folder.resolve("programs"));
  }

  private void assertNothingLeft() throws IOException {
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }
}

package dev.cordon.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;

/** A source as the vault holds it; decrypted while read, never on a disk. */
final class SealedOriginal implements Original {

  private final Vault vault;
  private final String sha256;
  private final RecordPermission permission;

  SealedOriginal(Vault vault, String sha256, RecordPermission permission) {
    this.vault = vault;
    this.sha256 = sha256;
    this.permission = permission;
  }

  @Override
  public InputStream open() throws IOException {
    return vault.openSource(sha256, permission);
  }

  @Override
  public SeekableByteChannel channel() throws IOException {
    return vault.openChannel(sha256, permission);
  }

  @Override
  public long sizeBytes() throws IOException {
    try (SeekableByteChannel channel = channel()) {
      return channel.size();
    }
  }

  @Override
  public String toString() {
    return "the sealed source " + sha256;
  }
}

package dev.cordon.linkage;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Ids of clusters that are the same bytes whenever the same records fall together. */
public final class ClusterIds {

  private static final int DIGITS = 16;

  private ClusterIds() {}

  /** The id of the cluster whose smallest member has this key. */
  public static String of(String smallestMember) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(smallestMember.getBytes(StandardCharsets.UTF_8));
      return "C-" + HexFormat.of().formatHex(digest).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException failure) {
      throw new LinkageException("this Java has no SHA-256", failure);
    }
  }
}

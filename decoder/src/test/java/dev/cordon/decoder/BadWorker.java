package dev.cordon.decoder;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.net.ServerSocket;
import java.util.Random;

/** A decoder that misbehaves in the way its argument names. */
final class BadWorker {

  private BadWorker() {}

  public static void main(String[] arguments) throws Exception {
    DataOutputStream out = new DataOutputStream(System.out);
    hello(out, arguments[0].equals("probe") ? probe() : "none");
    DataInputStream in = new DataInputStream(System.in);
    in.readNBytes(30);
    switch (arguments[0]) {
      case "hang" -> Thread.sleep(1_000_000);
      case "memory" -> eat(out);
      case "garbage" -> {
        byte[] garbage = new byte[100_000];
        new Random(1).nextBytes(garbage);
        out.write(garbage);
        out.flush();
        Thread.sleep(1_000_000);
      }
      case "long" -> {
        out.writeByte('F');
        out.writeInt(Integer.MAX_VALUE);
        out.write(new byte[1 << 20]);
        Thread.sleep(1_000_000);
      }
      case "flood" -> flood(out);
      case "reread" -> reread(in, out);
      default -> throw new IllegalArgumentException(arguments[0]);
    }
  }

  private static void hello(DataOutputStream out, String isolation) throws IOException {
    out.writeByte('H');
    out.writeInt(4 + 2 + isolation.length());
    out.writeInt(Wire.VERSION);
    out.writeUTF(isolation);
    out.flush();
  }

  private static void eat(DataOutputStream out) throws IOException {
    Arena arena = Arena.global();
    long bytes = 0;
    try {
      while (bytes < 64L << 30) {
        arena.allocate(64 << 20).fill((byte) 1);
        bytes += 64 << 20;
      }
    } finally {
      String said = "stopped after " + (bytes >> 20) + " MB";
      out.writeByte('X');
      out.writeInt(2 + said.length());
      out.writeUTF(said);
      out.flush();
    }
  }

  /** Frames without an end, each of them well-formed. */
  private static void flood(DataOutputStream out) throws IOException {
    for (long number = 0; ; number++) {
      java.io.ByteArrayOutputStream body = new java.io.ByteArrayOutputStream();
      Wire.frame(
          new DataOutputStream(body),
          new DecodedFrame(
              number,
              0,
              1,
              1,
              "f",
              "p",
              new dev.cordon.kernel.perceptual.PdqHash(
                  new dev.cordon.kernel.hamming.Code256(0, 0, 0, 0), 1),
              java.util.List.of()));
      out.writeByte('F');
      out.writeInt(body.size());
      body.writeTo(out);
    }
  }

  private static void reread(DataInputStream in, DataOutputStream out) throws IOException {
    while (true) {
      out.writeByte('R');
      out.writeInt(12);
      out.writeLong(0);
      out.writeInt(1);
      out.flush();
      in.readNBytes(in.readInt());
    }
  }

  private static String probe() {
    StringBuilder can = new StringBuilder();
    try (FileOutputStream file = new FileOutputStream("/var/tmp/cordon-decoder-probe")) {
      file.write(1);
      can.append("writes ");
    } catch (IOException refused) {
      can.append("");
    }
    try (ServerSocket socket = new ServerSocket(0);
        java.net.Socket far = new java.net.Socket("192.0.2.1", 9)) {
      can.append("connects ");
    } catch (IOException refused) {
      can.append("");
    }
    can.append(new java.io.File("/etc/hostname").exists() ? "reads " : "");
    return can.append("end").toString();
  }
}

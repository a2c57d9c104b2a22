package dev.cordon.bench;

/**
 * PDQ's blur as its Java reference lays it out, whole planes and one value at a time: what the fast
 * filter is measured beside. The kernel's tests hold another plain one against every bit.
 */
final class ReferenceFilter {

  private ReferenceFilter() {}

  /** Blurs the plane in place; returns one value, so that nothing is left out as useless. */
  static float blur(float[] plane, int width, int height) {
    float[] rows = new float[plane.length];
    for (int pass = 0; pass < 2; pass++) {
      for (int row = 0; row < height; row++) {
        box(plane, rows, row * width, 1, width);
      }
      for (int column = 0; column < width; column++) {
        box(rows, plane, column, width, height);
      }
    }
    return plane[plane.length / 2];
  }

  private static void box(float[] in, float[] out, int start, int stride, int length) {
    int size = (length + 127) / 128;
    int ahead = (size + 2) / 2 - 1;
    float sum = 0;
    for (int step = 0; step < length + ahead; step++) {
      if (step < length) {
        sum += in[start + step * stride];
      }
      if (step >= size) {
        sum -= in[start + (step - size) * stride];
      }
      if (step >= ahead) {
        int count = Math.min(step, length - 1) - Math.max(0, step - size + 1) + 1;
        out[start + (step - ahead) * stride] = sum / count;
      }
    }
  }
}

package dev.cordon.kernel.perceptual;

/**
 * PDQ's 64 by 64 points written down step by step, whole planes and one value at a time: the oracle
 * of the fast filter.
 */
final class PlainPdq {

  private PlainPdq() {}

  static float[] points(float[] plane, int width, int height) {
    float[] values = plane.clone();
    for (int pass = 0; pass < 2; pass++) {
      float[] rows = new float[values.length];
      for (int row = 0; row < height; row++) {
        box(values, rows, row * width, 1, width);
      }
      for (int column = 0; column < width; column++) {
        box(rows, values, column, width, height);
      }
    }
    float[] points = new float[64 * 64];
    for (int i = 0; i < 64; i++) {
      int row = (int) ((i + 0.5) * height / 64);
      for (int j = 0; j < 64; j++) {
        points[i * 64 + j] = values[row * width + (int) ((j + 0.5) * width / 64)];
      }
    }
    return points;
  }

  private static void box(float[] in, float[] out, int start, int stride, int length) {
    int window = (length + 127) / 128;
    int half = (window + 2) / 2;
    int left = 0;
    int right = 0;
    int write = 0;
    int held = 0;
    float sum = 0;
    while (write < length) {
      if (right < length) {
        sum += in[start + right * stride];
        right++;
        held++;
      }
      if (held > window || (right == length && write + half > length)) {
        sum -= in[start + left * stride];
        left++;
        held--;
      }
      if (right >= half) {
        out[start + write * stride] = sum / held;
        write++;
      }
    }
  }
}

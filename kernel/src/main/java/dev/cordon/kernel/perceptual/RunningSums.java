package dev.cordon.kernel.perceptual;

import dev.cordon.kernel.perceptual.JaroszFilter.Window;

/**
 * Running sums along rows: of one row, or of four at once, which keeps four independent chains of
 * additions under way. Both do the same additions in the same order.
 */
final class RunningSums {

  private RunningSums() {}

  /** The sum of the box at each place. */
  static void ofRow(float[] in, float[] out, Window window) {
    float sum = 0;
    for (int step = 0; step < window.length + window.ahead; step++) {
      if (step < window.length) {
        sum += in[step];
      }
      if (step >= window.size) {
        sum -= in[step - window.size];
      }
      if (step >= window.ahead) {
        out[step - window.ahead] = sum;
      }
    }
  }

  /** The sums of four rows of the same length. */
  static void ofFourRows(
      float[][] in, float[] out0, float[] out1, float[] out2, float[] out3, Window window) {
    float[] in0 = in[0];
    float[] in1 = in[1];
    float[] in2 = in[2];
    float[] in3 = in[3];
    float sum0 = 0;
    float sum1 = 0;
    float sum2 = 0;
    float sum3 = 0;
    int ahead = window.ahead;
    int size = window.size;
    for (int step = 0; step < ahead; step++) {
      sum0 += in0[step];
      sum1 += in1[step];
      sum2 += in2[step];
      sum3 += in3[step];
    }
    for (int step = ahead; step < size; step++) {
      sum0 += in0[step];
      sum1 += in1[step];
      sum2 += in2[step];
      sum3 += in3[step];
      out0[step - ahead] = sum0;
      out1[step - ahead] = sum1;
      out2[step - ahead] = sum2;
      out3[step - ahead] = sum3;
    }
    for (int step = size; step < window.length; step++) {
      sum0 += in0[step];
      sum1 += in1[step];
      sum2 += in2[step];
      sum3 += in3[step];
      sum0 -= in0[step - size];
      sum1 -= in1[step - size];
      sum2 -= in2[step - size];
      sum3 -= in3[step - size];
      out0[step - ahead] = sum0;
      out1[step - ahead] = sum1;
      out2[step - ahead] = sum2;
      out3[step - ahead] = sum3;
    }
    for (int step = window.length; step < window.length + ahead; step++) {
      sum0 -= in0[step - size];
      sum1 -= in1[step - size];
      sum2 -= in2[step - size];
      sum3 -= in3[step - size];
      out0[step - ahead] = sum0;
      out1[step - ahead] = sum1;
      out2[step - ahead] = sum2;
      out3[step - ahead] = sum3;
    }
  }

  /** The means at the given places, which rise. */
  static void sampleRow(float[] in, float[] out, int[] places, Window window) {
    float sum = 0;
    int step = 0;
    for (int place = 0; place < places.length; place++) {
      int end = places[place] + window.ahead + 1;
      for (; step < end; step++) {
        if (step < window.length) {
          sum += in[step];
        }
        if (step >= window.size) {
          sum -= in[step - window.size];
        }
      }
      out[place] = sum / window.count(step - 1);
    }
  }

  /** The means at the given places of four rows of the same length. */
  static void sampleFourRows(float[][] in, float[][] out, int[] places, Window window) {
    float[] in0 = in[0];
    float[] in1 = in[1];
    float[] in2 = in[2];
    float[] in3 = in[3];
    float sum0 = 0;
    float sum1 = 0;
    float sum2 = 0;
    float sum3 = 0;
    int size = window.size;
    int step = 0;
    for (int place = 0; place < places.length; place++) {
      int end = places[place] + window.ahead + 1;
      for (; step < Math.min(end, size); step++) {
        sum0 += in0[step];
        sum1 += in1[step];
        sum2 += in2[step];
        sum3 += in3[step];
      }
      for (; step < Math.min(end, window.length); step++) {
        sum0 += in0[step];
        sum1 += in1[step];
        sum2 += in2[step];
        sum3 += in3[step];
        sum0 -= in0[step - size];
        sum1 -= in1[step - size];
        sum2 -= in2[step - size];
        sum3 -= in3[step - size];
      }
      for (; step < end; step++) {
        sum0 -= in0[step - size];
        sum1 -= in1[step - size];
        sum2 -= in2[step - size];
        sum3 -= in3[step - size];
      }
      int count = window.count(step - 1);
      out[0][place] = sum0 / count;
      out[1][place] = sum1 / count;
      out[2][place] = sum2 / count;
      out[3][place] = sum3 / count;
    }
  }
}

package dev.cordon.kernel.perceptual;

/**
 * Blurs a picture with two passes of a box filter along rows and columns and samples it at 64 by 64
 * points.
 *
 * <pre>
 * Source: the PDQ Java reference (github.com/facebook/ThreatExchange, pdq/java), which cites
 * W. Jarosz, "Fast Image Convolutions", 2001.
 *
 * What the bits depend on. Each box is a running sum in single precision: add the value that enters,
 * then subtract the one that leaves. Such a sum carries its rounding errors along the whole line, so
 * another order gives other bits. This class does the same additions in the same order.
 *
 * What it leaves out. The reference computes four whole planes. Of the fourth (columns) only 64 by 64
 * values are used, of the third (rows) therefore only 64 columns, though their sums must run over
 * every value. So the third pass writes 64 values a row and the fourth runs over 64 columns.
 *
 * How it runs. The rows come in bands. The first pass takes a band's rows together, because one
 * running sum alone waits for each addition; the second adds whole rows to one sum per column, which
 * the compiler turns into vector instructions; rows needed again lie in a ring of one window. Memory
 * is a window of rows, not the picture: (height/128 + 9) * width values.
 * </pre>
 */
final class JaroszFilter {

  /** Points in each direction. */
  static final int SIZE = 64;

  private static final int BAND = 4;
  private static final int WINDOWS_PER_SIDE = 128;

  private final Luma luma;
  private final int width;
  private final int height;
  private final Window alongRows;
  private final Window alongColumns;
  private final int[] sampledColumns;
  private final int[] sampledRows;

  private final float[][] input;
  private final float[][] blurred;
  private final float[][] ring;
  private final float[] sums;
  private final float[][] pointRing;
  private final float[] pointSums = new float[SIZE];
  private final float[] points = new float[SIZE * SIZE];

  private int blurredRows;
  private int pointRows;
  private int sampled;

  JaroszFilter(Luma luma) {
    this.luma = luma;
    width = luma.width();
    height = luma.height();
    alongRows = new Window(width);
    alongColumns = new Window(height);
    sampledColumns = centres(width);
    sampledRows = centres(height);
    input = new float[BAND][width];
    blurred = new float[BAND][width];
    ring = new float[alongColumns.size + BAND][width];
    sums = new float[width];
    pointRing = new float[alongColumns.size + 1][SIZE];
  }

  /** The 64 by 64 points, row after row. */
  float[] points() {
    int row = 0;
    while (row < height) {
      int count = Math.min(BAND, height - row);
      for (int each = 0; each < count; each++) {
        luma.read(row + each, input[each]);
      }
      firstPass(row, count);
      for (int each = 0; each < count; each++) {
        secondPass(row + each);
      }
      row += count;
    }
    for (int step = height; step < height + alongColumns.ahead; step++) {
      secondPass(step);
    }
    thirdPass();
    for (int step = height; step < height + alongColumns.ahead; step++) {
      fourthPass(step);
    }
    return points;
  }

  private void firstPass(int row, int count) {
    float[] out0 = ringRow(row);
    if (count < BAND) {
      for (int each = 0; each < count; each++) {
        float[] out = ringRow(row + each);
        RunningSums.ofRow(input[each], out, alongRows);
        alongRows.divide(out);
      }
      return;
    }
    RunningSums.ofFourRows(
        input, out0, ringRow(row + 1), ringRow(row + 2), ringRow(row + 3), alongRows);
    for (int each = 0; each < BAND; each++) {
      alongRows.divide(ringRow(row + each));
    }
  }

  /** Takes the row into the sums of the columns, and gives a row of them once enough are in. */
  private void secondPass(int step) {
    if (step < height) {
      add(sums, ringRow(step), width);
    }
    if (step >= alongColumns.size) {
      subtract(sums, ringRow(step - alongColumns.size), width);
    }
    if (step < alongColumns.ahead) {
      return;
    }
    divide(sums, blurred[blurredRows], alongColumns.count(step), width);
    blurredRows++;
    if (blurredRows == BAND) {
      thirdPass();
    }
  }

  private void thirdPass() {
    if (blurredRows == BAND) {
      float[][] outs = new float[BAND][SIZE];
      RunningSums.sampleFourRows(blurred, outs, sampledColumns, alongRows);
      for (float[] out : outs) {
        takePoints(out);
      }
    } else {
      for (int each = 0; each < blurredRows; each++) {
        float[] out = new float[SIZE];
        RunningSums.sampleRow(blurred[each], out, sampledColumns, alongRows);
        takePoints(out);
      }
    }
    blurredRows = 0;
  }

  private void takePoints(float[] row) {
    pointRing[pointRows % pointRing.length] = row;
    fourthPass(pointRows);
    pointRows++;
  }

  private void fourthPass(int step) {
    if (step < height) {
      add(pointSums, pointRing[step % pointRing.length], SIZE);
    }
    if (step >= alongColumns.size) {
      subtract(pointSums, pointRing[(step - alongColumns.size) % pointRing.length], SIZE);
    }
    while (sampled < SIZE && sampledRows[sampled] == step - alongColumns.ahead) {
      int count = alongColumns.count(step);
      for (int column = 0; column < SIZE; column++) {
        points[sampled * SIZE + column] = pointSums[column] / count;
      }
      sampled++;
    }
  }

  private float[] ringRow(int row) {
    return ring[row % ring.length];
  }

  private static void add(float[] sums, float[] values, int count) {
    for (int place = 0; place < count; place++) {
      sums[place] += values[place];
    }
  }

  private static void subtract(float[] sums, float[] values, int count) {
    for (int place = 0; place < count; place++) {
      sums[place] -= values[place];
    }
  }

  private static void divide(float[] sums, float[] quotients, float divisor, int count) {
    for (int place = 0; place < count; place++) {
      quotients[place] = sums[place] / divisor;
    }
  }

  private static int[] centres(int length) {
    int[] places = new int[SIZE];
    for (int point = 0; point < SIZE; point++) {
      places[point] = (int) ((2L * point + 1) * length / (2 * SIZE));
    }
    return places;
  }

  /**
   * The box over a line of {@code length} values. In step {@code t} value {@code t} enters, value
   * {@code t - size} leaves, and the result at place {@code t - ahead} is the sum over the count of
   * what is in it.
   */
  static final class Window {
    final int length;
    final int size;
    final int ahead;

    Window(int length) {
      this.length = length;
      this.size = (int) (((long) length + WINDOWS_PER_SIDE - 1) / WINDOWS_PER_SIDE);
      this.ahead = (size + 2) / 2 - 1;
    }

    /** How many values the box holds after this step. */
    int count(int step) {
      return Math.min(step, length - 1) - Math.max(0, step - size + 1) + 1;
    }

    /** Turns the sums of a line into means. */
    void divide(float[] line) {
      int full = Math.min(size - 1 - ahead, length);
      int fullEnd = Math.max(full, length - ahead);
      for (int place = 0; place < full; place++) {
        line[place] /= count(place + ahead);
      }
      float whole = size;
      for (int place = full; place < fullEnd; place++) {
        line[place] /= whole;
      }
      for (int place = fullEnd; place < length; place++) {
        line[place] /= count(place + ahead);
      }
    }
  }
}

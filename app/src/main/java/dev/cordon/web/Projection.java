package dev.cordon.web;

/** From degrees to a place on the sheet; both keep areas true. */
enum Projection {
  /** Equal Earth (Savric, Patterson, Jenny 2018), 960 wide. */
  EQUAL_EARTH {
    @Override
    double[] project(double[] degrees) {
      double theta = Math.asin(Math.sqrt(3) / 2 * Math.sin(Math.toRadians(degrees[1])));
      double square = theta * theta;
      double sixth = square * square * square;
      double x =
          2
              * Math.sqrt(3)
              * Math.toRadians(degrees[0])
              * Math.cos(theta)
              / (3 * (A1 + 3 * A2 * square + sixth * (7 * A3 + 9 * A4 * square)));
      double y = theta * (A1 + A2 * square + sixth * (A3 + A4 * square));
      return new double[] {480 + x * 177, 233 - y * 177};
    }
  },
  /** Lambert's azimuthal equal-area about 54 degrees north, 12 east: the usual sheet of Europe. */
  EUROPE {
    @Override
    double[] project(double[] degrees) {
      double turn = Math.toRadians(degrees[0] - 11);
      double north = Math.toRadians(degrees[1]);
      double centre = Math.toRadians(54);
      double near =
          1
              + Math.sin(centre) * Math.sin(north)
              + Math.cos(centre) * Math.cos(north) * Math.cos(turn);
      double k = Math.sqrt(2 / near);
      double x = k * Math.cos(north) * Math.sin(turn);
      double y =
          k
              * (Math.cos(centre) * Math.sin(north)
                  - Math.sin(centre) * Math.cos(north) * Math.cos(turn));
      return new double[] {322 + x * 830, 272 - y * 830};
    }
  };

  private static final double A1 = 1.340264;
  private static final double A2 = -0.081106;
  private static final double A3 = 0.000893;
  private static final double A4 = 0.003796;

  /** The place of a longitude and latitude in degrees. */
  abstract double[] project(double[] degrees);
}

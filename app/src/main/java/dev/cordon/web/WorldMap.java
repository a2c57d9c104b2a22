package dev.cordon.web;

import dev.cordon.CordonException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The shapes of the map, projected once when the server starts: the world and, larger, Europe.
 *
 * <p>The shapes are Natural Earth's, see {@code map/README.md}. Both projections keep areas true,
 * so that a large country does not look like a large number.
 */
@Component
public class WorldMap {

  /** A country as drawn: its outline and where its number stands. */
  public record Shape(String path, double labelX, double labelY, boolean tiny) {}

  /**
   * One picture of the map.
   *
   * @param address of the file of its shapes: {@code #land} is all of it, {@code #DK} a country
   * @param shapes countries by code
   */
  public record Sheet(String address, Map<String, Shape> shapes, String viewBox) {

    /** Where the outline of a country is. */
    public String address(String country) {
      return address + "#" + country;
    }
  }

  private record Label(double x, double y, double area) {}

  private static final double TINY_AREA = 45;

  /** Where the middle of the outline is not where a reader looks for the number. */
  private static final Map<String, double[]> LABELS =
      Map.ofEntries(
          Map.entry("NO", new double[] {9.3, 61.2}),
          Map.entry("SE", new double[] {15.3, 62.3}),
          Map.entry("FI", new double[] {26.3, 63.3}),
          Map.entry("FR", new double[] {2.5, 46.8}),
          Map.entry("GB", new double[] {-1.6, 52.9}),
          Map.entry("HR", new double[] {16.4, 45.55}),
          Map.entry("AT", new double[] {14.6, 47.6}),
          Map.entry("DK", new double[] {9.4, 56.2}),
          Map.entry("NL", new double[] {5.4, 52.6}),
          Map.entry("BE", new double[] {4.3, 50.6}),
          Map.entry("US", new double[] {-98.5, 39.5}));

  private final Sheet world;
  private final Sheet europe;

  /** Reads the shapes the program brings. */
  public WorldMap() {
    Map<String, List<List<double[]>>> rings = read();
    world = sheet("world", rings, Projection.EQUAL_EARTH, 10, "20 4 930 416");
    europe = sheet("europe", europeanOnly(rings), Projection.EUROPE, 5, "75 22 440 522");
  }

  /** The whole world, small. */
  public Sheet world() {
    return world;
  }

  /** Europe, larger. */
  public Sheet europe() {
    return europe;
  }

  /**
   * Whether the larger picture shows this country, so that the world need not repeat its number.
   */
  public boolean inEurope(String country) {
    Shape shape = europe.shapes().get(country);
    return shape != null
        && shape.labelX() > 75
        && shape.labelX() < 515
        && shape.labelY() > 22
        && shape.labelY() < 544;
  }

  private static Map<String, List<List<double[]>>> read() {
    Map<String, List<List<double[]>>> rings = new TreeMap<>();
    try (InputStream shapes = WorldMap.class.getResourceAsStream("/map/countries.geojson")) {
      if (shapes == null) {
        throw new CordonException(
            "map/countries.geojson is missing from the program; build it again");
      }
      for (JsonNode feature : JsonMapper.shared().readTree(shapes).get("features")) {
        List<List<double[]>> country =
            rings.computeIfAbsent(feature.get("id").asString(), code -> new ArrayList<>());
        for (JsonNode polygon : feature.get("geometry").get("coordinates")) {
          polygon.forEach(ring -> country.add(points(ring)));
        }
      }
    } catch (IOException failure) {
      throw new CordonException("map/countries.geojson cannot be read", failure);
    }
    return rings;
  }

  private static List<double[]> points(JsonNode ring) {
    List<double[]> points = new ArrayList<>(ring.size());
    ring.forEach(
        point -> points.add(new double[] {point.get(0).asDouble(), point.get(1).asDouble()}));
    return points;
  }

  private static Map<String, List<List<double[]>>> europeanOnly(
      Map<String, List<List<double[]>>> rings) {
    Map<String, List<List<double[]>>> near = new HashMap<>();
    rings.forEach((code, country) -> {
      List<List<double[]>> kept =
          country.stream().filter(ring -> ring.stream().anyMatch(WorldMap::isNear)).toList();
      if (!kept.isEmpty()) {
        near.put(code, kept);
      }
    });
    return near;
  }

  private static boolean isNear(double[] point) {
    return point[0] > -27 && point[0] < 48 && point[1] > 32 && point[1] < 74;
  }

  private static Sheet sheet(
      String name,
      Map<String, List<List<double[]>>> rings,
      Projection projection,
      int tenths,
      String viewBox) {
    Map<String, Shape> shapes = new TreeMap<>();
    rings.forEach((code, country) -> shapes.put(code, shape(code, country, projection, tenths)));
    return new Sheet("/assets/map/" + name + ".svg", shapes, viewBox);
  }

  private static Shape shape(
      String code, List<List<double[]>> country, Projection projection, int tenths) {
    StringBuilder path = new StringBuilder();
    Label largest = new Label(0, 0, -1);
    for (List<double[]> ring : country) {
      List<double[]> drawn = ring.stream().map(projection::project).toList();
      append(path, drawn, tenths);
      Label label = middle(drawn);
      largest = label.area() > largest.area() ? label : largest;
    }
    double[] fixed = LABELS.get(code);
    double[] at =
        fixed == null ? new double[] {largest.x(), largest.y()} : projection.project(fixed);
    return new Shape(path.toString(), at[0], at[1], largest.area() < TINY_AREA);
  }

  // Places are rounded to what the eye can see at the size the sheet is drawn.
  private static void append(StringBuilder path, List<double[]> ring, int tenths) {
    long lastX = Long.MIN_VALUE;
    long lastY = Long.MIN_VALUE;
    char command = 'M';
    for (double[] point : ring) {
      long x = Math.round(point[0] * 10 / tenths) * tenths;
      long y = Math.round(point[1] * 10 / tenths) * tenths;
      if (x != lastX || y != lastY) {
        path.append(command).append(tenth(x)).append(',').append(tenth(y));
        command = 'L';
      }
      lastX = x;
      lastY = y;
    }
    path.append('Z');
  }

  private static String tenth(long tenths) {
    return tenths % 10 == 0
        ? Long.toString(tenths / 10)
        : String.format(Locale.ROOT, "%.1f", tenths / 10.0);
  }

  /** The centre of gravity of a ring and its area. */
  private static Label middle(List<double[]> ring) {
    double area = 0;
    double x = 0;
    double y = 0;
    for (int i = 0; i < ring.size() - 1; i++) {
      double[] from = ring.get(i);
      double[] to = ring.get(i + 1);
      double cross = from[0] * to[1] - to[0] * from[1];
      area += cross;
      x += (from[0] + to[0]) * cross;
      y += (from[1] + to[1]) * cross;
    }
    return area == 0
        ? new Label(ring.getFirst()[0], ring.getFirst()[1], 0)
        : new Label(x / (3 * area), y / (3 * area), Math.abs(area / 2));
  }
}

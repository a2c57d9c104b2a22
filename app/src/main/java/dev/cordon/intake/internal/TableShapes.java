package dev.cordon.intake.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The tables of a dump by their shape: finds those that may hold the same rows. */
final class TableShapes {

  private static final class Shape {

    private final String columns;
    private boolean hasKey;
    private int declared;

    Shape(String columns) {
      this.columns = columns;
    }
  }

  private final Map<String, Shape> shapes = new LinkedHashMap<>();

  void declared(String table, List<String> columns, boolean hasKey) {
    Shape shape = shapes.computeIfAbsent(table, name -> new Shape(signature(columns)));
    shape.hasKey |= hasKey;
    shape.declared++;
  }

  /** A table declared before has a key after all. */
  void keyed(String table) {
    Shape shape = shapes.get(table);
    if (shape != null) {
      shape.hasKey = true;
    }
  }

  void used(String table, List<String> columns) {
    shapes.computeIfAbsent(table, name -> new Shape(signature(columns)));
  }

  /**
   * The tables that may repeat each other's rows, each with its group: of one shape, and one
   * without a key (a copy by SELECT) or one's name within the other's (a backup); or one table
   * declared twice.
   */
  Map<String, String> groups() {
    Map<String, String> groups = new HashMap<>();
    List<Map.Entry<String, Shape>> all = new ArrayList<>(shapes.entrySet());
    for (int index = 0; index < all.size(); index++) {
      String name = all.get(index).getKey();
      Shape shape = all.get(index).getValue();
      if (shape.declared > 1) {
        groups.putIfAbsent(name, name);
      }
      for (int other = 0; other < index; other++) {
        String otherName = all.get(other).getKey();
        Shape otherShape = all.get(other).getValue();
        boolean sameShape = shape.columns.equals(otherShape.columns) && !shape.columns.isEmpty();
        if (sameShape && related(name, shape, otherName, otherShape)) {
          String group = groups.computeIfAbsent(otherName, first -> first);
          groups.putIfAbsent(name, group);
        }
      }
    }
    return groups;
  }

  private static boolean related(String name, Shape shape, String other, Shape otherShape) {
    boolean copy = shape.hasKey != otherShape.hasKey;
    return copy || bare(name).contains(bare(other)) || bare(other).contains(bare(name));
  }

  /** Without the database. */
  private static String bare(String name) {
    return name.substring(name.indexOf('.') + 1);
  }

  private static String signature(List<String> columns) {
    return String.join(",", new TreeSet<>(columns));
  }
}

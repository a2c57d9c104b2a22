package dev.cordon.linkage.model;

import dev.cordon.linkage.LinkageException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** A node of a model file with the path people find it by. */
record Place(String path, JsonNode node) {

  boolean isMissing() {
    return node.isMissingNode() || node.isNull();
  }

  Place at(String name) {
    return new Place(
        path + ", " + name, node.isObject() ? node.path(name) : MissingNode.getInstance());
  }

  void only(String... names) {
    if (isMissing()) {
      return;
    }
    if (!node.isObject()) {
      throw wrong("is not a list of settings");
    }
    Set<String> known = Set.of(names);
    for (String name : node.propertyNames()) {
      if (!known.contains(name)) {
        throw wrong("has the unknown setting " + name);
      }
    }
  }

  String text(String name) {
    Place place = at(name);
    if (place.isMissing()) {
      throw wrong("lacks " + name);
    }
    return place.scalar();
  }

  String text(String name, String otherwise) {
    Place place = at(name);
    return place.isMissing() ? otherwise : place.scalar();
  }

  long number(String name, long otherwise) {
    Place place = at(name);
    if (place.isMissing()) {
      return otherwise;
    }
    if (!place.node.isIntegralNumber() || !place.node.canConvertToLong()) {
      throw place.wrong("is not a whole number");
    }
    return place.node.asLong();
  }

  double decimal(String name, double otherwise) {
    Place place = at(name);
    if (place.isMissing()) {
      return otherwise;
    }
    double value = place.node.isNumber() ? place.node.asDouble() : Double.NaN;
    if (!Double.isFinite(value)) {
      throw place.wrong("is not a number");
    }
    return value;
  }

  boolean truth(String name) {
    Place place = at(name);
    if (!place.isMissing() && !place.node.isBoolean()) {
      throw place.wrong("is neither true nor false");
    }
    return !place.isMissing() && place.node.asBoolean();
  }

  <E extends Enum<E>> E constant(String name, Class<E> type, E otherwise) {
    Place place = at(name);
    if (place.isMissing()) {
      return otherwise;
    }
    String word = place.scalar();
    for (E constant : type.getEnumConstants()) {
      if (constant.name().toLowerCase(Locale.ROOT).equals(word)) {
        return constant;
      }
    }
    throw place.wrong("does not know '" + word + "'");
  }

  List<String> texts(String name) {
    return at(name).texts();
  }

  /** One text or a list of texts. */
  List<String> texts() {
    if (isMissing()) {
      return List.of();
    }
    return node.isArray() ? items(Place::scalar) : List.of(scalar());
  }

  <T> List<T> each(String name, Function<Place, T> reader) {
    Place place = at(name);
    if (place.isMissing()) {
      return List.of();
    }
    if (!place.node.isArray()) {
      throw place.wrong("is not a list");
    }
    return place.items(reader);
  }

  <T> T checked(Supplier<T> maker) {
    try {
      return maker.get();
    } catch (PlacedException placed) {
      throw placed;
    } catch (LinkageException failure) {
      throw wrong(String.valueOf(failure.getMessage()), failure);
    }
  }

  LinkageException wrong(String what) {
    return new PlacedException(path + ": " + what, new LinkageException(what));
  }

  private LinkageException wrong(String what, LinkageException cause) {
    return new PlacedException(path + ": " + what, cause);
  }

  private <T> List<T> items(Function<Place, T> reader) {
    List<T> result = new ArrayList<>();
    for (int index = 0; index < node.size(); index++) {
      result.add(reader.apply(new Place(path + " " + (index + 1), node.get(index))));
    }
    return result;
  }

  private String scalar() {
    if (!node.isValueNode() || isMissing()) {
      throw wrong("is not one text");
    }
    return node.asString();
  }

  /** A failure that already says where. */
  private static final class PlacedException extends LinkageException {
    private static final long serialVersionUID = 1L;

    PlacedException(String message, LinkageException cause) {
      super(message, cause);
    }
  }
}

package dev.cordon.figures.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Values worked out lately, up to a number; the longest unused is forgotten first. Thread-safe. */
final class Remembered<K, V> {

  private final Map<K, V> values;

  Remembered(int most) {
    this.values =
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > most;
          }
        };
  }

  /** The value of a key, worked out if it is not known; two readers may work out the same. */
  V get(K key, Supplier<V> work) {
    synchronized (values) {
      V known = values.get(key);
      if (known != null) {
        return known;
      }
    }
    V fresh = work.get();
    synchronized (values) {
      values.put(key, fresh);
    }
    return fresh;
  }
}

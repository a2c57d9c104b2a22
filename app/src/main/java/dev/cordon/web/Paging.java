package dev.cordon.web;

import dev.cordon.Page;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Where a list stands: which page of how many rows, and the address that leads to the others.
 *
 * @param number the page shown, from 1
 * @param total rows in the whole list
 * @param path the list's address without its query
 * @param filters what narrows the list; kept in every address
 * @param parameter the page's name in the address, for pages with two lists
 */
public record Paging(
    int number, long total, String path, Map<String, String> filters, String parameter) {

  public Paging {
    number = Math.max(1, number);
    filters = Map.copyOf(filters);
  }

  /** The only list of its page. */
  public Paging(int number, long total, String path, Map<String, String> filters) {
    this(number, total, path, filters, "page");
  }

  /** The place of a page of a list. */
  public static Paging of(Page<?> page, String path, Map<String, String> filters) {
    return new Paging(page.number(), page.total(), path, filters);
  }

  private static long offset(int number) {
    return Page.offset(number);
  }

  public int pages() {
    return (int) Math.max(1, Math.ceilDiv(total, Page.SIZE));
  }

  /** The place of the first row shown, from 1. */
  public long first() {
    return Math.min(total, offset(number) + 1L);
  }

  /** The place of the last row shown. */
  public long last() {
    return Math.min(total, offset(number) + Page.SIZE);
  }

  public boolean hasPrevious() {
    return number > 1;
  }

  public boolean hasNext() {
    return number < pages();
  }

  /** The address of another page of the same list. */
  public String link(int page) {
    Map<String, String> query = new LinkedHashMap<>();
    filters.entrySet().stream()
        .filter(filter -> !filter.getValue().isBlank())
        .sorted(Map.Entry.comparingByKey())
        .forEach(filter -> query.put(filter.getKey(), filter.getValue()));
    if (page > 1) {
      query.put(parameter, Integer.toString(page));
    }
    if (query.isEmpty()) {
      return path;
    }
    return query.entrySet().stream()
        .map(entry ->
            entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&", path + "?", ""));
  }
}

package dev.cordon.intake.internal;

import dev.cordon.formats.Position;
import dev.cordon.formats.archives.ArchiveMember;
import dev.cordon.formats.archives.MemberFinding;
import dev.cordon.formats.profiles.Profiles;
import dev.cordon.formats.sheets.SheetHandler;
import dev.cordon.formats.sheets.SheetRow;
import dev.cordon.formats.sheets.Workbook;
import dev.cordon.formats.sheets.WorkbookLimits;
import dev.cordon.intake.Balance;
import dev.cordon.intake.DuplicateIndex;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a workbook, each sheet a table. Nothing is calculated, nothing embedded is read. */
public final class WorkbookReader implements SourceReader, SheetHandler {

  private static final int LONGEST_NAME = 64;
  private static final int MOST_REMARKS = 50;

  private final Part part;
  private final Profiles profiles;
  private final DuplicateIndex duplicates;
  private final Map<String, SheetTable> sheets = new LinkedHashMap<>();
  private final List<String> notes = new ArrayList<>();
  private SheetTable open;
  private int unsaid;
  private boolean isCut;

  /** For one part, looked through before. */
  public WorkbookReader(Part part, Profiles profiles, DuplicateIndex duplicates) {
    this.part = part;
    this.profiles = profiles;
    this.duplicates = duplicates;
    this.open = new SheetTable(part, "workbook", profiles, duplicates);
  }

  @Override
  public List<String> read(PartBytes bytes) throws IOException {
    Workbook.read(bytes.again(), WorkbookLimits.STANDARD, this)
        .ifPresent(damage -> {
          isCut = true;
          notes.add(part.title() + " " + damage + "; what came before is kept and counted");
        });
    sheets.values().forEach(SheetTable::finish);
    if (unsaid > 0) {
      notes.add(part.title() + ": and " + unsaid + " further remarks of that kind");
    }
    return notes;
  }

  @Override
  public void sheet(String name, boolean isHidden) {
    String table = unused(plain(name));
    open = new SheetTable(part, table, profiles, duplicates);
    sheets.put(table, open);
    if (isHidden) {
      remark("sheet " + table + " is hidden; it is read like others");
    }
  }

  @Override
  public void row(SheetRow row) {
    open.row(row);
  }

  /** A row's line is its number as the program shows it. */
  @Override
  public void broken(String sheet, long number, Position position, String reason) {
    isCut |= number == 0;
    open.broken(new Position(position.byteOffset(), number, position.lengthBytes()), reason);
    if (sheets.isEmpty()) {
      sheets.put("workbook", open);
    }
  }

  @Override
  public void remark(String remark) {
    String said = part.title() + ": " + remark;
    if (notes.size() >= MOST_REMARKS) {
      unsaid++;
    } else if (!notes.contains(said)) {
      notes.add(said);
    }
  }

  /** Told in the first pass already, which keeps the workbook from being copied. */
  @Override
  public void media(ArchiveMember member, MemberFinding finding) {}

  @Override
  public List<Balance> balances() {
    return sheets.entrySet().stream()
        .map(entry -> entry.getValue().balance(part.line(entry.getKey()), "sheet row"))
        .toList();
  }

  @Override
  public boolean isReference() {
    return !sheets.isEmpty() && sheets.values().stream().allMatch(SheetTable::isReference);
  }

  @Override
  public boolean isCut() {
    return isCut;
  }

  @Override
  public String form() {
    Set<String> products = new LinkedHashSet<>();
    sheets.values().stream()
        .map(SheetTable::product)
        .filter(product -> !product.isEmpty())
        .forEach(products::add);
    return products.isEmpty() ? "workbook" : "workbook (" + String.join(", ", products) + ")";
  }

  private String plain(String name) {
    StringBuilder plain = new StringBuilder();
    name.codePoints()
        .filter(letter -> !Character.isISOControl(letter))
        .filter(letter -> Character.getType(letter) != Character.FORMAT)
        .limit(LONGEST_NAME)
        .forEach(plain::appendCodePoint);
    return plain.toString().isBlank() ? "sheet " + (sheets.size() + 1) : plain.toString();
  }

  private String unused(String name) {
    String unused = name;
    for (int count = 2; sheets.containsKey(unused); count++) {
      unused = name + "#" + count;
    }
    return unused;
  }
}

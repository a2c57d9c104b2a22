package dev.cordon.formats.lists;

import dev.cordon.formats.Position;
import java.util.List;
import java.util.Set;

/**
 * A row of a list.
 *
 * @param position where it stands in its file
 * @param hashes those this software computes itself; at most one of a kind
 * @param vendorHashes those it cannot compute
 * @param category the number or letters as they stand, empty for none; they mean something only
 *     together with the national profile of their file
 * @param claims what else the list says
 * @param isWithdrawn whether a delta takes the row back
 */
public record ListEntry(
    Position position,
    List<ListedHash> hashes,
    List<VendorHash> vendorHashes,
    String category,
    Set<ListClaim> claims,
    boolean isWithdrawn) {}

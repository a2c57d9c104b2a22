package dev.cordon.triage.web;

import dev.cordon.access.Area;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.triage.DigestImport;
import dev.cordon.triage.Inventories;
import dev.cordon.triage.InventoryGroups;
import dev.cordon.triage.InventoryMatches;
import dev.cordon.triage.InventoryNames;
import dev.cordon.triage.InventorySummary;
import dev.cordon.triage.PerceptualCodes;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What {@code ./cordon triage} wrote, part by part, as it comes: from programs, and from a browser
 * whose script sends each file as it is. None is spooled to disk.
 */
@NeedToKnow(Area.TRIAGE)
@RestController
@RequestMapping({"/api/operations/{operation}", "/operations/{operation}"})
class InventoryUpload {

  private static final String LINES = "application/x-ndjson";

  private final Inventories inventories;
  private final InventoryNames names;
  private final PerceptualCodes codes;
  private final InventoryMatches matches;
  private final InventoryGroups groups;
  private final InventorySummary summaries;

  InventoryUpload(
      Inventories inventories,
      InventoryNames names,
      PerceptualCodes codes,
      InventoryMatches matches,
      InventoryGroups groups,
      InventorySummary summaries) {
    this.inventories = inventories;
    this.names = names;
    this.codes = codes;
    this.matches = matches;
    this.groups = groups;
    this.summaries = summaries;
  }

  @PostMapping(value = "/exhibits/{exhibit}/inventory", consumes = LINES)
  DigestImport inventory(
      @PathVariable UUID operation, @PathVariable UUID exhibit, HttpServletRequest request)
      throws IOException {
    return inventories.take(new OperationId(operation), exhibit, request.getInputStream());
  }

  @PostMapping(value = "/inventories/{inventory}/names", consumes = LINES)
  DigestImport names(
      @PathVariable UUID operation, @PathVariable UUID inventory, HttpServletRequest request)
      throws IOException {
    return names.take(new OperationId(operation), inventory, request.getInputStream());
  }

  @NeedToKnow(Area.PERCEPTUAL_CODES)
  @PostMapping(value = "/inventories/{inventory}/codes", consumes = LINES)
  DigestImport codes(
      @PathVariable UUID operation, @PathVariable UUID inventory, HttpServletRequest request)
      throws IOException {
    return codes.take(new OperationId(operation), inventory, request.getInputStream());
  }

  @PostMapping(value = "/inventories/{inventory}/series", consumes = LINES)
  DigestImport series(
      @PathVariable UUID operation, @PathVariable UUID inventory, HttpServletRequest request)
      throws IOException {
    return groups.takeSeries(new OperationId(operation), inventory, request.getInputStream());
  }

  @PostMapping(value = "/inventories/{inventory}/groups", consumes = LINES)
  DigestImport groups(
      @PathVariable UUID operation, @PathVariable UUID inventory, HttpServletRequest request)
      throws IOException {
    return groups.takeGroups(new OperationId(operation), inventory, request.getInputStream());
  }

  @PostMapping(value = "/inventories/{inventory}/summary", consumes = LINES)
  DigestImport summary(
      @PathVariable UUID operation, @PathVariable UUID inventory, HttpServletRequest request)
      throws IOException {
    return summaries.take(new OperationId(operation), inventory, request.getInputStream());
  }

  @NeedToKnow(Area.HASH_LISTS)
  @PostMapping(value = "/inventories/{inventory}/matches", consumes = LINES)
  DigestImport matches(
      @PathVariable UUID operation, @PathVariable UUID inventory, HttpServletRequest request)
      throws IOException {
    return matches.take(new OperationId(operation), inventory, request.getInputStream());
  }
}

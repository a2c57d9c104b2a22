package dev.cordon.erasure;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A certificate as its reader sees it.
 *
 * @param sha256 of the statement
 * @param entry the ledger's entry that commits to it
 * @param happened what happened to each class of data
 * @param sources rows of the sealed originals by source, table and state
 * @param remains what remains, where and until when
 */
public record Certificate(
    String sha256,
    String entry,
    String certifiedBy,
    Instant certifiedAt,
    List<Map<String, Object>> happened,
    List<Map<String, Object>> sources,
    List<Map<String, Object>> remains) {}

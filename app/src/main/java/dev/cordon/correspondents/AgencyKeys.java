package dev.cordon.correspondents;

import dev.cordon.access.AgencyId;
import dev.cordon.access.OperationId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The directory of other agencies' keys, for whoever seals and whoever checks. Each question is
 * asked under the caller's rights.
 */
@Service
@Transactional(readOnly = true)
public class AgencyKeys {

  private final JdbcClient jdbc;

  AgencyKeys(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The age recipients that what goes to an agency is sealed to: those of its keys that were
   * compared over a second channel and are in use; several while one follows another. Empty when
   * there is none: then nothing goes there.
   */
  public List<String> sealingKeys(OperationId operation, AgencyId peer) {
    return of(operation, peer).stream()
        .filter(key -> key.state() == PeerKey.State.VERIFIED)
        .map(PeerKey::ageRecipient)
        .distinct()
        .toList();
  }

  /** The keys of one agency, the newest first. */
  public List<PeerKey> of(OperationId operation, AgencyId peer) {
    return jdbc.sql(CorrespondentSql.OF_PEER)
        .param("operation", operation.value())
        .param("peer", peer.value())
        .query(PeerRows::key)
        .list();
  }

  /** Every key of every agency, trusted or not, so that a refusal can say whose it is. */
  public List<PeerKey> all(OperationId operation) {
    return jdbc.sql(CorrespondentSql.ALL)
        .param("operation", operation.value())
        .query(PeerRows::key)
        .list();
  }

  /** One key. */
  public Optional<PeerKey> find(OperationId operation, UUID key) {
    return jdbc.sql(CorrespondentSql.FIND)
        .param("operation", operation.value())
        .param("key", key)
        .query(PeerRows::key)
        .optional();
  }

  /** How an agency's server is reached, if anybody said so. */
  public Optional<Road> road(OperationId operation, AgencyId peer) {
    return jdbc.sql(CorrespondentSql.ROAD)
        .param("operation", operation.value())
        .param("peer", peer.value())
        .query(PeerRows::road)
        .optional();
  }
}

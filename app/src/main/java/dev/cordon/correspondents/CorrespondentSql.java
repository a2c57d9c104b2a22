package dev.cordon.correspondents;

/** The statements of this package. */
final class CorrespondentSql {

  static final String AGENCY = "select name, country from cordon.agency where id = :agency";

  static final String LEAD =
      """
      select a.id, a.name, a.country from cordon.operation o join cordon.agency a on a.id = o.lead_agency_id
      where o.id = :operation
      """;

  static final String ANNOUNCE =
      """
      insert into cordon.correspondent_key (id, operation_id, agency_id, peer_id, note_key, age_recipient, peer_operation,
        peer_sender, our_id_there, address, announced_words, announced_by)
      values (:id, :operation, (select o.lead_agency_id from cordon.operation o where o.id = :operation), :peer, :noteKey, :ageRecipient, cast(:peerOperation as uuid), cast(:peerSender as uuid),
        cast(:ourId as uuid), :address, :words, :member)
      on conflict (operation_id, note_key) do nothing
      """;

  static final String ACT =
      """
      insert into cordon.correspondent_key_act (id, key_id, operation_id, agency_id, announced_by, act, words, spoken_with, acted_by)
      select :id, k.id, k.operation_id, k.agency_id, k.announced_by, :act, :words, :spokenWith, :member
      from cordon.correspondent_key k where k.operation_id = :operation and k.id = :key
      on conflict (key_id, act) do nothing
      """;

  private static final String KEYS =
      """
      select k.*, a.name as peer_name, m.display_name as announced_by_name, v.display_name as verified_by_name
      from cordon.correspondent_key_state k
      left join cordon.agency a on a.id = k.peer_id
      left join cordon.member m on m.id = k.announced_by
      left join cordon.member v on v.id = k.verified_by
      where k.operation_id = :operation
      """;

  static final String PAGE =
      KEYS + "order by a.name, k.peer_id, k.sequence desc limit :limit offset :offset";

  static final String COUNT =
      "select count(*) from cordon.correspondent_key where operation_id = :operation";

  static final String FIND = KEYS + "and k.id = :key";

  static final String OF_PEER = KEYS + "and k.peer_id = :peer order by k.sequence desc limit 50";

  static final String ALL = KEYS + "order by k.sequence desc limit 1000";

  static final String ANNOUNCER =
      "select announced_by from cordon.correspondent_key where operation_id = :operation and id = :key";

  static final String SET_ROAD =
      """
      insert into cordon.correspondent_road (id, operation_id, agency_id, peer_id, address, authority, sends, takes, reason, set_by)
      values (:id, :operation, (select o.lead_agency_id from cordon.operation o where o.id = :operation), :peer, :address, :authority, :sends, :takes, :reason, :member)
      """;

  static final String ROAD =
      """
      select r.*, m.display_name from cordon.correspondent_road_now r left join cordon.member m on m.id = r.set_by
      where r.operation_id = :operation and r.peer_id = :peer
      """;

  static final String DOOR = "select * from cordon.door(:operation)";

  private CorrespondentSql() {}
}

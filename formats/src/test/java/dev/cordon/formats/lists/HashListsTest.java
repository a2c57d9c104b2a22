package dev.cordon.formats.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.formats.FormatException;
import dev.cordon.formats.sqlite.RandomBytes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists in the shapes seen in public; all values are invented. */
class HashListsTest {

  private static final String MD5 = "0123456789abcdef0123456789abcdef";
  private static final String SHA1 = "89abcdef".repeat(5);
  private static final String SHA256 = "01234567".repeat(8);
  private static final String PDQ = "f8f8f0cee0f4a84f".repeat(4);

  @Test
  void vics2_hasItsProfile_alternativeHashes_andEachRowItsPlace() throws IOException {
    ListRows rows =
        ListRows.of(
            """
            \ufeff{"@odata.context":"http://github.com/VICSDATAMODEL/ProjectVic/DataModels/2.0.xml/UK/$metadata#Media",
            "value":[
            {"MediaID":1,"MD5":"%s","SHA1":"%s","Category":1,"VictimIdentified":"true","IsDistributed":false,"Series":"x",
             "PhotoDNA":"AAEC","AlternativeHashes":[{"HashName":"PDQ","HashValue":"%s"},{"HashName":"TMK","HashValue":"zz"}],
             "Exifs":[{"PropertyName":"Model","PropertyValue":"y"}]},
            {"MediaID":2,"MD5":"broken","Category":null},
            {"MediaID":3,"MD5":"also broken","SHA1":"%s","Category":2}
            ]}\
            """
                .formatted(MD5.toUpperCase(java.util.Locale.ROOT), SHA1, PDQ, SHA1));
    assertThat(rows.outcome).isEqualTo(new ListOutcome(ListForm.JSON, "UK", "2.0", ""));
    assertThat(rows.entries).hasSize(2);
    assertThat(rows.hex(0, HashKind.MD5)).isEqualTo(MD5);
    assertThat(rows.hex(0, HashKind.PDQ)).isEqualTo(PDQ);
    ListEntry first = rows.entries.getFirst();
    assertThat(first.category()).isEqualTo("1");
    assertThat(first.claims()).containsExactly(ListClaim.VICTIM_IDENTIFIED, ListClaim.SERIES);
    assertThat(first.vendorHashes())
        .containsExactly(new VendorHash("PhotoDNA", "AAEC"), new VendorHash("TMK", "zz"));
    assertThat(first.position().line()).isEqualTo(3);
    assertThat(rows.broken)
        .hasSize(2)
        .anySatisfy(one -> assertThat(one).contains("line 6: md5 has 32 hex digits"))
        .anySatisfy(one -> assertThat(one).contains("line 7").contains("other hashes are kept"));
  }

  @Test
  void vicsCase_andVics1_areReadToo() throws IOException {
    ListRows cases =
        ListRows.of(
            """
            {"@odata.context":"http://github.com/VICSDATAMODEL/ProjectVic/DataModels/2.0.xml/US/$metadata#Cases",
             "value":[{"CaseID":"c","TotalMediaFiles":1,"Media":[{"MD5":"%s","Category":0,
             "MediaFiles":[{"FileName":"a","MD5":"%s"}]}]}]}\
            """
                .formatted(MD5, MD5));
    assertThat(cases.entries).hasSize(1);
    assertThat(cases.entries.getFirst().category()).isEqualTo("0");
    assertThat(cases.broken).isEmpty();
    ListRows old =
        ListRows.of(
            """
            {"odata.metadata":"http://github.com/ICMEC/ProjectVic/DataModels/1.3.xml#Media",
             "value":[{"MediaID":1,"Category":2,"MD5":"%s"}]}\
            """
                .formatted(MD5));
    assertThat(old.outcome).isEqualTo(new ListOutcome(ListForm.JSON, "", "1.3", ""));
    assertThat(old.entries).hasSize(1);
  }

  @Test
  void jsonThatBreaksOff_keepsWhatWasRead_andIsNamed() throws IOException {
    ListRows rows = ListRows.of("{\"value\":[{\"MD5\":\"" + MD5 + "\"},{\"MD5\":\"01");
    assertThat(rows.entries).hasSize(1);
    assertThat(rows.broken).singleElement().asString().contains("no longer JSON");
    assertThat(java.util.Objects.requireNonNull(rows.outcome).end()).contains("byte");
  }

  @Test
  void deepJson_endsWithAWord() throws IOException {
    ListRows rows = ListRows.of("{\"value\":" + "[".repeat(100_000));
    assertThat(rows.broken).isNotEmpty();
  }

  @Test
  void exchangesOfPdq_areReadAsLinesAndAsTables() throws IOException {
    ListRows lines =
        ListRows.of(
            """
            {"indicator":"%s","type":"HASH_PDQ","tags":["a"]}
            {"indicator":"%s","type":"HASH_MD5"}
            {"indicator":"x","type":"HASH_PHOTODNA"}
            {"signal_type":"pdq","signal_value":"%s"
            {"id":7,"signals":{"pdq":"%s"}}
            """
                .formatted(PDQ, MD5, PDQ, PDQ));
    assertThat(lines.entries).hasSize(4);
    assertThat(lines.hex(0, HashKind.PDQ)).isEqualTo(PDQ);
    assertThat(lines.entries.get(2).vendorHashes())
        .containsExactly(new VendorHash("HASH_PHOTODNA", "x"));
    assertThat(lines.hex(3, HashKind.PDQ)).isEqualTo(PDQ);
    assertThat(lines.broken).singleElement().asString().startsWith("byte 220 line 4: the line is");
    ListRows table = ListRows.of("indicator,type\n" + PDQ + ",HASH_PDQ\n");
    assertThat(table.hex(0, HashKind.PDQ)).isEqualTo(PDQ);
  }

  @Test
  void icse_raggedRowsAreReadAsFarAsTheyGo() throws IOException {
    ListRows rows =
        ListRows.of(
            """
            MD5;SHA1;PhotoDNA;Image ID;Is distributed;VictimIdentified;SeriesName;Baseline
            %s;%s;1,2,3;77;1;0;"a ""b"";c";1
            %s
            ;;;;

            %s;%s;;;;;;;;;more
            """
                .formatted(MD5, SHA1, MD5, MD5, SHA1));
    assertThat(rows.entries).hasSize(3);
    assertThat(rows.entries.getFirst().claims())
        .containsExactly(ListClaim.DISTRIBUTED, ListClaim.SERIES, ListClaim.BASELINE);
    assertThat(rows.entries.getFirst().vendorHashes())
        .containsExactly(new VendorHash("PhotoDNA", "1,2,3"));
    assertThat(rows.broken).singleElement().asString().contains("line 4: holds no hash");
  }

  @Test
  void hashKeeper_andNsrlText_areTables() throws IOException {
    ListRows keeper =
        ListRows.of(
            "\"file_id\",\"hashset_id\",\"file_name\",\"directory\",\"hash\",\"comments\"\n"
                + "1,2,\"a,b.jpg\",\"c:\\\",\""
                + MD5
                + "\",\"two\nlines\"\n");
    assertThat(keeper.hex(0, HashKind.MD5)).isEqualTo(MD5);
    assertThat(keeper.broken).isEmpty();
    ListRows nsrl =
        ListRows.of(
            "\"SHA-1\",\"MD5\",\"CRC32\",\"FileName\"\n\"%s\",\"%s\",\"0\",\"x\"\n"
                .formatted(SHA1, MD5));
    assertThat(nsrl.entries.getFirst().hashes()).hasSize(2);
  }

  @Test
  void openQuote_costsItsRowOnly() throws IOException {
    ListRows rows = ListRows.of("md5,note\n" + MD5 + ",\"open\n" + (MD5 + ",x\n").repeat(50));
    assertThat(rows.entries).hasSize(50);
    assertThat(rows.broken).singleElement().asString().contains("line 2: a quote is opened");
  }

  @Test
  void bareLines_of64Digits_needTheirKind() throws IOException {
    ListRows unsaid = ListRows.of(SHA256 + "\n" + MD5 + "\n");
    assertThat(unsaid.entries).hasSize(1);
    assertThat(unsaid.broken).singleElement().asString().contains("may be sha256 or pdq");
    ListRows said = ListRows.of((SHA256 + "\n").getBytes(StandardCharsets.UTF_8), HashKind.PDQ);
    assertThat(said.hex(0, HashKind.PDQ)).isEqualTo(SHA256);
  }

  @Test
  void zeros_standForNoHash() throws IOException {
    ListRows rows = ListRows.of("pdq\n" + "0".repeat(64) + "\n");
    assertThat(rows.entries).isEmpty();
    assertThat(rows.broken).singleElement().asString().contains("all zeros");
  }

  @Test
  void packedList_isUnpackedWhileRead() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream packed = new GZIPOutputStream(bytes)) {
      packed.write(("md5\n" + MD5 + "\n").getBytes(StandardCharsets.UTF_8));
    }
    assertThat(ListRows.of(bytes.toByteArray(), null).entries).hasSize(1);
  }

  @Test
  void nsrlDelta_addsAndWithdraws() throws IOException {
    ListRows rows =
        ListRows.of(
            """
            -- delta
            BEGIN TRANSACTION;
            INSERT INTO METADATA (object_id, sha256, sha1, md5, file_name) VALUES (1,'%s','%s','%s','it''s; x'),(2,'%s','','','y');
            INSERT INTO MANUFACTURER VALUES (1,'name');
            DELETE FROM METADATA WHERE sha1 = '%s';
            COMMIT;
            """
                .formatted(SHA256, SHA1, MD5, SHA256, SHA1));
    assertThat(rows.entries).hasSize(3);
    assertThat(rows.entries.getFirst().hashes()).hasSize(3);
    assertThat(rows.entries.get(1).isWithdrawn()).isFalse();
    assertThat(rows.entries.get(2).isWithdrawn()).isTrue();
    assertThat(rows.broken).isEmpty();
  }

  @Test
  void nsrlDatabase_isReadByItsColumns(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("rds.db");
    try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = database.createStatement()) {
      statement.execute("create table VERSION(version text, build_set text)");
      statement.execute("insert into VERSION values('2026.03.1', 'modern')");
      statement.execute(
          "create table METADATA(object_id integer, sha256 text, sha1 text, md5 text, bytes integer)");
      statement.execute(
          "insert into METADATA values(1, '%s', '%s', '%s', 5), (2, 'x', null, null, 1)"
              .formatted(SHA256, SHA1, MD5));
      statement.execute("create view FILE as select sha256, sha1, md5 from METADATA");
    }
    ListRows rows = new ListRows();
    ListOutcome outcome = HashLists.readSqlite(RandomBytes.of(Files.newByteChannel(file)), rows);
    assertThat(outcome.form()).isEqualTo(ListForm.SQLITE);
    assertThat(rows.entries).hasSize(1);
    assertThat(rows.entries.getFirst().hashes()).hasSize(3);
    assertThat(rows.broken).singleElement().asString().contains("sha256 has 64 hex digits");
    assertThat(HashLists.isSqlite(Files.readAllBytes(file))).isTrue();
  }

  @Test
  void whatIsNoList_isRefusedByName() {
    for (String text : new String[] {"", "name,size\na,1\n", "BEGIN;COMMIT;"}) {
      assertThatThrownBy(() -> ListRows.of(text)).isInstanceOf(FormatException.class);
    }
    assertThatThrownBy(() ->
            HashLists.readSqlite(
                RandomBytes.inMemory(new ByteArrayInputStream(new byte[100]), 1000),
                new ListRows()))
        .isInstanceOf(FormatException.class);
  }
}

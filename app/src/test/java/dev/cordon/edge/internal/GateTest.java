package dev.cordon.edge.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.DatabaseTest;
import dev.cordon.access.CurrentMember;
import dev.cordon.edge.Doors;
import dev.cordon.edge.Limits;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.util.unit.DataSize;

/** Rates, streams and repeated values at the gate. */
class GateTest extends DatabaseTest {

  private static final Limits FEW =
      new Limits(
          4096,
          DataSize.ofMegabytes(1),
          DataSize.ofMegabytes(1),
          DataSize.ofMegabytes(1),
          DataSize.ofMegabytes(1),
          DataSize.ofKilobytes(100),
          Duration.ofSeconds(1),
          Duration.ofSeconds(1),
          10,
          2,
          new Limits.Rate(3, 1),
          new Limits.Rate(5, 1),
          new Limits.Rate(7, 1));

  @Autowired private RepeatableNames repeatable;
  @Autowired private Limits usual;
  @Autowired private MockMvc http;

  @Test
  void address_thatAsksTooOften_isToldWhenToAskAgain_alikeForEverything() throws Exception {
    Gate gate = new Gate(Doors.plain(), FEW, repeatable);
    for (int number = 0; number < 5; number++) {
      assertThat(through(gate, "/x" + number).getStatus()).isEqualTo(200);
    }
    MockHttpServletResponse hidden = through(gate, "/api/operations/" + operation);
    MockHttpServletResponse absent = through(gate, "/api/operations/" + UUID.randomUUID());
    assertThat(hidden.getStatus()).isEqualTo(429);
    assertThat(hidden.getHeader("Retry-After")).isEqualTo("1");
    assertThat(hidden.getContentAsString()).isEqualTo(absent.getContentAsString());
    assertThat(hidden.getHeaderNames()).isEqualTo(absent.getHeaderNames());
    assertThat(through(gate, "/assets/css/base.css").getStatus())
        .as("files are counted apart")
        .isEqualTo(200);
    MockHttpServletRequest other = request("/x");
    other.setRemoteAddr("192.0.2.7");
    assertThat(through(gate, other).getStatus()).as("another address").isEqualTo(200);
  }

  @Test
  void member_hasARateOfTheOwn() throws Exception {
    MemberGate gate = new MemberGate(FEW);
    for (int number = 0; number < 3; number++) {
      assertThat(asMember(gate, analyst, "/x", "text/html").getStatus()).isEqualTo(200);
    }
    assertThat(asMember(gate, analyst, "/x", "text/html").getStatus()).isEqualTo(429);
    assertThat(asMember(gate, analyst, "/assets/js/page.js", "*/*").getStatus()).isEqualTo(200);
    assertThat(asMember(gate, officer, "/x", "text/html").getStatus()).isEqualTo(200);
  }

  @Test
  void streams_ofAMember_areBounded_andGivenBackWhenTheyEnd() throws Exception {
    MemberGate gate = new MemberGate(FEW);
    List<MockHttpServletRequest> open = List.of(stream(gate), stream(gate));
    assertThat(gate.open()).isEqualTo(2);
    assertThat(asMember(gate, analyst, "/board", "text/event-stream").getStatus()).isEqualTo(429);
    assertThat(gate.open()).isEqualTo(2);
    open.getFirst().getAsyncContext().complete();
    assertThat(gate.open()).isEqualTo(1);
  }

  @Test
  void usualLimits_areGenerousForPeople() {
    assertThat(usual.member().burst()).isGreaterThan(1_000);
    assertThat(usual.address().perSecond()).isGreaterThan(200);
    assertThat(usual.streamsPerMember()).isGreaterThan(4);
  }

  @Test
  void valueGivenTwice_isRefusedOnEveryRoute() throws Exception {
    for (String path :
        List.of("/sign-in", "/", "/operations/" + operation, "/api/operations", "/nowhere")) {
      int status =
          http.perform(MockMvcRequestBuilders.get(path + "?page=1&page=2"))
              .andReturn()
              .getResponse()
              .getStatus();
      assertThat(status).as(path).isEqualTo(400);
    }
  }

  @Test
  void methodsAndHosts_thatAreNotKnown_areRefused() throws Exception {
    Gate gate = new Gate(Doors.plain(), FEW, repeatable);
    MockHttpServletRequest forged = request("/sign-in");
    forged.removeHeader("Host");
    forged.addHeader("Host", "evil.example");
    MockHttpServletResponse answer = through(gate, forged);
    assertThat(answer.getStatus()).isEqualTo(400);
    assertThat(answer.getContentAsString()).doesNotContain("evil");
  }

  private MockHttpServletRequest stream(MemberGate gate) {
    MockHttpServletRequest request = request("/board");
    request.setAsyncSupported(true);
    request.addHeader("Accept", "text/event-stream");
    CurrentMember.as(
        analyst,
        () -> {
          try {
            gate.doFilter(
                request,
                new MockHttpServletResponse(),
                (asked, answered) -> asked.startAsync(asked, answered));
          } catch (Exception failed) {
            throw new IllegalStateException(failed);
          }
        });
    return request;
  }

  private static MockHttpServletRequest request(String path) {
    MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
    request.addHeader("Host", "localhost");
    return request;
  }

  private static MockHttpServletResponse through(Gate gate, String path) throws Exception {
    return through(gate, request(path));
  }

  private static MockHttpServletResponse through(Gate gate, MockHttpServletRequest request)
      throws Exception {
    MockHttpServletResponse response = new MockHttpServletResponse();
    gate.doFilter(request, response, new MockFilterChain());
    return response;
  }

  private static MockHttpServletResponse asMember(
      MemberGate gate, dev.cordon.access.SignedIn member, String path, String accept) {
    MockHttpServletRequest request = request(path);
    request.addHeader("Accept", accept);
    MockHttpServletResponse response = new MockHttpServletResponse();
    CurrentMember.as(
        member,
        () -> {
          try {
            gate.doFilter(request, response, new MockFilterChain());
          } catch (Exception failed) {
            throw new IllegalStateException(failed);
          }
        });
    return response;
  }
}

package dev.cordon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.cordon.access.SignedIn;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The API from the package to the figures, as the demo and the command line speak it. */
@AutoConfigureMockMvc
class CaseApiTest extends TinyOperation {

  private static final String REPORT =
      """
      {"report":"FR-SE-0001","agency":"SE","officer":"Officer Example","kind":"search",
       "at":"2025-02-26T06:05:00+01:00","person":{"given":"Astrid","family":"Lindgård","birth_year":1980},
       "address":{"line":"Elvgatan 1","postcode":"11122","city":"Stockholm","country":"SE"},"measure":"M-SE-0001",
       "items":[{"number":1,"kind":"phone","description":"black","seal":"S-1","digests":"digests/1.csv"}],"note":""}
      """;

  @Autowired private MockMvc http;

  @Test
  void fieldReport_asTheExerciseWritesIt_isMatchedAndOpensAnExhibit() throws Exception {
    http.perform(
            sent(officer, MockMvcRequestBuilders.post(path("/field-reports")))
                .contentType(MediaType.APPLICATION_JSON)
                .content(REPORT))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.state").value("MATCHED"))
        .andExpect(jsonPath("$.match.subjectNumber").value("S-0001"))
        .andExpect(jsonPath("$.at").value("2025-02-26T05:05:00Z"))
        .andExpect(jsonPath("$.local").value("2025-02-26T06:05:00+01:00"));
    String exhibit =
        http.perform(
                sent(examiner, MockMvcRequestBuilders.get(path("/exhibits?report=FR-SE-0001"))))
            .andExpect(jsonPath("$.rows[0].number").value("2025-SE-0001"))
            .andExpect(jsonPath("$.rows[0].itemNumber").value(1))
            .andReturn()
            .getResponse()
            .getContentAsString()
            .replaceAll("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
    http.perform(
            sent(examiner, MockMvcRequestBuilders.post(path("/exhibits/" + exhibit + "/digests")))
                .contentType("text/csv")
                .content("sha256,size\n" + "a".repeat(64) + ",10\n"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.stored").value(1));
    http.perform(sent(coordinator, MockMvcRequestBuilders.get(path("/figures"))))
        .andExpect(jsonPath("$.as_of").isString())
        .andExpect(jsonPath("$.operation").value(operation.toString()))
        .andExpect(jsonPath("$.figures[?(@.name=='searches')].value").value(1))
        .andExpect(jsonPath("$.by_country.SE.exhibits").value(1));
    http.perform(sent(coordinator, MockMvcRequestBuilders.get(path("/figures/searches/records"))))
        .andExpect(jsonPath("$.rows[0].label").value("FR-SE-0001"));
    http.perform(sent(coordinator, MockMvcRequestBuilders.get(path("/board"))))
        .andExpect(jsonPath("$.lanes[1].country").value("SE"))
        .andExpect(jsonPath("$.lanes[1].offset").value("+01:00"));
  }

  @Test
  void packages_areListedWithBareIds() throws Exception {
    http.perform(sent(officer, MockMvcRequestBuilders.get(path("/packages"))))
        .andExpect(jsonPath("$.total").value(1))
        .andExpect(jsonPath("$.rows[0].id").value(swedishPackage.toString()))
        .andExpect(jsonPath("$.rows[0].grading").exists());
    http.perform(sent(officer, MockMvcRequestBuilders.get(path("/packages/" + germanPackage))))
        .andExpect(status().isNotFound());
  }

  @Test
  void draft_withoutReason_isRefusedByField() throws Exception {
    http.perform(
            sent(analyst, MockMvcRequestBuilders.post(path("/packages")))
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"agency\":\"" + other + "\"}"))
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.detail").value(org.hamcrest.Matchers.containsString("reason")));
  }

  @Test
  void coverage_isAskedByCountryConductAndDay() throws Exception {
    http.perform(
            sent(
                officer,
                MockMvcRequestBuilders.get(
                    path("/law/coverage?country=DK&conduct=POSSESS&on=2025-02-26"))))
        .andExpect(jsonPath("$.answer").value("COVERED"));
  }

  @Test
  void board_streamsAnEventToTheLeadAndTheOwnAgencyOnly() throws Exception {
    MvcResult whole = stream(coordinator);
    MvcResult own = stream(officer);
    MvcResult foreign = stream(germanOfficer);
    int before = events(foreign);
    http.perform(
            sent(officer, MockMvcRequestBuilders.post(path("/field-reports")))
                .contentType(MediaType.APPLICATION_JSON)
                .content(REPORT))
        .andExpect(status().isOk());
    org.awaitility.Awaitility.await().until(() -> events(whole) == 2 && events(own) == 2);
    assertThat(events(foreign)).isEqualTo(before);
  }

  private MvcResult stream(SignedIn by) throws Exception {
    return http.perform(
            sent(by, MockMvcRequestBuilders.get(path("/board")))
                .accept(MediaType.TEXT_EVENT_STREAM))
        .andExpect(status().isOk())
        .andReturn();
  }

  private static int events(MvcResult stream) throws Exception {
    return stream.getResponse().getContentAsString().split("event:changed", -1).length - 1;
  }

  private String path(String rest) {
    return "/api/operations/" + operation + rest;
  }

  private static MockHttpServletRequestBuilder sent(
      SignedIn by, MockHttpServletRequestBuilder request) {
    RequestPostProcessor signedIn =
        authentication(
            UsernamePasswordAuthenticationToken.authenticated(
                by, null, AuthorityUtils.createAuthorityList("MEMBER")));
    return request.with(signedIn).with(SecurityMockMvcRequestPostProcessors.csrf());
  }
}

package dev.cordon.attribution.web;

import dev.cordon.Page;
import dev.cordon.access.OperationId;
import dev.cordon.attribution.Attribution;
import dev.cordon.attribution.AttributionRules;
import dev.cordon.resolution.CaseRecord;
import dev.cordon.resolution.ProposalId;
import dev.cordon.resolution.Proposals;
import dev.cordon.resolution.ProposedAccount;
import dev.cordon.resolution.ProposedLink;
import dev.cordon.web.Paging;
import dev.cordon.web.WorldMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Fills what the pages of a proposal and of a subject have in common. */
@Component
class CaseModel {

  private final AttributionRules rules = AttributionRules.standard();
  private final CaseLists lists;
  private final Proposals proposals;
  private final WorldMap map;

  CaseModel(CaseLists lists, Proposals proposals, WorldMap map) {
    this.map = map;
    this.lists = lists;
    this.proposals = proposals;
  }

  /** Which page of each of the three lists. */
  record Places(Integer page, Integer accounts, Integer links) {

    static int of(Integer asked) {
      return asked == null ? 1 : Math.max(1, asked);
    }
  }

  /** A filtered list with what its filter offers. */
  void list(
      OperationId operation,
      Page<CaseLine> list,
      CaseLists.Filter filter,
      List<String> states,
      String address,
      Model model) {
    model.addAttribute("lines", list.rows());
    model.addAttribute("countries", lists.countries(operation));
    model.addAttribute("states", states);
    model.addAttribute("country", filter.country());
    model.addAttribute("state", filter.state());
    model.addAttribute("number", filter.number());
    model.addAttribute(
        "paging",
        Paging.of(
            list,
            address,
            Map.of(
                "country", filter.country(),
                "state", filter.state(),
                "number", filter.number())));
  }

  /** What points where, as a list, over time and on a map. */
  void evidence(Attribution.Proposed proposed, Model model) {
    model.addAttribute("evidence", proposed.evidence());
    model.addAttribute("strip", TimeStrip.of(proposed.evidence(), rules));
    model.addAttribute("map", EvidenceMap.of(map, proposed.evidence(), rules));
    model.addAttribute("proposedCountry", proposed);
  }

  /** Accounts, links, hours of use and records, the lists each paged on its own. */
  void records(OperationId operation, ProposalId id, Places places, String address, Model model) {
    Page<ProposedAccount> accounts =
        proposals.accounts(operation, id, Places.of(places.accounts()));
    Page<ProposedLink> links = proposals.links(operation, id, Places.of(places.links()));
    Page<CaseRecord> records = proposals.records(operation, id, Places.of(places.page()));
    model.addAttribute("hours", lists.hours(operation, id));
    model.addAttribute("accounts", accounts.rows());
    model.addAttribute("accountPaging", paging(accounts, address, "accounts"));
    model.addAttribute("links", links.rows());
    model.addAttribute("linkPaging", paging(links, address, "links"));
    model.addAttribute("records", records.rows());
    model.addAttribute("paging", paging(records, address, "page"));
  }

  private static Paging paging(Page<?> page, String address, String parameter) {
    return new Paging(page.number(), page.total(), address, Map.of(), parameter);
  }
}

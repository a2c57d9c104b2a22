package dev.cordon.resolution.web;

import dev.cordon.RefusedException;
import dev.cordon.access.Area;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.resolution.LinkGraphs;
import dev.cordon.resolution.LinkPath;
import dev.cordon.resolution.Proposal;
import dev.cordon.resolution.ProposalId;
import dev.cordon.resolution.Proposals;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What holds a proposal together, drawn, and the path from one account to another. */
@NeedToKnow(value = Area.PROPOSALS, consults = true)
@Controller
@RequestMapping("/operations/{operation}/proposals/{id}")
class ChartPage {

  /** Groups shown beside the first; more would hide what one looks for. */
  private static final int MOST_GROUPS = 12;

  private final Proposals proposals;
  private final LinkGraphs graphs;

  ChartPage(Proposals proposals, LinkGraphs graphs) {
    this.proposals = proposals;
    this.graphs = graphs;
  }

  @GetMapping("/chart")
  String chart(
      @PathVariable UUID operation,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") List<UUID> with,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String to,
      Model model) {
    OperationId in = new OperationId(operation);
    ProposalId first = new ProposalId(id);
    Proposal proposal = proposals.open(in, first);
    Set<UUID> shown = new LinkedHashSet<>(with);
    shown.remove(id);
    List<ProposalId> all = new ArrayList<>(List.of(first));
    shown.stream().limit(MOST_GROUPS).forEach(other -> all.add(open(in, other)));
    LinkGraphs.Graph graph = graphs.graph(in, all);
    model.addAttribute("proposal", proposal);
    model.addAttribute("with", shown.stream().limit(MOST_GROUPS).map(UUID::toString).toList());
    model.addAttribute("chart", LinkChart.of(graph, all));
    model.addAttribute("links", graph.links());
    model.addAttribute("total", graph.total());
    model.addAttribute("most", LinkGraphs.MOST_LINKS);
    path(in, first, from, to, model);
    return "resolution/chart";
  }

  private ProposalId open(OperationId operation, UUID other) {
    return proposals.open(operation, new ProposalId(other)).id();
  }

  private void path(
      OperationId operation, ProposalId proposal, String from, String to, Model model) {
    model.addAttribute("from", from);
    model.addAttribute("to", to);
    if (from.isEmpty() || to.isEmpty()) {
      return;
    }
    try {
      List<LinkGraphs.Link> path = graphs.path(operation, proposal, from, to);
      model.addAttribute("path", path);
      model.addAttribute("sentence", LinkPath.sentence(from, to, path));
    } catch (RefusedException refused) {
      model.addAttribute("problem", refused.getMessage());
    }
  }
}

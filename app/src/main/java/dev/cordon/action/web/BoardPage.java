package dev.cordon.action.web;

import dev.cordon.access.Area;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.action.ActionDays;
import dev.cordon.action.Board;
import dev.cordon.action.Boards;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The action day as a live board: lanes per country, read anew whenever something changed. */
@NeedToKnow(Area.ACTION)
@Controller
@RequestMapping("/operations/{operation}/board")
class BoardPage {

  private final Boards boards;
  private final ActionDays days;

  BoardPage(Boards boards, ActionDays days) {
    this.boards = boards;
    this.days = days;
  }

  @GetMapping
  String board(
      @PathVariable UUID operation,
      @RequestParam(defaultValue = "false") boolean wall,
      Model model) {
    OperationId id = new OperationId(operation);
    show(id, model);
    model.addAttribute("days", days.all(id));
    model.addAttribute("wall", wall);
    return "action/board";
  }

  @GetMapping("/lanes")
  String lanes(@PathVariable UUID operation, Model model) {
    show(new OperationId(operation), model);
    return "action/lanes :: lanes";
  }

  private void show(OperationId operation, Model model) {
    Board board = boards.board(operation);
    model.addAttribute("board", board);
    model.addAttribute("lanes", LaneView.of(board));
  }
}

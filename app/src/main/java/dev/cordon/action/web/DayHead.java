package dev.cordon.action.web;

import dev.cordon.action.ActionDays;
import dev.cordon.action.DayLimits;
import dev.cordon.action.day.DayBoard;
import dev.cordon.action.day.DayBoards;
import dev.cordon.action.day.Embargoes;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What every page of a day begins with: the day, its embargo, its board. */
@Component
class DayHead {

  private final ActionDays days;
  private final Embargoes embargoes;
  private final DayBoards boards;

  DayHead(ActionDays days, Embargoes embargoes, DayBoards boards) {
    this.days = days;
    this.embargoes = embargoes;
    this.boards = boards;
  }

  /** For how long the day is patient. */
  DayLimits limits(DayPath at) {
    return days.get(at.operation(), at.day()).limits();
  }

  /** Fills the head; reading a day under embargo is an entry. */
  DayBoard show(DayPath at, Model model) {
    model.addAttribute("day", days.get(at.operation(), at.day()));
    model.addAttribute("embargo", embargoes.read(at.operation(), at.day()));
    model.addAttribute("base", at.plan());
    DayBoard board = boards.now(at.operation(), at.day());
    model.addAttribute("board", board);
    return board;
  }
}

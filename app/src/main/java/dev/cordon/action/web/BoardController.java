package dev.cordon.action.web;

import dev.cordon.access.Area;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.action.Board;
import dev.cordon.action.BoardStream;
import dev.cordon.action.Boards;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The live board. */
@NeedToKnow(Area.ACTION)
@RestController
@RequestMapping("/api/operations/{operation}/board")
class BoardController {

  private final Boards boards;
  private final BoardStream stream;

  BoardController(Boards boards, BoardStream stream) {
    this.boards = boards;
    this.stream = stream;
  }

  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  Board board(@PathVariable UUID operation) {
    return boards.board(new OperationId(operation));
  }

  @GetMapping(produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter changes(@PathVariable UUID operation) {
    return stream.open(new OperationId(operation));
  }
}

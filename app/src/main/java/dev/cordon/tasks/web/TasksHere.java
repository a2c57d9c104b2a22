package dev.cordon.tasks.web;

import dev.cordon.access.OperationId;
import dev.cordon.tasks.Tasks;
import dev.cordon.web.AboutRecord;
import dev.cordon.web.Waiting;
import org.springframework.stereotype.Component;

/** How many tasks wait for the reader, and how many are about the record a page shows. */
@Component
class TasksHere implements Waiting, AboutRecord {

  private final Tasks tasks;

  TasksHere(Tasks tasks) {
    this.tasks = tasks;
  }

  @Override
  public String path() {
    return "/tasks";
  }

  @Override
  public long count(OperationId operation) {
    return tasks.waiting(operation);
  }

  @Override
  public long open(OperationId operation, String record) {
    return tasks.about(operation, record);
  }
}

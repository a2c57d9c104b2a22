package dev.cordon.triage;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The rules of the queue as one bean. */
@Configuration
class TriageConfiguration {

  @Bean
  QueueRules queueRules() {
    return QueueRules.shipped();
  }
}

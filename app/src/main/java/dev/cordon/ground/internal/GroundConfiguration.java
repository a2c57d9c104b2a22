package dev.cordon.ground.internal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.cordon.ground.DataDirectory;
import dev.cordon.ground.DatabaseAddress;
import dev.cordon.ground.Ground;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** The application's data source and transactions over the ground opened before Spring. */
@Configuration(proxyBeanMethods = false)
class GroundConfiguration {

  private static final int CONNECTIONS = 12;

  @Bean
  DataDirectory dataDirectory(Ground ground) {
    return ground.directory();
  }

  @Bean
  HikariDataSource dataSource(Ground ground) {
    HikariConfig configuration = new HikariConfig();
    configuration.setPoolName("cordon");
    configuration.setJdbcUrl(ground.address().url());
    configuration.setUsername(DatabaseAddress.APPLICATION);
    configuration.setPassword(ground.address().applicationPassword());
    configuration.setMaximumPoolSize(CONNECTIONS);
    configuration.setMinimumIdle(1);
    // The policies are computed once per statement: many rows in one statement ask them once.
    configuration.addDataSourceProperty("reWriteBatchedInserts", "true");
    // Statements outside a transaction have no member and see nothing: a missing @Transactional
    // shows at once instead of leaking.
    configuration.setAutoCommit(true);
    return new HikariDataSource(configuration);
  }

  @Bean
  PlatformTransactionManager transactionManager(DataSource source) {
    return new MemberTransactionManager(source);
  }
}

import { Global, Module, type DynamicModule, type Provider } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { AccessGuard } from '../access/access.guard.js';
import { TokenVerifier } from '../access/token-verifier.js';
import type { EventBus } from '../bus/event-bus.js';
import { EventBusServer } from '../bus/event-bus-server.js';
import { KafkaBus } from '../bus/kafka-bus.js';
import { PgLogBus } from '../bus/pg-log-bus.js';
import { Clock, clockFrom } from '../clock/clock.js';
import { Database, dataSourceOptions } from '../database/database.js';
import type { Session } from '../database/session.js';
import { HealthController } from '../health/health.controller.js';
import { Health } from '../health/health.js';
import { OncePerKey } from '../idempotency/once-per-key.js';
import { operationsControllerFor } from '../inbox/operations.controller.js';
import { Arrivals } from '../inbox/arrivals.js';
import { Inbox } from '../inbox/inbox.js';
import { JobRunner } from '../jobs/job-runner.js';
import { Jobs } from '../jobs/jobs.js';
import { openLog, type Log } from '../log/logger.js';
import { EventSchemas } from '../outbox/event-schemas.js';
import { EventWriter, Outbox } from '../outbox/outbox.js';
import { OutboxRelay } from '../outbox/outbox-relay.js';
import { ProblemDocuments } from '../problem/problem-document.js';
import { Transaction } from '../transaction/transaction.js';
import type { KitSettings, ServiceDefinition } from './service-definition.js';
import type { ServiceConfig } from '../config/service.config.js';

/** Injection tokens for what has no class. */
export const LOG = Symbol('log');
export const BUS = Symbol('bus');
/** Set when the service begins to stop: handlers then give up instead of waiting for better times. */
export class Stopping {
  is = false;
}

/** Builds the event bus of the edition. */
function openBus<Store>(config: ServiceConfig, definition: ServiceDefinition<Store>, log: Log): EventBus {
  if (config.SHULIAN_BUS === 'kafka')
    return new KafkaBus(
      {
        brokers: config.KAFKA_BROKERS.split(',').filter(Boolean),
        service: definition.name,
        topicPrefix: config.SHULIAN_TOPIC_PREFIX,
        sessionTimeoutMs: config.SHULIAN_KAFKA_SESSION_MS,
      },
      log,
    );
  return new PgLogBus(
    {
      url: config.SERVICE_DATABASE_URL,
      service: definition.name,
      topicPrefix: config.SHULIAN_TOPIC_PREFIX,
      partitions: new Map(definition.events.map(({ topic }) => [topic.name, topic.partitions])),
      pool: 4,
    },
    log,
  );
}

/** Everything below the rooms of a service, wired once; global, so that features inject what they need by class. */
@Global()
@Module({})
export class ServiceKitModule {
  static for<Store>({ definition, config, connect = true }: KitSettings<Store>): DynamicModule {
    const { name } = definition;
    const typeOrm = TypeOrmModule.forRoot({
      ...dataSourceOptions({
        url: config.SERVICE_DATABASE_URL,
        service: name,
        pool: config.SERVICE_POOL,
        entities: definition.entities ?? [],
        planByIndex: definition.planByIndex ?? false,
      }),
      manualInitialization: !connect,
      retryAttempts: 20,
      retryDelay: 500,
    });
    const providers: Provider[] = [
      { provide: LOG, useFactory: () => openLog(name, config.SHULIAN_LOG_LEVEL) },
      { provide: Clock, useFactory: () => clockFrom(config.SHULIAN_CLOCK, config.SHULIAN_TIME_ZONE) },
      {
        provide: Database,
        useFactory: (dataSource: DataSource) => new Database(dataSource),
        inject: [DataSource],
      },
      { provide: EventSchemas, useFactory: () => new EventSchemas(definition.events) },
      {
        provide: EventWriter,
        useFactory: (schemas: EventSchemas, clock: Clock) => new EventWriter(name, schemas, clock),
        inject: [EventSchemas, Clock],
      },
      { provide: BUS, useFactory: (log: Log) => openBus(config, definition, log), inject: [LOG] },
      {
        provide: OutboxRelay,
        useFactory: (bus: EventBus, log: Log) =>
          new OutboxRelay(
            { url: config.SERVICE_DATABASE_URL, service: name, pausedFile: config.SHULIAN_RELAY_PAUSED_FILE },
            bus,
            log,
          ),
        inject: [BUS, LOG],
      },
      Arrivals,
      Stopping,
      {
        provide: 'storeFor',
        useFactory:
          (events: EventWriter) =>
          (session: Session): Store =>
            definition.storeFor({ session, outbox: new Outbox(session, events), events }),
        inject: [EventWriter],
      },
      {
        provide: Transaction,
        useFactory: (database: Database, storeFor: (session: Session) => Store, relay: OutboxRelay) =>
          new Transaction<Store>(database, storeFor, () => relay.poke()),
        inject: [Database, 'storeFor', OutboxRelay],
      },
      {
        provide: OncePerKey,
        useFactory: (database: Database, storeFor: (session: Session) => Store, relay: OutboxRelay) =>
          new OncePerKey<Store>(database, storeFor, () => relay.poke()),
        inject: [Database, 'storeFor', OutboxRelay],
      },
      {
        provide: Inbox,
        useFactory: (
          database: Database,
          storeFor: (session: Session) => Store,
          schemas: EventSchemas,
          arrivals: Arrivals,
          log: Log,
          events: EventWriter,
          relay: OutboxRelay,
          stopping: Stopping,
        ) =>
          new Inbox<Store>(
            database,
            storeFor,
            schemas,
            arrivals,
            log,
            events,
            () => relay.poke(),
            () => stopping.is,
          ),
        inject: [Database, 'storeFor', EventSchemas, Arrivals, LOG, EventWriter, OutboxRelay, Stopping],
      },
      {
        provide: EventBusServer,
        useFactory: (bus: EventBus, inbox: Inbox<Store>, schemas: EventSchemas) => {
          const topics = new Map(definition.events.map((event) => [event.type, event.topic.name]));
          return new EventBusServer<Store>(name, bus, inbox, schemas, definition.ignores ?? {}, (type) =>
            topics.get(type),
          );
        },
        inject: [BUS, Inbox, EventSchemas],
      },
      {
        provide: Health,
        useFactory: (database: Database, bus: EventBus) => new Health(database, bus),
        inject: [Database, BUS],
      },
      { provide: TokenVerifier, useFactory: () => new TokenVerifier(config.SHULIAN_JWKS_FILE) },
      {
        provide: AccessGuard,
        useFactory: (verifier: TokenVerifier) => new AccessGuard(verifier),
        inject: [TokenVerifier],
      },
      { provide: ProblemDocuments, useFactory: () => new ProblemDocuments(definition.problems ?? {}) },
      { provide: Jobs, useFactory: (database: Database) => new Jobs(database, name), inject: [Database] },
      {
        provide: JobRunner,
        useFactory: (jobs: Jobs, log: Log) => new JobRunner(jobs, log),
        inject: [Jobs, LOG],
      },
    ];
    return {
      module: ServiceKitModule,
      imports: [typeOrm],
      controllers: [HealthController, operationsControllerFor(name)],
      providers,
      exports: providers.map((provider) => ('provide' in provider ? provider.provide : provider)),
    };
  }
}

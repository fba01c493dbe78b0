import { Global, Module, type DynamicModule, type Provider } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { AccessGuard } from '../access/access.guard.js';
import { TokenVerifier } from '../access/token-verifier.js';
import { ConsumerWatch } from '../bus/consumer-watch.js';
import type { EventBus } from '../bus/event-bus.js';
import { EventBusServer, ignoredBy } from '../inbox/event-bus-server.js';
import { KafkaBus } from '../bus/kafka-bus.js';
import { PgLogBus } from '../bus/pg-log-bus.js';
import { Clock, clockFrom } from '../clock/clock.js';
import { Database, dataSourceOptions } from '../database/database.js';
import { Lists, PublicLists } from '../database/lists.js';
import { Documents } from '../documents/documents.js';
import { fileProviders } from './file-providers.js';
import { HealthController } from '../health/health.controller.js';
import { Health } from '../health/health.js';
import { OncePerKey } from '../idempotency/once-per-key.js';
import { operationsControllerFor } from '../inbox/operations.controller.js';
import { Arrivals } from '../inbox/arrivals.js';
import { Inbox } from '../inbox/inbox.js';
import { JobRunner } from '../jobs/job-runner.js';
import { Jobs } from '../jobs/jobs.js';
import { openLog, type Log } from '../log/logger.js';
import { EventSchemas, type KnownEvent } from '../outbox/event-schemas.js';
import { Freshness } from '../watermarks/freshness.js';
import { HeardWatermarksOn } from '../watermarks/heard-watermarks.js';
import { WatermarkReader } from '../watermarks/watermark-reader.js';
import { WatermarkAnnouncer } from '../watermarks/watermark-announcer.js';
import { EventWriter, Outbox } from '../outbox/outbox.js';
import { OutboxRelay } from '../outbox/outbox-relay.js';
import { setAsideControllerFor } from '../outbox/set-aside.controller.js';
import { ProblemDocuments } from '../problem/problem-document.js';
import { OncePerDay } from '../schedules/once-per-day.js';
import { operatorEntriesControllerFor } from '../trail/operator-entries.controller.js';
import { Transaction } from '../transaction/transaction.js';
import { Tx, type TxOn } from '../transaction/tx.js';
import type { KitSettings, ServiceDefinition } from './service-definition.js';
import { BUS, LOG } from '../config/tokens.js';
import type { ServiceConfig } from '../config/service.config.js';

/** Set when the service begins to stop: handlers then give up instead of waiting for better times. */
export class Stopping {
  is = false;
}

/** Events and watermarks, its own and those of others. */
const everythingOn = ({ events, watermark, follows = [] }: ServiceDefinition): KnownEvent[] => [
  ...events,
  ...(watermark === undefined ? [] : [watermark]),
  ...follows,
];

/** For the relay of a service that has facts of its own. */
function announcerFor(
  { name, events, watermark }: ServiceDefinition,
  ...parts: [EventBus, Clock, EventWriter, Log]
): WatermarkAnnouncer | null {
  if (watermark === undefined) return null;
  const own = events.filter(({ type }) => type.startsWith(`shulian.${name}.`));
  return new WatermarkAnnouncer(watermark, [...new Set(own.map(({ topic }) => topic.name))], ...parts);
}

/** Builds the event bus of the edition. */
function openBus(config: ServiceConfig, definition: ServiceDefinition, log: Log): EventBus {
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
      partitions: new Map(everythingOn(definition).map(({ topic }) => [topic.name, topic.partitions])),
      // A round of each group holds one; so does whoever publishes.
      pool: 5,
    },
    log,
  );
}

/** Everything below the rooms of a service, wired once; global, so that features inject what they need by class. */
@Global()
@Module({})
export class ServiceKitModule {
  static for({ definition, config, connect = true }: KitSettings): DynamicModule {
    const { name } = definition;
    const shared = (connections: number): number => Math.ceil(connections / config.SHULIAN_REPLICAS);
    const planByIndex = definition.planByIndex ?? false;
    const typeOrm = TypeOrmModule.forRoot({
      ...dataSourceOptions({
        url: config.SERVICE_DATABASE_URL,
        service: name,
        pool: shared(config.SERVICE_POOL),
        entities: definition.entities ?? [],
        planByIndex,
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
      {
        provide: Lists,
        useFactory: () =>
          new Lists({
            url: config.SERVICE_DATABASE_URL,
            service: name,
            pool: shared(config.SERVICE_LIST_POOL),
            planByIndex,
          }),
      },
      {
        provide: PublicLists,
        useFactory: () => PublicLists.of({ url: config.SERVICE_DATABASE_URL, service: name, planByIndex }),
      },
      { provide: Documents, useFactory: (clock: Clock) => new Documents(clock), inject: [Clock] },
      { provide: EventSchemas, useFactory: () => new EventSchemas(everythingOn(definition)) },
      {
        provide: EventWriter,
        useFactory: (schemas: EventSchemas, clock: Clock) => new EventWriter(name, schemas, clock),
        inject: [EventSchemas, Clock],
      },
      { provide: BUS, useFactory: (log: Log) => openBus(config, definition, log), inject: [LOG] },
      {
        provide: OutboxRelay,
        useFactory: (bus: EventBus, log: Log, clock: Clock, events: EventWriter) =>
          new OutboxRelay(
            { url: config.SERVICE_DATABASE_URL, service: name, pausedFile: config.SHULIAN_RELAY_PAUSED_FILE },
            bus,
            log,
            announcerFor(definition, bus, clock, events, log),
          ),
        inject: [BUS, LOG, Clock, EventWriter],
      },
      Arrivals,
      Stopping,
      {
        provide: 'txOn',
        useFactory:
          (events: EventWriter): TxOn =>
          (session) =>
            new Tx(session, new Outbox(session, events), events),
        inject: [EventWriter],
      },
      {
        provide: Transaction,
        useFactory: (database: Database, txOn: TxOn, relay: OutboxRelay) =>
          new Transaction(database, txOn, () => relay.poke()),
        inject: [Database, 'txOn', OutboxRelay],
      },
      {
        provide: OncePerKey,
        useFactory: (database: Database, txOn: TxOn, relay: OutboxRelay) =>
          new OncePerKey(database, txOn, () => relay.poke()),
        inject: [Database, 'txOn', OutboxRelay],
      },
      {
        provide: Inbox,
        useFactory: (
          database: Database,
          txOn: TxOn,
          schemas: EventSchemas,
          arrivals: Arrivals,
          log: Log,
          events: EventWriter,
          relay: OutboxRelay,
          stopping: Stopping,
        ) =>
          new Inbox(
            database,
            txOn,
            schemas,
            arrivals,
            log,
            events,
            () => relay.poke(),
            () => stopping.is,
            config.SHULIAN_KAFKA_SESSION_MS / 2,
          ),
        inject: [Database, 'txOn', EventSchemas, Arrivals, LOG, EventWriter, OutboxRelay, Stopping],
      },
      {
        provide: EventBusServer,
        useFactory: (bus: EventBus, inbox: Inbox, schemas: EventSchemas, modules: ModulesContainer) => {
          const topics = new Map(definition.events.map((event) => [event.type, event.topic.name]));
          const consumers = [...modules.values()].flatMap((module) =>
            [...module.controllers.values()].flatMap(({ metatype }) => metatype ?? []),
          );
          return new EventBusServer(name, bus, inbox, schemas, ignoredBy(consumers), (type) =>
            topics.get(type),
          );
        },
        inject: [BUS, Inbox, EventSchemas, ModulesContainer],
      },
      {
        provide: ConsumerWatch,
        useFactory: (bus: EventBus, log: Log) => new ConsumerWatch(bus, log),
        inject: [BUS, LOG],
      },
      {
        provide: WatermarkReader,
        useFactory: (database: Database, bus: EventBus, schemas: EventSchemas, log: Log) =>
          new WatermarkReader(name, definition.follows ?? [], database, bus, schemas, log),
        inject: [Database, BUS, EventSchemas, LOG],
      },
      {
        provide: HeardWatermarksOn,
        useFactory: (server: EventBusServer) =>
          new HeardWatermarksOn(
            () => server.followings(),
            (definition.follows ?? []).map(({ of }) => of),
          ),
        inject: [EventBusServer],
      },
      {
        provide: Freshness,
        useFactory: (database: Database, heard: HeardWatermarksOn, clock: Clock) =>
          new Freshness(heard.on(database), clock),
        inject: [Database, HeardWatermarksOn, Clock],
      },
      {
        provide: Health,
        useFactory: (database: Database, bus: EventBus, relay: OutboxRelay, freshness: Freshness) =>
          new Health(database, bus, relay, freshness),
        inject: [Database, BUS, OutboxRelay, Freshness],
      },
      {
        provide: TokenVerifier,
        useFactory: () => new TokenVerifier(config.SHULIAN_JWKS_FILE, config.SHULIAN_VOIDED_LOOK_MS),
      },
      {
        provide: AccessGuard,
        useFactory: (verifier: TokenVerifier) => new AccessGuard(verifier, name),
        inject: [TokenVerifier],
      },
      { provide: ProblemDocuments, useFactory: () => new ProblemDocuments(definition.problems ?? {}) },
      {
        provide: Jobs,
        useFactory: (database: Database, lists: Lists) => new Jobs(database, lists, name),
        inject: [Database, Lists],
      },
      {
        provide: JobRunner,
        useFactory: (jobs: Jobs, database: Database, log: Log) => new JobRunner(jobs, database, log),
        inject: [Jobs, Database, LOG],
      },
      {
        provide: OncePerDay,
        useFactory: (database: Database, clock: Clock, log: Log) => new OncePerDay(database, clock, log),
        inject: [Database, Clock, LOG],
      },
      ...(definition.keepsFiles === true ? fileProviders(name, config) : []),
    ];
    return {
      module: ServiceKitModule,
      imports: [typeOrm],
      controllers: [
        HealthController,
        operationsControllerFor(name),
        setAsideControllerFor(name),
        operatorEntriesControllerFor(name),
      ],
      providers,
      exports: providers.map((provider) => ('provide' in provider ? provider.provide : provider)),
    };
  }
}

export { readConfig } from './config/read-config.js';
export { ServiceConfig } from './config/service.config.js';
export { Clock, clockFrom, StandingClock } from './clock/clock.js';
export { newId } from './ids/new-id.js';
export type { Log } from './log/logger.js';
export { currentTrace, traceFrom, withTrace } from './log/trace.js';
export type { Trace } from './log/trace.js';
export {
  conflict,
  denied,
  invalid,
  Problem,
  Refused,
  unknownReference,
  unknownThing,
} from './problem/refused.js';
export type { BodyError } from './problem/refused.js';
export { languageOf, ProblemDocuments } from './problem/problem-document.js';
export { problemFrom, sendProblem } from './problem/problem.filter.js';
export { Database, dataSourceOptions } from './database/database.js';
export { codeOf, isAway, isTransient, mayWorkAgain, violatedUnique } from './database/sql-state.js';
export type { Migration } from './database/database.js';
export { Session, statement } from './database/session.js';
export type { Rows, Statement } from './database/session.js';
export { CreateEventTables, DropOutboxIndexes } from './database/event-tables.js';
export { migrateSchema, prepareBus, prepareSchema, roleOf } from './database/prepare-schema.js';
export { Transaction } from './transaction/transaction.js';
export { EventWriter, insertOutbox, Outbox } from './outbox/outbox.js';
export type { OutboxColumns } from './outbox/outbox.js';
export { EventSchemas, SchemaMismatch } from './outbox/event-schemas.js';
export type { KnownEvent } from './outbox/event-schemas.js';
export { OutboxRelay } from './outbox/outbox-relay.js';
export { Inbox } from './inbox/inbox.js';
export type { Digesting, Room } from './inbox/inbox.js';
export { Arrivals } from './inbox/arrivals.js';
export type { DeliveredEvent, EventBus, OutgoingEvent, Standing, Subscription } from './bus/event-bus.js';
export { Digests, EventBusServer } from './bus/event-bus-server.js';
export { KafkaBus } from './bus/kafka-bus.js';
export { PgLogBus } from './bus/pg-log-bus.js';
export { Bell } from './bus/bell.js';
export { partitionOf } from './bus/partition.js';
export { killPoint } from './bus/kill-point.js';
export {
  Answer,
  answerFrom,
  claimOf,
  DESK_REQUEST_KEY,
  hashBody,
  OncePerKey,
  wasAnsweredMeanwhile,
} from './idempotency/once-per-key.js';
export type { DeskRequest, StoredAnswer } from './idempotency/once-per-key.js';
export { AccessGuard, Does, From, Plumbing } from './access/access.guard.js';
export type { RequestOfCaller } from './access/access.guard.js';
export { Caller, pathId, queryId } from './access/caller.js';
export { AUDIENCE, ISSUER, TokenVerifier } from './access/token-verifier.js';
export { Once } from './http/once.js';
export { etagOf, IfMatch, refuseIfStale } from './http/etag.js';
export { afterCursor, numberAfter, PageAsked, pageOf } from './http/page.js';
export type { Page } from './http/page.js';
export { Health } from './health/health.js';
export type { Readiness, ServiceStanding } from './health/health.js';
export { JobNotes, Jobs } from './jobs/jobs.js';
export type { JobProblem, JobView } from './jobs/jobs.js';
export { JobInterrupted } from './jobs/job-interrupted.js';
export { JobRunner } from './jobs/job-runner.js';
export type { JobWork, RunningJob } from './jobs/job-runner.js';
export { CreateJobTables } from './jobs/job-tables.js';
export { receiveUpload } from './jobs/uploads.js';
export type { Upload } from './jobs/uploads.js';
export { jobsControllerFor } from './jobs/jobs.controller.js';
export { bootService, runService } from './boot/boot-service.js';
export type { RunningService } from './boot/boot-service.js';
export { emittedOpenApi } from './boot/emitted-open-api.js';
export { openApiOf } from './boot/open-api.js';
export type { ServiceDefinition, StoreParts } from './boot/service-definition.js';
export { BUS, LOG } from './boot/service-kit.module.js';

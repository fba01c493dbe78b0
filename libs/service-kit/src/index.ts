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
export { languageOf, ProblemDocuments, type Language } from './problem/problem-document.js';
export { problemFrom, sendProblem } from './problem/problem.filter.js';
export { Database, dataSourceOptions } from './database/database.js';
export { Lists, PublicLists } from './database/lists.js';
export { codeOf, isAway, isTransient, mayWorkAgain, violatedUnique } from './database/sql-state.js';
export type { Migration } from './database/database.js';
export { Session, statement } from './database/session.js';
export { allOf, shared, sql, words, type Sql } from './database/sql.js';
export { statementOf, unnested, type Slot, type StatementOf, type ValueOf } from './database/statement-of.js';
export type { Rows, Statement } from './database/session.js';
export { CreateWatermarks } from './watermarks/watermark-tables.js';
export { Freshness, KNOWS_UP_TO } from './watermarks/freshness.js';
export { KeepFingerprints } from './database/lasting-secrets.js';
export { SetEventsAside } from './outbox/set-aside-tables.js';
export { CreateEventTables, DropOutboxIndexes } from './database/event-tables.js';
export { CreateOperatorEntries } from './trail/operator-tables.js';
export { CreateDigestedPositions } from './database/digested-positions.js';
export { KeepParkedBytes, ParkOncePerReading } from './database/parked-bytes.js';
export {
  migrateSchema,
  prepareBus,
  prepareSchema,
  renewStatistics,
  roleOf,
} from './database/prepare-schema.js';
export { Transaction } from './transaction/transaction.js';
export { Tx } from './transaction/tx.js';
export { EventWriter, insertOutbox, Outbox, outboxTypes, writeEvents } from './outbox/outbox.js';
export type { OutboxColumns } from './outbox/outbox.js';
export { EventSchemas, SchemaMismatch } from './outbox/event-schemas.js';
export type { KnownEvent } from './outbox/event-schemas.js';
export { OutboxRelay } from './outbox/outbox-relay.js';
export { Inbox } from './inbox/inbox.js';
export type { Digesting, Room } from './inbox/handling.js';
export { Arrivals, type Question } from './inbox/arrivals.js';
export type { EventBus, OutgoingEvent, Standing, Subscription } from './bus/event-bus.js';
export { Digests, EventBusServer, PassesOver } from './inbox/event-bus-server.js';
export { KafkaBus } from './bus/kafka-bus.js';
export { PgLogBus } from './bus/pg-log-bus.js';
export { Signal } from './bus/signal.js';
export { partitionOf } from './bus/partition.js';
export { killPoint } from './bus/kill-point.js';
export {
  Answer,
  answerFrom,
  DESK_REQUEST_KEY,
  hashBody,
  OncePerKey,
  wasAnsweredMeanwhile,
} from './idempotency/once-per-key.js';
export type { DeskRequest, StoredAnswer } from './idempotency/once-per-key.js';
export { AccessGuard, Does, From, InternalRoute } from './access/access.guard.js';
export type { RequestOfCaller } from './access/access.guard.js';
export { Caller } from './access/caller.js';
export { packedGrants } from './access/packed-grants.js';
export { voidedTokensFile } from './access/voided-tokens.js';
export type { VoidedUntil } from './access/voided-tokens.js';
export { AUDIENCE, ISSUER, TokenVerifier } from './access/token-verifier.js';
export { fieldId, Id, Ids, IdsAsked, pathId, queryId } from './http/id.js';
export { Once } from './http/once.js';
export { eventStream } from './http/event-stream.js';
export { ReadsIn } from './http/language.js';
export { IfMatch, IfMatchWhereKnown, refuseIfStale } from './http/etag.js';
export { Versioned } from './http/versioned.js';
export { afterCursor, cursorOf, idAfter, numberAfter, PageAsked, pageOf, refuseCursor } from './http/page.js';
export { ExternalIdAsked, ExternalIdShown } from './http/external-id.js';
export { FollowChanges } from './changes/followed-table.js';
export { KeepSum } from './sums/kept-sum.js';
export { refuseWithUpdatedSince, syncedPage } from './changes/synced-list.js';
export type { Synced, SyncedList } from './changes/synced-list.js';
export { SyncedPage, UpdatedSince } from './changes/synced-list.http.js';
export type { Page } from './http/page.js';
export { Documents } from './documents/documents.js';
export { isTableFormat, isWho, LINES, tableFromLines } from './documents/table-lines.js';
export type { TableOfLines, Who, WhoType } from './documents/table-lines.js';
export { FormatAsked, ListAsked, pageOrDocument } from './documents/printed-list.js';
export { LIST_FORMATS } from './documents/printed-list.js';
export { TABLE_FORMATS } from '@shulian/documents';
export type { ListFormat, PrintedColumn, PrintedList, Words } from './documents/printed-list.js';
export { Health } from './health/health.js';
export type { Readiness, ReportedStanding } from './health/health.js';
export { JobNotes } from './jobs/job-notes.js';
export { Jobs } from './jobs/jobs.js';
export type { JobProblem, JobView } from './jobs/jobs.js';
export { JobInterrupted } from './jobs/job-interrupted.js';
export { JobRunner } from './jobs/job-runner.js';
export type { JobWork, RunningJob } from './jobs/job-runner.js';
export { BoundJobs, CreateJobTables, KeepJobOutputs } from './jobs/job-tables.js';
export { queueUpload, type ReadyToRun } from './jobs/queue-upload.js';
export type { Upload } from './jobs/uploads.js';
export { JobsController } from './jobs/jobs.controller.js';
export { JobOutputs } from './jobs/job-outputs.js';
export { JobOutputsController } from './jobs/job-outputs.controller.js';
export { Job, JobsAsked, JobsPage } from './jobs/jobs.http.js';
export { bootService, runService } from './boot/boot-service.js';
export type { RunningService } from './boot/boot-service.js';
export { emittedOpenApi } from './boot/emitted-open-api.js';
export { openApiOf } from './boot/open-api.js';
export type { ServiceDefinition } from './boot/service-definition.js';
export { BUS, LOG } from './config/tokens.js';
export { cellsOfLine, separatorOf, separators } from './text/separator.js';
export type { Separator } from './text/separator.js';
export { cellFault, plainNumber, unprotected, withoutInvisible } from './text/spreadsheet-cell.js';
export type { CellFault } from './text/spreadsheet-cell.js';
export {
  codingOfFile,
  codingOfPiece,
  decodedAs,
  decodedPiece,
  hasHighBytes,
  isCleanGb18030,
  leadOverGb18030,
  verdictOn,
} from './text/text-coding.js';
export type { CodingVerdict, DecodedText, FileCoding, TextCoding, TextTrouble } from './text/text-coding.js';
export { withoutMark } from './text/byte-order-mark.js';
export { tableRows } from './text/delimited-rows.js';
export type { TableRow } from './text/delimited-rows.js';
export { CreateFileTables } from './files/file-tables.js';
export { FileStore } from './files/file-store.js';
export type { OpenFile, StoredFile } from './files/file-store.js';
export { KeptFiles } from './files/kept-files.js';
export { pictureFrom } from './files/pictures.js';
export type { Picture } from './files/pictures.js';
export { fileOfForm, receiveForm } from './http/form.js';
export { CreateDailyRuns } from './schedules/daily-runs.js';
export { OncePerDay } from './schedules/once-per-day.js';
export { TimeSlices } from './jobs/time-slices.js';

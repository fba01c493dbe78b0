import { Body, Controller, Get, HttpCode, Injectable, Module, Param, Post, Query } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Type, type Static } from '@sinclair/typebox';
import { IsInt, IsString, Max, Min } from 'class-validator';
import { defineEvent, watermarkOf, type CloudEvent } from '@shulian/contracts/envelope';
import { Does, From } from '../access/access.guard.js';
import { Caller } from '../access/caller.js';
import { Digests } from '../inbox/event-bus-server.js';
import type { ServiceDefinition } from '../boot/service-definition.js';
import { CreateDigestedPositions } from '../database/digested-positions.js';
import { KeepFingerprints } from '../database/lasting-secrets.js';
import { KeepParkedBytes, ParkOncePerReading } from '../database/parked-bytes.js';
import { CreateEventTables } from '../database/event-tables.js';
import { CreateOperatorEntries } from '../trail/operator-tables.js';
import { BoundJobs, CreateJobTables, KeepJobOutputs } from '../jobs/job-tables.js';
import { Once } from '../http/once.js';
import { OncePerKey, type Answer, type DeskRequest } from '../idempotency/once-per-key.js';
import type { Digesting } from '../inbox/handling.js';
import { CreateWatermarks } from '../watermarks/watermark-tables.js';
import { CreateDailyRuns } from '../schedules/daily-runs.js';
import { CreateFileTables } from '../files/file-tables.js';
import { SetEventsAside } from '../outbox/set-aside-tables.js';
import { Refused } from '../problem/refused.js';

/** A toy service with everything of the kit in it: counters that are raised by HTTP and mirrored by events. */
export const CounterRaised = defineEvent({
  type: 'shulian.counting.counter.raised.v1',
  topic: { name: 'shulian.counting.counter', partitions: 8, keyedBy: 'counter name' },
  data: Type.Object({ counter: Type.String({ maxLength: 200 }), by: Type.Integer(), value: Type.Integer() }),
  says: 'A counter was raised.',
  key: (raised) => raised.counter,
  school: () => null,
});
export const countingWatermark = watermarkOf('counting');
type Raised = Static<typeof CounterRaised.data>;

class CreateEventsOfCounting1790000000000 extends CreateEventTables {}
class TrailOperatorsOfCounting1790000000012 extends CreateOperatorEntries {}
class CreateJobsOfCounting1790000000001 extends CreateJobTables {}
class CreatePositionsOfCounting1790000000003 extends CreateDigestedPositions {}
class SetEventsAsideOfCounting1790000000004 extends SetEventsAside {}
class CreateWatermarksOfCounting1790000000005 extends CreateWatermarks {}
class KeepParkedBytesOfCounting1790000000005 extends KeepParkedBytes {}
class KeepFingerprintsOfCounting1790000000006 extends KeepFingerprints {}
class ParkOncePerReadingOfCounting1790000000007 extends ParkOncePerReading {}
class CreateDailyRunsOfCounting1790000000008 extends CreateDailyRuns {}
class CreateFilesOfCounting1790000000009 extends CreateFileTables {}
class BoundJobsOfCounting1790000000003 extends BoundJobs {}
class KeepJobOutputsOfCounting1790000000010 extends KeepJobOutputs {}
class CreateCounter1790000000002 {
  async up(runner: { query(text: string): Promise<unknown> }): Promise<void> {
    await runner.query(`create table counter (name text primary key, value int not null, version int not null);
      create table mirror (name text primary key, value int not null, version int not null, effects int not null);
      create table poison (name text primary key);`);
  }
  async down(): Promise<void> {}
}

class RaiseAsked {
  @IsString()
  counter!: string;
  @IsInt()
  @Min(1)
  @Max(100)
  by!: number;
}

@Injectable()
class RaiseCounter {
  constructor(private readonly once: OncePerKey) {}

  execute(request: DeskRequest | null, input: RaiseAsked): Promise<Answer> {
    return this.once.run(request, 201, async (tx) => {
      const [row] = await tx.session.rows<{ value: number; version: number }>(
        `insert into counter values ($1, $2, 1)
         on conflict (name) do update set value = counter.value + $2, version = counter.version + 1
         returning value, version`,
        [input.counter, input.by],
      );
      const { value = 0, version = 0 } = row ?? {};
      if (value > 10_000)
        throw new Refused('reader.at-limit', [
          { code: 'reader.at-limit', severity: 'deny', overridable: false },
        ]);
      await tx.outbox.append(
        CounterRaised.announce({ counter: input.counter, by: input.by, value }, version),
      );
      return { counter: input.counter, value };
    });
  }
}

@Controller()
class CountersController {
  constructor(private readonly raise: RaiseCounter) {}

  @Post('counters')
  @HttpCode(201)
  @Does('titles.create')
  raiseCounter(@Body() input: RaiseAsked, @Once() request: DeskRequest | null): Promise<Answer> {
    return this.raise.execute(request, input);
  }

  @Get('counters')
  @Does('titles.list')
  input(@Query('q') q: string): { q: string } {
    return { q };
  }

  @Get('counters/:school')
  @Does('loans.list')
  ofSchool(@From() caller: Caller, @Param('school') school: string): { school: string } {
    return { school: caller.schoolFor(school) };
  }
}

@Controller()
class CountingConsumer {
  @Digests('from-counting', CounterRaised)
  async raised(@Payload() event: CloudEvent<string, Raised>, @Ctx() { tx }: Digesting): Promise<void> {
    const { counter, value } = event.data;
    const poisoned = await tx.session.rows('select from poison where name = $1', [counter]);
    if (poisoned.length > 0) throw new TypeError('cannot digest this counter');
    await tx.session.rows(
      `insert into mirror values ($1, $2, $3, 1)
       on conflict (name) do update set value = $2, version = $3, effects = mirror.effects + 1
       where mirror.version < $3`,
      [counter, value, event.aggregateversion],
    );
  }
}

@Module({ controllers: [CountersController, CountingConsumer], providers: [RaiseCounter] })
class CountingModule {}

export const countingDefinition: ServiceDefinition = {
  name: 'counting',
  module: CountingModule,
  migrations: [
    CreateEventsOfCounting1790000000000,
    CreateJobsOfCounting1790000000001,
    CreateCounter1790000000002,
    BoundJobsOfCounting1790000000003,
    CreatePositionsOfCounting1790000000003,
    SetEventsAsideOfCounting1790000000004,
    CreateWatermarksOfCounting1790000000005,
    KeepParkedBytesOfCounting1790000000005,
    KeepFingerprintsOfCounting1790000000006,
    ParkOncePerReadingOfCounting1790000000007,
    CreateDailyRunsOfCounting1790000000008,
    CreateFilesOfCounting1790000000009,
    KeepJobOutputsOfCounting1790000000010,
    TrailOperatorsOfCounting1790000000012,
  ] as never,
  events: [CounterRaised],
  keepsFiles: true,
  watermark: countingWatermark,
  follows: [countingWatermark],
  projections: ['mirror'],
  problems: { 'reader.at-limit': { zh: '计数已满', en: 'The counter is full' } },
  about: 'Counts, for the tests of the kit.',
};

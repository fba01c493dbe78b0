import { Body, Controller, Get, HttpCode, Injectable, Module, Param, Post } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Type, type Static } from '@sinclair/typebox';
import { IsInt, IsString, Max, Min } from 'class-validator';
import { defineEvent, type CloudEvent } from '@shulian/contracts/envelope';
import { Does, From } from '../access/access.guard.js';
import { Caller } from '../access/caller.js';
import { Digests } from '../bus/event-bus-server.js';
import type { ServiceDefinition } from '../boot/service-definition.js';
import { CreateEventTables } from '../database/event-tables.js';
import { CreateJobTables } from '../jobs/job-tables.js';
import type { Session } from '../database/session.js';
import { Once } from '../http/once.js';
import { OncePerKey, type Answer, type DeskRequest } from '../idempotency/once-per-key.js';
import type { Digesting } from '../inbox/inbox.js';
import type { Outbox } from '../outbox/outbox.js';
import { Refused } from '../problem/refused.js';

/** A toy service with everything of the kit in it: counters that are raised by HTTP and mirrored by events. */
export const CounterRaised = defineEvent({
  type: 'shulian.counting.counter.raised.v1',
  topic: { name: 'shulian.counting.counter', partitions: 8, keyedBy: 'counter name' },
  data: Type.Object({ counter: Type.String(), by: Type.Integer(), value: Type.Integer() }),
  says: 'A counter was raised.',
  key: (raised) => raised.counter,
  school: () => null,
});
type Raised = Static<typeof CounterRaised.data>;

export type CountingStore = { readonly session: Session; readonly outbox: Outbox };

class CreateEventsOfCounting1790000000000 extends CreateEventTables {}
class CreateJobsOfCounting1790000000001 extends CreateJobTables {}
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
  constructor(private readonly once: OncePerKey<CountingStore>) {}

  execute(request: DeskRequest | null, asked: RaiseAsked): Promise<Answer> {
    return this.once.run(request, 201, async (store) => {
      const [row] = await store.session.rows<{ value: number; version: number }>(
        `insert into counter values ($1, $2, 1)
         on conflict (name) do update set value = counter.value + $2, version = counter.version + 1
         returning value, version`,
        [asked.counter, asked.by],
      );
      const { value = 0, version = 0 } = row ?? {};
      if (value > 10_000)
        throw new Refused('counter.full', [{ code: 'counter.full', severity: 'deny', overridable: false }]);
      await store.outbox.append(
        CounterRaised.announce({ counter: asked.counter, by: asked.by, value }, version),
      );
      return { counter: asked.counter, value };
    });
  }
}

@Controller()
class CountersController {
  constructor(private readonly raise: RaiseCounter) {}

  @Post('counters')
  @HttpCode(201)
  @Does('titles.create', 'Raises a counter.')
  raiseCounter(@Body() asked: RaiseAsked, @Once() request: DeskRequest | null): Promise<Answer> {
    return this.raise.execute(request, asked);
  }

  @Get('counters/:school')
  @Does('loans.list', 'Tells whose school it is.')
  ofSchool(@From() caller: Caller, @Param('school') school: string): { school: string } {
    return { school: caller.schoolFor(school) };
  }
}

@Controller()
class CountingConsumer {
  @Digests('from-counting', CounterRaised)
  async raised(
    @Payload() event: CloudEvent<string, Raised>,
    @Ctx() { store }: Digesting<CountingStore>,
  ): Promise<void> {
    const { counter, value } = event.data;
    const poisoned = await store.session.rows('select from poison where name = $1', [counter]);
    if (poisoned.length > 0) throw new TypeError('cannot digest this counter');
    await store.session.rows(
      `insert into mirror values ($1, $2, $3, 1)
       on conflict (name) do update set value = $2, version = $3, effects = mirror.effects + 1
       where mirror.version < $3`,
      [counter, value, event.aggregateversion],
    );
  }
}

@Module({ controllers: [CountersController, CountingConsumer], providers: [RaiseCounter] })
class CountingModule {}

export const countingDefinition: ServiceDefinition<CountingStore> = {
  name: 'counting',
  module: CountingModule,
  migrations: [
    CreateEventsOfCounting1790000000000,
    CreateJobsOfCounting1790000000001,
    CreateCounter1790000000002,
  ] as never,
  storeFor: ({ session, outbox }) => ({ session, outbox }),
  events: [CounterRaised],
  problems: { 'counter.full': { zh: '计数已满', en: 'The counter is full' } },
  about: 'Counts, for the tests of the kit.',
};

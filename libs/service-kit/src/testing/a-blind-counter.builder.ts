import { Controller, Module } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Type, type Static } from '@sinclair/typebox';
import { defineEvent, type CloudEvent } from '@shulian/contracts/envelope';
import type { ServiceDefinition } from '../boot/service-definition.js';
import { Digests } from '../inbox/event-bus-server.js';
import type { Digesting } from '../inbox/handling.js';
import { CounterRaised, countingDefinition } from './a-counting-service.builder.js';

/** What the blind counter announces for each event it has counted. */
export const CounterHeard = defineEvent({
  type: 'shulian.counting.echo.heard.v1',
  topic: { name: 'shulian.counting.echo', partitions: 1, keyedBy: 'number of the echo' },
  data: Type.Object({ echo: Type.String(), counter: Type.String() }),
  says: 'A counter was heard.',
  key: (heard) => heard.echo,
  school: () => null,
});

class CreateTally1790000000006 {
  async up(runner: { query(text: string): Promise<unknown> }): Promise<void> {
    await runner.query('create table tally (name text primary key, effects int not null)');
  }
  async down(): Promise<void> {}
}

@Controller()
class BlindConsumer {
  @Digests('blindly', CounterRaised)
  async raised(
    @Payload() { data }: CloudEvent<string, Static<typeof CounterRaised.data>>,
    @Ctx() { tx }: Digesting,
  ): Promise<void> {
    const [row] = await tx.session.rows<{ effects: number }>(
      `insert into tally values ($1, 1) on conflict (name) do update set effects = tally.effects + 1
       returning effects`,
      [data.counter],
    );
    const echo = `${data.counter}-${row?.effects}`;
    await tx.outbox.append(CounterHeard.announce({ echo, counter: data.counter }, 1));
  }
}

@Module({ imports: [countingDefinition.module], controllers: [BlindConsumer] })
class BlindModule {}

/** The toy service with a room that counts whatever it is given, and announces it: it shows every effect too many. */
export const blindDefinition: ServiceDefinition = {
  ...countingDefinition,
  module: BlindModule,
  migrations: [...countingDefinition.migrations, CreateTally1790000000006],
  events: [...countingDefinition.events, CounterHeard],
};

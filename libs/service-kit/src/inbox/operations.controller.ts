import { Body, Controller, Get, HttpCode, Post, Query, type Type } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsISO8601, IsString, MaxLength } from 'class-validator';
import { Does, From } from '../access/access.guard.js';
import { Caller } from '../access/caller.js';
import { EventBusServer } from '../bus/event-bus-server.js';
import { Database } from '../database/database.js';
import { numberAfter, PageAsked, pageOf, type Page } from '../http/page.js';
import { unknownThing } from '../problem/refused.js';
import { republishSince } from '../replay/republish.js';

class ReplayAsked {
  @ApiProperty({ description: 'the consumer group, as the list shows it' })
  @IsString()
  @MaxLength(200)
  handler!: string;

  @ApiProperty()
  @IsString()
  @MaxLength(200)
  topic!: string;

  @ApiProperty()
  @IsString()
  @MaxLength(200)
  key!: string;
}

class RepublishAsked {
  @ApiProperty({
    format: 'date-time',
    description: 'events that occurred then or later; the outbox keeps seven days',
  })
  @IsISO8601({ strict: true })
  @MaxLength(40)
  since!: string;
}

/** An event that could not be digested, or waits behind one of the same key. */
type ParkedEventView = {
  readonly n: number;
  readonly handler: string;
  readonly topic: string;
  readonly key: string;
  readonly type: string;
  readonly eventId: string;
  readonly error: string;
  readonly parkedAt: string;
};

/** For the people who run the county: what is parked, a replay in order once the cause is mended, and sending again. */
export function operationsControllerFor(service: string): Type {
  @ApiTags('operations')
  @Controller(`operations/${service}`)
  class OperationsController {
    constructor(
      readonly database: Database,
      readonly server: EventBusServer<unknown>,
    ) {}

    @Get('parked-events')
    @Does('parked-events.list', 'Events that wait for a person, oldest first.')
    async list(@Query() asked: PageAsked): Promise<Page<ParkedEventView>> {
      const rows = await this.database.rows<ParkedEventView>(
        `select id::float8 as n, handler, topic, key, type, event_id as "eventId", error, parked_at as "parkedAt"
         from parked_event where resolved_at is null and id > $1 order by id limit $2`,
        [numberAfter(asked.cursor), asked.limit + 1],
      );
      return pageOf(
        rows,
        asked.limit,
        (row) => row,
        (row) => [row.n],
      );
    }

    @Post('parked-events/replays')
    @HttpCode(200)
    @Does(
      'parked-events.replay',
      'Digests the parked events of one key, in order; stops at the first that still fails.',
    )
    async replay(@From() caller: Caller, @Body() asked: ReplayAsked): Promise<{ resolved: number }> {
      const replayed = this.server.replay(asked.handler, asked.topic, asked.key, caller.id);
      if (replayed === null) throw unknownThing();
      return { resolved: await replayed };
    }

    @Post('republications')
    @HttpCode(200)
    @Does(
      'events.republish',
      'Sends events again, for a log that lost them; whoever has digested one lets it pass.',
    )
    async republish(@Body() asked: RepublishAsked): Promise<{ events: number }> {
      return { events: await republishSince(this.database, asked.since) };
    }
  }
  return OperationsController;
}

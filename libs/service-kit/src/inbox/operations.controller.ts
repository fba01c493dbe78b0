import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, type Type } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { operationOfService } from '@shulian/contracts/access';
import { Does, From } from '../access/access.guard.js';
import { Caller } from '../access/caller.js';
import type { EventBus } from '../bus/event-bus.js';
import { EventBusServer } from './event-bus-server.js';
import { BUS, LOG } from '../config/tokens.js';
import { Database } from '../database/database.js';
import { numberAfter, pageOf, type Page } from '../http/page.js';
import type { Log } from '../log/logger.js';
import { unknownThing } from '../problem/refused.js';
import { republishSince } from '../replay/republish.js';
import { reread, type Rereading } from '../replay/reread.js';
import {
  DismissalAsked,
  ParkedAsked,
  ReplayAsked,
  RepublishAsked,
  RereadAsked,
  DismissedView,
  ParkedEventsPage,
  ReplayedView,
  RereadingsView,
  type ParkedEventView,
} from './operations.http.js';
import { SentEventsView } from '../outbox/sent-events.http.js';
import type { Replayed } from './inbox.js';
import { dismiss } from './parking.js';

/** For the people who run the county: what is parked, a replay in order once the cause is mended, and sending again. */
export function operationsControllerFor(service: string): Type {
  @ApiTags('operations')
  @Controller(`operations/${service}`)
  class OperationsController {
    constructor(
      readonly database: Database,
      readonly server: EventBusServer,
      @Inject(BUS) readonly bus: EventBus,
      @Inject(LOG) readonly log: Log,
    ) {}

    @Get('parked-events')
    @Does(operationOfService(service, 'parked-events.list'))
    @ApiOkResponse({ type: ParkedEventsPage })
    async list(@Query() input: ParkedAsked): Promise<Page<ParkedEventView>> {
      const rows = await this.database.rows<ParkedEventView>(
        `select id::float8 as n, handler, topic, part, "offset"::float8 as "offset", key, type,
           event_id as "eventId", octet_length(value) as bytes, error, parked_at as "parkedAt",
           resolution, resolved_at as "resolvedAt", resolved_by as "resolvedBy", why
         from parked_event where resolved_at is ${input.resolved ? 'not null' : 'null'} and id > $1
         order by id limit $2`,
        [numberAfter(input.cursor), input.limit + 1],
      );
      return pageOf(
        rows,
        input.limit,
        (row) => row,
        (row) => [row.n],
      );
    }

    @Post('parked-events/replays')
    @HttpCode(200)
    @Does(operationOfService(service, 'parked-events.replay'))
    @ApiOkResponse({ type: ReplayedView })
    async replay(@From() caller: Caller, @Body() input: ReplayAsked): Promise<Replayed> {
      const replayed = this.server.replay(input.handler, input.topic, input.key, caller.id);
      if (replayed === null) throw unknownThing();
      return replayed;
    }

    @Post('parked-events/:n/dismissals')
    @HttpCode(200)
    @Does(operationOfService(service, 'parked-events.dismiss'))
    @ApiOkResponse({ type: DismissedView })
    async dismiss(
      @From() caller: Caller,
      @Param('n') n: string,
      @Body() { why }: DismissalAsked,
    ): Promise<{ dismissed: true }> {
      if (!/^\d{1,15}$/.test(n)) throw unknownThing();
      const place = await this.database.inTransaction((session) =>
        dismiss(session, Number(n), caller.id, why),
      );
      if (place === null) throw unknownThing();
      this.log.warn({ n, place, by: caller.id }, 'a parked event was dismissed');
      return { dismissed: true };
    }

    @Post('republications')
    @HttpCode(200)
    @Does(operationOfService(service, 'events.republish'))
    @ApiOkResponse({ type: SentEventsView })
    async republish(@Body() input: RepublishAsked): Promise<{ events: number }> {
      return { events: await republishSince(this.database, input.since) };
    }

    @Post('rereadings')
    @HttpCode(200)
    @Does(operationOfService(service, 'events.reread'))
    @ApiOkResponse({ type: RereadingsView })
    reread(
      @Body() { since, confirm }: RereadAsked,
    ): Promise<{ readonly rereadings: readonly Rereading[]; readonly done: boolean }> {
      return reread(this.database, this.bus, this.server, new Date(since), confirm);
    }
  }
  return OperationsController;
}

import { Body, Controller, Get, HttpCode, Post, Query, type Type } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import { operationOfService } from '@shulian/contracts/access';
import { Does } from '../access/access.guard.js';
import { Database } from '../database/database.js';
import { numberAfter, PageAsked, pageOf, type Page } from '../http/page.js';
import { SentEventsView } from './sent-events.http.js';
import { OutboxRelay } from './outbox-relay.js';

class SendingAsked {
  @ApiProperty()
  @IsString()
  @MaxLength(200)
  topic!: string;

  @ApiProperty()
  @IsString()
  @MaxLength(200)
  key!: string;
}

/** An event that the bus refused, with its reason; later ones of its key wait behind it. */
class SetAsideEventView {
  @ApiProperty({ type: 'integer' })
  readonly n!: number;
  @ApiProperty()
  readonly topic!: string;
  @ApiProperty()
  readonly key!: string;
  @ApiProperty()
  readonly type!: string;
  @ApiProperty({ format: 'uuid' })
  readonly eventId!: string;
  @ApiProperty({ type: 'integer' })
  readonly bytes!: number;
  @ApiProperty()
  readonly why!: string;
  @ApiProperty({ format: 'date-time' })
  readonly occurredAt!: string;
}

class SetAsideEventsPage {
  @ApiProperty({ type: [SetAsideEventView] })
  readonly items!: SetAsideEventView[];
  @ApiProperty({ type: 'string', nullable: true })
  readonly nextCursor!: string | null;
}

/** For the people who run the county: what the bus would not take, and sending it once the cause is mended. */
export function setAsideControllerFor(service: string): Type {
  @ApiTags('operations')
  @Controller(`operations/${service}/set-aside-events`)
  class SetAsideController {
    constructor(
      readonly database: Database,
      readonly relay: OutboxRelay,
    ) {}

    @Get()
    @Does(operationOfService(service, 'set-aside-events.list'))
    @ApiOkResponse({ type: SetAsideEventsPage })
    async list(@Query() input: PageAsked): Promise<Page<SetAsideEventView>> {
      const rows = await this.database.rows<SetAsideEventView>(
        `select id::float8 as n, topic, key, type, event_id as "eventId", octet_length(payload::text) as bytes,
                set_aside as why, occurred_at as "occurredAt"
         from outbox where set_aside is not null and id > $1 order by id limit $2`,
        [numberAfter(input.cursor), input.limit + 1],
      );
      return pageOf(
        rows,
        input.limit,
        (row) => row,
        (row) => [row.n],
      );
    }

    @Post('sendings')
    @HttpCode(200)
    @Does(operationOfService(service, 'set-aside-events.send'))
    @ApiOkResponse({ type: SentEventsView })
    async send(@Body() { topic, key }: SendingAsked): Promise<{ events: number }> {
      const freed = await this.database.rows(
        'update outbox set set_aside = null where set_aside is not null and topic = $1 and key = $2 returning 1',
        [topic, key],
      );
      this.relay.poke();
      return { events: freed.length };
    }
  }
  return SetAsideController;
}

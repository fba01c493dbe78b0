import { Readable } from 'node:stream';
import { Controller, Get, Headers, Query, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Caller, denied, Does, From } from '@shulian/service-kit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allowances } from '../limits/allowances.js';
import { EventsAsked } from './events.http.js';
import { FollowEvents } from './follow-events.js';

@ApiTags('events')
@Controller('events')
export class EventsController {
  constructor(
    private readonly followEvents: FollowEvents,
    private readonly allowances: Allowances,
  ) {}

  @Get()
  @Does('events.follow', 'The events of the county the caller may see, as they happen (server-sent events).')
  @ApiProduces('text/event-stream')
  @ApiHeader({
    name: 'Last-Event-ID',
    required: false,
    description: 'go on after this event; kept for 7 days',
  })
  async follow(
    @From() caller: Caller,
    @Query() { type, schoolId }: EventsAsked,
    @Headers('last-event-id') lastEventId: string | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const headers = this.allowances.ofCaller(caller.id);
    if (schoolId !== undefined && !caller.reach.county && !caller.reach.schools.has(schoolId)) throw denied();
    const wish = { types: type === undefined ? null : new Set(type), schoolId: schoolId ?? null };
    const gone = new AbortController();
    request.raw.socket.once('close', () => gone.abort());
    const stream = await this.followEvents.from(
      lastEventId,
      wish,
      caller,
      request.headers.authorization,
      gone.signal,
    );
    return (
      reply
        .headers(headers)
        .header('content-type', 'text/event-stream; charset=utf-8')
        .header('cache-control', 'no-store')
        // A stream ends with its connection; one kept alive would hold up a gateway that stops.
        .header('connection', 'close')
        .header('x-accel-buffering', 'no')
        .send(Readable.from(stream))
    );
  }
}

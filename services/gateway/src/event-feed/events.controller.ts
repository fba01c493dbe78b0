import { Readable } from 'node:stream';
import { Controller, Get, Headers, Query, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Caller, denied, Does, From, eventStream } from '@shulian/service-kit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allowances } from '../limits/allowances.js';
import { LongSlots } from '../limits/long-slots.js';
import { clientGone } from '../limits/slots.js';
import { EventsAsked } from './events.http.js';
import { FollowEvents } from './follow-events.js';

/** Each follower costs a connection and, further behind, questions to the database; a desk has one. */
const FOLLOWERS = { slots: 2_000, perCaller: 24 };

@ApiTags('events')
@Controller('events')
export class EventsController {
  private readonly slots = new LongSlots(FOLLOWERS);

  constructor(
    private readonly followEvents: FollowEvents,
    private readonly allowances: Allowances,
  ) {}

  @Get()
  @Does('events.follow')
  @ApiOkResponse(
    eventStream(
      'id: 1024\nevent: shulian.circulation.loan.returned.v1\ndata: {"specversion":"1.0","type":"shulian.circulation.loan.returned.v1","data":{}}\n\n',
    ),
  )
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
    const { socket } = request.raw;
    if (socket.destroyed) throw clientGone();
    // Who asks for the head only follows nothing.
    const isHead = request.method === 'HEAD';
    const leaveSlot = isHead ? () => undefined : this.slots.enter(caller.id);
    const gone = new AbortController();
    const end = (): void => {
      socket.off('close', end);
      gone.abort();
      leaveSlot();
    };
    socket.once('close', end);
    const stream = await this.followEvents
      .from(lastEventId, wish, caller, request.headers.authorization, gone.signal)
      .catch((error: unknown) => {
        end();
        throw error;
      });
    void reply
      .headers(headers)
      .header('content-type', 'text/event-stream; charset=utf-8')
      .header('cache-control', 'no-store')
      // A stream ends with its connection; one kept alive would hold up a gateway that stops.
      .header('connection', 'close')
      .header('x-accel-buffering', 'no');
    return reply.send(isHead ? '' : Readable.from(stream).once('close', end));
  }
}

import { Body, Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse } from '@nestjs/swagger';
import { Caller, Documents, Does, From, Once, pageOrDocument, pathId, ReadsIn, type Answer, type DeskRequest, type Language, type Page } from '@shulian/service-kit'; // prettier-ignore
import { BookSession } from './book-session.use-case.js';
import { DecideSession } from './decide-session.use-case.js';
import { printedRoomSessions, printedSessionTotals } from './room-sessions.format.js';
import { RoomSessionAsked, RoomSessionsAsked, RoomSessionsMade, RoomSessionsPage, RoomSessionView, SessionCancellation, SessionCopies, SessionCopiesAsked, SessionDecision, SessionTotalsAsked, SessionTotalsPage, type SessionTotal } from './room-sessions.http.js'; // prettier-ignore
import { RoomSessionsQuery } from './room-sessions.query.js';

@Controller()
export class RoomSessionsController {
  constructor(
    private readonly sessions: RoomSessionsQuery,
    private readonly bookSession: BookSession,
    private readonly decideSession: DecideSession,
    private readonly documents: Documents,
  ) {}

  @Post('room-sessions')
  @HttpCode(201)
  @Does('room-sessions.create')
  @ApiCreatedResponse({ type: RoomSessionsMade })
  book(
    @From() caller: Caller,
    @Body() input: RoomSessionAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.bookSession.execute(caller, input, request);
  }

  @Get('room-sessions')
  @Does('room-sessions.list')
  @ApiOkResponse({ type: RoomSessionsPage })
  list(
    @From() caller: Caller,
    @Query() input: RoomSessionsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<RoomSessionView> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedRoomSessions, input, language, (page) =>
      this.sessions.list(schoolId, page),
    );
  }

  @Get('room-sessions/:id')
  @Does('room-sessions.read')
  @ApiOkResponse({ type: RoomSessionView })
  read(@From() caller: Caller, @Param('id') id: string): Promise<RoomSessionView> {
    return this.sessions.own(caller, pathId(id));
  }

  @Post('room-sessions/:id/decision')
  @HttpCode(200)
  @Does('room-sessions.decide')
  @ApiOkResponse({ type: RoomSessionView })
  decide(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: SessionDecision,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.decideSession.execute(caller, pathId(id), input, request);
  }

  @Post('room-sessions/:id/cancellation')
  @HttpCode(200)
  @Does('room-sessions.cancel')
  @ApiOkResponse({ type: RoomSessionView })
  cancel(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: SessionCancellation,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.decideSession.cancel(caller, pathId(id), input, request);
  }

  @Get('room-sessions/:id/copies')
  @Does('room-sessions.copies')
  @ApiOkResponse({ type: SessionCopies })
  copies(
    @From() caller: Caller,
    @Param('id') id: string,
    @Query() input: SessionCopiesAsked,
  ): Promise<SessionCopies> {
    return this.sessions.copies(caller, pathId(id), input);
  }

  @Get('room-session-totals')
  @Does('room-session-totals.list')
  @ApiOkResponse({ type: SessionTotalsPage })
  totals(
    @From() caller: Caller,
    @Query() input: SessionTotalsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<SessionTotal> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    const notes = [`${input.from} - ${input.to}`];
    return pageOrDocument(this.documents, printedSessionTotals, input, language, (page) => this.sessions.totals(schoolId, page), notes); // prettier-ignore
  }
}

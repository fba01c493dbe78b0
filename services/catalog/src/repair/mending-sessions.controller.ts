import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Patch,
  Post,
  Query,
  type StreamableFile,
} from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Caller,
  Documents,
  Does,
  From,
  IfMatch,
  Once,
  pageOrDocument,
  pathId,
  ReadsIn,
  Versioned,
  type Answer,
  type DeskRequest,
  type Language,
  type Page,
} from '@shulian/service-kit';
import { HoldMendingSession } from './hold-mending-session.use-case.js';
import {
  MendingSessionAsked,
  MendingSessionChange,
  MendingSessionsAsked,
  MendingSessionsPage,
  SessionRead,
  type MendingSessionView,
} from './mending-sessions.http.js';
import { MendingSessionsQuery } from './mending-sessions.query.js';
import { printedSessions } from './repairs.format.js';

@ApiTags('repairs')
@Controller('mending-sessions')
export class MendingSessionsController {
  constructor(
    private readonly sessions: MendingSessionsQuery,
    private readonly holdSession: HoldMendingSession,
    private readonly documents: Documents,
  ) {}

  @Post()
  @HttpCode(201)
  @Versioned()
  @Does('mending-sessions.create')
  @ApiCreatedResponse({ type: SessionRead })
  create(
    @From() caller: Caller,
    @Body() input: MendingSessionAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.holdSession.plan(caller, input, request);
  }

  @Get()
  @Does('mending-sessions.list')
  @ApiOkResponse({ type: MendingSessionsPage })
  list(
    @From() caller: Caller,
    @Query() input: MendingSessionsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<MendingSessionView> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedSessions, input, language, (page) =>
      this.sessions.list(page, schoolId),
    );
  }

  @Get(':id')
  @Versioned()
  @Does('mending-sessions.read')
  @ApiOkResponse({ type: SessionRead })
  read(@From() caller: Caller, @Param('id') id: string): Promise<SessionRead> {
    return this.sessions.byId(caller, pathId(id));
  }

  @Patch(':id')
  @Versioned()
  @Does('mending-sessions.change')
  @ApiOkResponse({ type: SessionRead })
  change(
    @From() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() input: MendingSessionChange,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.holdSession.change(caller, pathId(id), version, input, request);
  }
}

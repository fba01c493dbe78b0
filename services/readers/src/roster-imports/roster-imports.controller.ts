import { Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiAcceptedResponse, ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import {
  Caller,
  Does,
  From,
  Once,
  type Answer,
  type DeskRequest,
  type RequestOfCaller,
} from '@shulian/service-kit';
import { QueueRosterImport } from './queue-roster-import.use-case.js';
import { QueuedRosterView, RosterImportAsked } from './roster-imports.http.js';

@ApiTags('roster-imports')
@Controller('roster-imports')
export class RosterImportsController {
  constructor(private readonly queueImport: QueueRosterImport) {}

  @Post()
  @HttpCode(202)
  @Does('roster-imports.create')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: RosterImportAsked })
  @ApiAcceptedResponse({ type: QueuedRosterView })
  create(
    @From() caller: Caller,
    @Req() request: RequestOfCaller,
    @Once() once: DeskRequest | null,
  ): Promise<Answer> {
    return this.queueImport.execute(caller, request, once);
  }
}

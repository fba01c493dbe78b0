import { Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiAcceptedResponse, ApiBody, ApiConsumes, ApiHeader, ApiTags } from '@nestjs/swagger';
import {
  Caller,
  Does,
  From,
  Once,
  type Answer,
  type DeskRequest,
  type RequestOfCaller,
} from '@shulian/service-kit';
import { ArchiveImportAsked, QueuedArchiveImport } from './archive-imports.http.js';
import { QueueArchiveImport } from './queue-archive-import.use-case.js';

@ApiTags('archives')
@Controller('archive-imports')
export class ArchiveImportsController {
  constructor(private readonly queueImport: QueueArchiveImport) {}

  @Post()
  @HttpCode(202)
  @Does('archive-imports.create')
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: ArchiveImportAsked })
  @ApiAcceptedResponse({ type: QueuedArchiveImport })
  create(
    @From() caller: Caller,
    @Req() request: RequestOfCaller,
    @Once() once: DeskRequest | null,
  ): Promise<Answer> {
    return this.queueImport.execute(caller, request, once);
  }
}

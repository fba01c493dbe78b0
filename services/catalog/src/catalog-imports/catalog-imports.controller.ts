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
import { CatalogImportAsked, QueuedImportView } from './catalog-imports.http.js';
import { QueueImport } from './queue-import.use-case.js';

@ApiTags('catalog-imports')
@Controller('catalog-imports')
export class CatalogImportsController {
  constructor(private readonly queueImport: QueueImport) {}

  @Post()
  @HttpCode(202)
  @Does('catalog-imports.create')
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: CatalogImportAsked })
  @ApiAcceptedResponse({ type: QueuedImportView })
  create(
    @From() caller: Caller,
    @Req() request: RequestOfCaller,
    @Once() once: DeskRequest | null,
  ): Promise<Answer> {
    return this.queueImport.execute(caller, request, once);
  }
}

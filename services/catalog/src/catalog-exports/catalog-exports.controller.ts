import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiTags } from '@nestjs/swagger';
import {
  Caller,
  Does,
  From,
  Job,
  Once,
  ReadsIn,
  type Answer,
  type DeskRequest,
  type Language,
} from '@shulian/service-kit';
import { CatalogExportAsked } from './catalog-exports.http.js';
import { QueueExport } from './queue-export.use-case.js';

@ApiTags('catalog-exports')
@Controller('catalog-exports')
export class CatalogExportsController {
  constructor(private readonly queueExport: QueueExport) {}

  @Post()
  @HttpCode(202)
  @Does('catalog-exports.create')
  @ApiAcceptedResponse({ type: Job })
  create(
    @From() caller: Caller,
    @Body() input: CatalogExportAsked,
    @ReadsIn() language: Language,
    @Once() once: DeskRequest | null,
  ): Promise<Answer> {
    return this.queueExport.execute(caller, input, language, once);
  }
}

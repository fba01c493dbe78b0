import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Caller,
  Documents,
  Does,
  From,
  pageOrDocument,
  ReadsIn,
  type Language,
  type Page,
} from '@shulian/service-kit';
import { printedReaderLoads } from './reader-load.format.js';
import { ReaderLoadsAsked, ReaderLoadsPage, type ReaderLoad } from './reader-load.http.js';
import { ReaderLoadQuery } from './reader-load.query.js';

@ApiTags('reader-loads')
@Controller('reader-loads')
export class ReaderLoadController {
  constructor(
    private readonly loads: ReaderLoadQuery,
    private readonly documents: Documents,
  ) {}

  @Get()
  @Does('reader-loads.list')
  @ApiOkResponse({ type: ReaderLoadsPage })
  list(
    @From() caller: Caller,
    @Query() input: ReaderLoadsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<ReaderLoad> | StreamableFile> {
    const schoolId = caller.schoolOrCounty(input.schoolId);
    return pageOrDocument(this.documents, printedReaderLoads, input, language, (page) =>
      this.loads.page(page, schoolId),
    );
  }
}

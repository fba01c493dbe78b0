import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
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
import { printedRightsEntries } from './rights-entries.format.js';
import { RightsEntriesAsked, RightsEntriesPage, type RightsEntryView } from './rights-entries.http.js';
import { RightsEntries } from './rights-entries.query.js';

@Controller('rights-entries')
export class RightsEntriesController {
  constructor(
    private readonly entries: RightsEntries,
    private readonly documents: Documents,
  ) {}

  @Get()
  @Does('rights-entries.list')
  @ApiOkResponse({ type: RightsEntriesPage })
  list(
    @From() caller: Caller,
    @Query() input: RightsEntriesAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<RightsEntryView> | StreamableFile> {
    return pageOrDocument(this.documents, printedRightsEntries, input, language, (page) =>
      this.entries.page(caller, page),
    );
  }
}

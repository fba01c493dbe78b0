import { Body, Controller, Get, HttpCode, Put, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Caller,
  Documents,
  Does,
  From,
  Once,
  pageOrDocument,
  ReadsIn,
  type Answer,
  type DeskRequest,
  type Language,
  type Page,
} from '@shulian/service-kit';
import { printedStandards } from './library-standards.format.js';
import { StandardAsked, StandardsAsked, StandardsPage, StandardView } from './library-standards.http.js';
import { LibraryStandardsQuery } from './library-standards.query.js';
import { SetStandard } from './set-standard.use-case.js';

@ApiTags('library-standards')
@Controller('library-standards')
export class LibraryStandardsController {
  constructor(
    private readonly standards: LibraryStandardsQuery,
    private readonly setStandard: SetStandard,
    private readonly documents: Documents,
  ) {}

  @Put()
  @HttpCode(200)
  @Does('library-standards.put')
  @ApiOkResponse({ type: StandardView })
  put(
    @From() caller: Caller,
    @Body() input: StandardAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.setStandard.execute(caller, input, request);
  }

  @Get()
  @Does('library-standards.list')
  @ApiOkResponse({ type: StandardsPage })
  list(
    @Query() input: StandardsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<StandardView> | StreamableFile> {
    return pageOrDocument(this.documents, printedStandards, input, language, (page) =>
      this.standards.list(page),
    );
  }
}

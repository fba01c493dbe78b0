import { Controller, Get, HttpCode, Post, Query, Req, type StreamableFile } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBody,
  ApiConsumes,
  ApiHeader,
  ApiOkResponse,
  ApiTags,
} from '@nestjs/swagger';
import {
  Caller,
  Documents,
  Does,
  From,
  Job,
  Once,
  pageOrDocument,
  ReadsIn,
  type Answer,
  type DeskRequest,
  type Language,
  type Page,
  type RequestOfCaller,
} from '@shulian/service-kit';
import { ClassWorkQuery } from './class-work.query.js';
import { printedClasses, printedDoubtful, printedUnclassed } from './clc-classes.format.js';
import {
  ClassWorkAsked,
  ClcClassesAsked,
  ClcClassesPage,
  ClcTableAsked,
  DoubtfulClassesPage,
  UnclassedTitlesPage,
  type ClcClassView,
  type DoubtfulClassView,
  type UnclassedTitleView,
} from './clc-classes.http.js';
import { ClcClassesQuery } from './clc-classes.query.js';
import { QueueClcTable } from './queue-clc-table.use-case.js';

@ApiTags('classes')
@Controller()
export class ClcClassesController {
  constructor(
    private readonly classes: ClcClassesQuery,
    private readonly work: ClassWorkQuery,
    private readonly queueTable: QueueClcTable,
    private readonly documents: Documents,
  ) {}

  @Get('clc-classes')
  @Does('clc-classes.list')
  @ApiOkResponse({ type: ClcClassesPage })
  list(
    @Query() input: ClcClassesAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<ClcClassView> | StreamableFile> {
    return pageOrDocument(this.documents, printedClasses, input, language, (page) =>
      this.classes.find(page, language),
    );
  }

  @Post('clc-table-imports')
  @HttpCode(202)
  @Does('clc-table-imports.create')
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: ClcTableAsked })
  @ApiAcceptedResponse({ type: Job })
  importTable(
    @From() caller: Caller,
    @Req() request: RequestOfCaller,
    @Once() once: DeskRequest | null,
  ): Promise<Answer> {
    return this.queueTable.execute(caller, request, once);
  }

  @Get('doubtful-classes')
  @Does('doubtful-classes.list')
  @ApiOkResponse({ type: DoubtfulClassesPage })
  doubtful(
    @From() caller: Caller,
    @Query() input: ClassWorkAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<DoubtfulClassView> | StreamableFile> {
    const schoolId = caller.schoolOrCounty(input.schoolId);
    return pageOrDocument(this.documents, printedDoubtful, input, language, (page) =>
      this.work.doubtful(schoolId, page),
    );
  }

  @Get('unclassed-titles')
  @Does('unclassed-titles.list')
  @ApiOkResponse({ type: UnclassedTitlesPage })
  unclassed(
    @From() caller: Caller,
    @Query() input: ClassWorkAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<UnclassedTitleView> | StreamableFile> {
    const schoolId = caller.schoolOrCounty(input.schoolId);
    return pageOrDocument(this.documents, printedUnclassed, input, language, (page) =>
      this.work.unclassed(schoolId, page),
    );
  }
}

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
import { LogSightOfReaders } from '../enrolment/log-sight-of-readers.use-case.js';
import { printedClassListReaders, printedClassLists, printedLeavers } from './class-lists.format.js';
import {
  ClassListPage,
  ClassListReaderPage,
  ClassListReadersAsked,
  ClassListsAsked,
  LeaverPage,
  LeaversAsked,
  type ClassListReaderView,
  type ClassListView,
  type LeaverView,
} from './class-lists.http.js';
import { ClassListsQuery } from './class-lists.query.js';

@ApiTags('school years')
@Controller()
export class ClassListsController {
  constructor(
    private readonly lists: ClassListsQuery,
    private readonly logSight: LogSightOfReaders,
    private readonly documents: Documents,
  ) {}

  @Get('class-lists')
  @Does('class-lists.list')
  @ApiOkResponse({ type: ClassListPage })
  classes(
    @From() caller: Caller,
    @Query() input: ClassListsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<ClassListView> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedClassLists, input, language, (page) =>
      this.lists.classes(page, schoolId),
    );
  }

  @Get('class-list-readers')
  @Does('class-lists.readers')
  @ApiOkResponse({ type: ClassListReaderPage })
  readers(
    @From() caller: Caller,
    @Query() input: ClassListReadersAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<ClassListReaderView> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedClassListReaders, input, language, async (page) =>
      this.seen(caller, 'class-lists.readers', await this.lists.readers(page, schoolId)),
    );
  }

  @Get('leavers')
  @Does('leavers.list')
  @ApiOkResponse({ type: LeaverPage })
  leavers(
    @From() caller: Caller,
    @Query() input: LeaversAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<LeaverView> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedLeavers, input, language, async (page) =>
      this.seen(caller, 'leavers.list', await this.lists.leavers(page, schoolId)),
    );
  }

  private async seen<Item extends { readerId: string; schoolId: string }>(
    caller: Caller,
    operation: string,
    page: Page<Item>,
  ): Promise<Page<Item>> {
    const items = page.items.map(({ readerId, schoolId }) => ({ id: readerId, schoolId }));
    await this.logSight.execute(caller, operation, { items });
    return page;
  }
}

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
import { printedSheet } from './notices.format.js';
import { NoticeSheet, NoticeSheetAsked, type NoticeSheetLine } from './notices.http.js';
import { Notices } from './notices.query.js';

@ApiTags('notice-sheets')
@Controller('notice-sheets')
export class NoticeSheetsController {
  constructor(
    private readonly notices: Notices,
    private readonly logSight: LogSightOfReaders,
    private readonly documents: Documents,
  ) {}

  @Get()
  @Does('notice-sheets.list')
  @ApiOkResponse({ type: NoticeSheet })
  list(
    @From() caller: Caller,
    @Query() input: NoticeSheetAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<NoticeSheetLine> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedSheet, input, language, async (page) => {
      const found = await this.notices.sheet(caller, page, schoolId);
      const seen = [...new Set(found.items.map(({ readerId }) => readerId))];
      const items = seen.map((id) => ({ id, schoolId }));
      await this.logSight.execute(caller, 'notice-sheets.list', { items });
      return found;
    });
  }
}

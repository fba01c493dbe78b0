import { Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Caller,
  Documents,
  Does,
  From,
  Once,
  pageOrDocument,
  pathId,
  ReadsIn,
  type Answer,
  type DeskRequest,
  type Language,
  type Page,
} from '@shulian/service-kit';
import { CancelNotice } from './cancel-notice.use-case.js';
import { printedNotices } from './notices.format.js';
import { NoticesAsked, NoticesPage, NoticeView } from './notices.http.js';
import { Notices } from './notices.query.js';
import { RetryNotice } from './retry-notice.use-case.js';

@ApiTags('notices')
@Controller('notices')
export class NoticesController {
  constructor(
    private readonly notices: Notices,
    private readonly retryNotice: RetryNotice,
    private readonly cancelNotice: CancelNotice,
    private readonly documents: Documents,
  ) {}

  @Get()
  @Does('notices.list')
  @ApiOkResponse({ type: NoticesPage })
  list(
    @From() caller: Caller,
    @Query() input: NoticesAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<NoticeView> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedNotices, input, language, (page) =>
      this.notices.page(page, schoolId),
    );
  }

  @Get(':id')
  @Does('notices.read')
  @ApiOkResponse({ type: NoticeView })
  read(@From() caller: Caller, @Param('id') id: string): Promise<NoticeView> {
    return this.notices.byId(caller, pathId(id));
  }

  @Post(':id/retry')
  @HttpCode(200)
  @Does('notices.retry')
  @ApiOkResponse({ type: NoticeView })
  retry(
    @From() caller: Caller,
    @Param('id') id: string,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.retryNotice.execute(caller, pathId(id), request);
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @Does('notices.cancel')
  @ApiOkResponse({ type: NoticeView })
  cancel(
    @From() caller: Caller,
    @Param('id') id: string,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.cancelNotice.execute(caller, pathId(id), request);
  }
}

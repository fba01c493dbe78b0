import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Patch,
  Post,
  Put,
  Query,
  type StreamableFile,
} from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Caller,
  Documents,
  Does,
  From,
  IfMatch,
  Once,
  pageOrDocument,
  pathId,
  ReadsIn,
  Versioned,
  type Answer,
  type DeskRequest,
  type Language,
  type Page,
} from '@shulian/service-kit';
import { ChangeNotice } from './change-notice.use-case.js';
import { printedNotices } from './library-notices.format.js';
import { LibraryNoticesQuery } from './library-notices.query.js';
import {
  IntroductionAsked,
  IntroductionView,
  NoticeAsked,
  NoticeChangeAsked,
  NoticesAsked,
  NoticesPage,
  NoticeView,
  PublicationAsked,
} from './library-pages.http.js';
import { PublishNotice } from './publish-notice.use-case.js';
import { PutIntroduction } from './put-introduction.use-case.js';
import { WriteNotice } from './write-notice.use-case.js';

/** Those who keep the page of a library. */
@ApiTags('library-notices')
@Controller()
export class LibraryNoticesController {
  constructor(
    private readonly notices: LibraryNoticesQuery,
    private readonly putIntroduction: PutIntroduction,
    private readonly writeNotice: WriteNotice,
    private readonly changeNotice: ChangeNotice,
    private readonly publishNotice: PublishNotice,
    private readonly documents: Documents,
  ) {}

  @Put('library-introduction')
  @Does('library-introduction.put')
  @ApiOkResponse({ type: IntroductionView })
  introduce(
    @From() caller: Caller,
    @Body() input: IntroductionAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.putIntroduction.execute(caller, input, request);
  }

  @Post('library-notices')
  @HttpCode(201)
  @Versioned()
  @Does('library-notices.create')
  @ApiCreatedResponse({ type: NoticeView })
  write(
    @From() caller: Caller,
    @Body() input: NoticeAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.writeNotice.execute(caller, input, request);
  }

  @Get('library-notices')
  @Does('library-notices.list')
  @ApiOkResponse({ type: NoticesPage })
  list(
    @From() caller: Caller,
    @Query() input: NoticesAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<NoticeView> | StreamableFile> {
    return pageOrDocument(this.documents, printedNotices, input, language, (page) =>
      this.notices.list(caller, page),
    );
  }

  @Get('library-notices/:id')
  @Versioned()
  @Does('library-notices.read')
  @ApiOkResponse({ type: NoticeView })
  read(@From() caller: Caller, @Param('id') id: string): Promise<NoticeView> {
    return this.notices.one(caller, pathId(id));
  }

  @Patch('library-notices/:id')
  @Versioned()
  @Does('library-notices.change')
  @ApiOkResponse({ type: NoticeView })
  change(
    @From() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() input: NoticeChangeAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.changeNotice.execute(caller, pathId(id), version, input, request);
  }

  @Post('library-notices/:id/publication')
  @HttpCode(200)
  @Does('library-notices.publish')
  @ApiOkResponse({ type: NoticeView })
  publish(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: PublicationAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.publishNotice.show(caller, pathId(id), input, request);
  }

  @Post('library-notices/:id/withdrawal')
  @HttpCode(200)
  @Does('library-notices.withdraw')
  @ApiOkResponse({ type: NoticeView })
  withdraw(
    @From() caller: Caller,
    @Param('id') id: string,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.publishNotice.withdraw(caller, pathId(id), request);
  }
}

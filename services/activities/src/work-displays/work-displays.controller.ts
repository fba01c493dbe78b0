import { Body, Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
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
import { ShowWorks } from './show-works.use-case.js';
import { printedDisplays } from './work-displays.format.js';
import {
  DisplayAsked,
  DisplaysAsked,
  DisplaysPage,
  DisplayWithdrawalAsked,
  ShownWorksAsked,
  ShownWorksPage,
  WholeDisplayView,
  type DisplayView,
  type WorkOnWebsite,
} from './work-displays.http.js';
import { WorkDisplaysQuery } from './work-displays.query.js';

type Request = DeskRequest | null;

@ApiTags('work-displays')
@Controller()
export class WorkDisplaysController {
  constructor(
    private readonly displays: WorkDisplaysQuery,
    private readonly show: ShowWorks,
    private readonly documents: Documents,
  ) {}

  @Post('work-displays')
  @HttpCode(201)
  @Does('work-displays.create')
  @ApiCreatedResponse({ type: WholeDisplayView })
  create(@From() caller: Caller, @Body() input: DisplayAsked, @Once() request: Request): Promise<Answer> {
    return this.show.execute(caller, input, request);
  }

  @Get('work-displays')
  @Does('work-displays.list')
  @ApiOkResponse({ type: DisplaysPage })
  list(
    @From() caller: Caller,
    @Query() input: DisplaysAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<DisplayView> | StreamableFile> {
    return pageOrDocument(this.documents, printedDisplays, input, language, (page) =>
      this.displays.list(caller, page),
    );
  }

  @Get('work-displays/:id')
  @Does('work-displays.read')
  @ApiOkResponse({ type: WholeDisplayView })
  read(@From() caller: Caller, @Param('id') id: string): Promise<WholeDisplayView> {
    return this.displays.byId(caller, pathId(id));
  }

  @Post('work-displays/:id/withdrawal')
  @HttpCode(200)
  @Does('work-displays.withdraw')
  @ApiOkResponse({ type: WholeDisplayView })
  withdraw(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: DisplayWithdrawalAsked,
    @Once() request: Request,
  ): Promise<Answer> {
    return this.show.withdraw(caller, pathId(id), input, request);
  }

  /** What everybody may read, without signing in. */
  @Get('shown-works')
  @Does('shown-works.list')
  @ApiOkResponse({ type: ShownWorksPage })
  onWebsite(@Query() input: ShownWorksAsked): Promise<Page<WorkOnWebsite>> {
    return this.displays.onWebsite(input);
  }
}

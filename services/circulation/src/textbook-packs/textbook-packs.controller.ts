import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Post,
  Query,
  type StreamableFile,
} from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
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
import { CancelPack } from './cancel-pack.use-case.js';
import { CheckPack } from './check-pack.use-case.js';
import { CountPack } from './count-pack.use-case.js';
import { IssuePack } from './issue-pack.use-case.js';
import { MakePack } from './make-pack.use-case.js';
import { PlanPacks } from './plan-packs.use-case.js';
import { printedPackLines, printedPacks } from './textbook-packs.format.js';
import {
  TextbookCountAsked,
  TextbookIssueAsked,
  TextbookPackAsked,
  TextbookPackLinesAsked,
  TextbookPackLinesPage,
  TextbookPacksAsked,
  TextbookPacksPage,
  TextbookPackView,
  TextbookPlanAsked,
  TextbookPlanView,
  TextbookProgressAsked,
  TextbookProgressView,
  TextbookUndoAsked,
  type TextbookPackLineView,
  type TextbookPackSummary,
} from './textbook-packs.http.js';
import { TextbookPacksQuery } from './textbook-packs.query.js';
import { UndoPack } from './undo-pack.use-case.js';

@ApiTags('textbook-packs')
@Controller()
export class TextbookPacksController {
  constructor(
    private readonly packs: TextbookPacksQuery,
    private readonly planPacks: PlanPacks,
    private readonly makePack: MakePack,
    private readonly countPack: CountPack,
    private readonly issuePack: IssuePack,
    private readonly checkPack: CheckPack,
    private readonly undoPack: UndoPack,
    private readonly cancelPack: CancelPack,
    private readonly documents: Documents,
  ) {}

  @Post('textbook-plans')
  @HttpCode(201)
  @Does('textbook-packs.plan')
  @ApiCreatedResponse({ type: TextbookPlanView })
  plan(
    @From() caller: Caller,
    @Body() input: TextbookPlanAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.planPacks.execute(input, caller.schoolFor(input.schoolId), request);
  }

  @Post('textbook-packs')
  @HttpCode(201)
  @Does('textbook-packs.create')
  @ApiCreatedResponse({ type: TextbookPackView })
  create(
    @From() caller: Caller,
    @Body() input: TextbookPackAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.makePack.execute(input, caller.schoolFor(input.schoolId), request);
  }

  @Get('textbook-packs')
  @Does('textbook-packs.list')
  @ApiOkResponse({ type: TextbookPacksPage })
  list(
    @From() caller: Caller,
    @Query() input: TextbookPacksAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<TextbookPackSummary> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedPacks, input, language, (page) =>
      this.packs.list(caller, page, schoolId),
    );
  }

  @Get('textbook-pack-lines')
  @Does('textbook-packs.lines')
  @ApiOkResponse({ type: TextbookPackLinesPage })
  lines(
    @From() caller: Caller,
    @Query() input: TextbookPackLinesAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<TextbookPackLineView> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedPackLines, input, language, (page) =>
      this.packs.lines(caller, page, schoolId),
    );
  }

  @Get('textbook-progress')
  @Does('textbook-packs.progress')
  @ApiOkResponse({ type: TextbookProgressView })
  progress(@From() caller: Caller, @Query() input: TextbookProgressAsked): Promise<TextbookProgressView> {
    return this.packs.progress(caller, input, caller.schoolFor(input.schoolId));
  }

  @Get('textbook-packs/:id')
  @Does('textbook-packs.read')
  @ApiOkResponse({ type: TextbookPackView })
  read(@From() caller: Caller, @Param('id') id: string): Promise<TextbookPackView> {
    return this.packs.one(caller, pathId(id));
  }

  @Delete('textbook-packs/:id')
  @HttpCode(204)
  @Does('textbook-packs.cancel')
  @ApiNoContentResponse()
  cancel(@From() caller: Caller, @Param('id') id: string): Promise<void> {
    return this.cancelPack.execute(caller, pathId(id));
  }

  @Post('textbook-packs/:id/count')
  @HttpCode(200)
  @Does('textbook-packs.count')
  @ApiOkResponse({ type: TextbookPackView })
  count(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: TextbookCountAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.countPack.execute(caller, pathId(id), input, request);
  }

  @Post('textbook-packs/:id/issue')
  @HttpCode(200)
  @Does('textbook-packs.issue')
  @ApiOkResponse({ type: TextbookPackView })
  issue(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: TextbookIssueAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.issuePack.execute(caller, pathId(id), input, request);
  }

  @Post('textbook-packs/:id/check')
  @HttpCode(200)
  @Does('textbook-packs.check')
  @ApiOkResponse({ type: TextbookPackView })
  check(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: TextbookCountAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.checkPack.execute(caller, pathId(id), input, request);
  }

  @Post('textbook-packs/:id/undo')
  @HttpCode(200)
  @Does('textbook-packs.undo')
  @ApiOkResponse({ type: TextbookPackView })
  undo(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: TextbookUndoAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.undoPack.execute(caller, pathId(id), input, request);
  }
}

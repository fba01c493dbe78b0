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
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Caller,
  Documents,
  Does,
  From,
  ListAsked,
  Once,
  PageAsked,
  pageOrDocument,
  pathId,
  ReadsIn,
  unknownThing,
  type Answer,
  type DeskRequest,
  type Language,
  type Page,
} from '@shulian/service-kit';
import { PostRules } from './post-rules.use-case.js';
import { ReviseRules } from './revise-rules.use-case.js';
import { printedPostings } from './rule-sets.format.js';
import {
  PostingAsked,
  PostingsPage,
  PostingView,
  RuleSetView,
  VersionAsked,
  VersionsPage,
  type VersionView,
} from './rule-sets.http.js';
import { RuleSetsQuery } from './rule-sets.query.js';
import { TakeDownRules } from './take-down-rules.use-case.js';
import { WithdrawVersion } from './withdraw-version.use-case.js';

@ApiTags('rule-sets')
@Controller()
export class RuleVersionsController {
  constructor(
    private readonly rules: RuleSetsQuery,
    private readonly reviseRules: ReviseRules,
    private readonly withdrawVersion: WithdrawVersion,
    private readonly postRules: PostRules,
    private readonly takeDownRules: TakeDownRules,
    private readonly documents: Documents,
  ) {}

  @Post('rule-sets/:id/versions')
  @HttpCode(201)
  @Does('rule-sets.revise')
  @ApiCreatedResponse({ type: RuleSetView })
  revise(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: VersionAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.reviseRules.execute(caller, pathId(id), input, request);
  }

  @Get('rule-sets/:id/versions')
  @Does('rule-sets.versions')
  @ApiOkResponse({ type: VersionsPage })
  async versions(
    @From() caller: Caller,
    @Param('id') id: string,
    @Query() input: PageAsked,
  ): Promise<Page<VersionView>> {
    return this.rules.versions(await this.rules.byId(caller, pathId(id)), input);
  }

  @Delete('rule-sets/:id/versions/:number')
  @Does('rule-sets.withdraw')
  @ApiOkResponse({ type: RuleSetView })
  withdraw(
    @From() caller: Caller,
    @Param('id') id: string,
    @Param('number') number: string,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    if (!/^[1-9]\d{0,4}$/.test(number)) throw unknownThing();
    return this.withdrawVersion.execute(caller, pathId(id), Number(number), request);
  }

  @Post('rule-sets/:id/postings')
  @HttpCode(201)
  @Does('rule-sets.post')
  @ApiCreatedResponse({ type: PostingView })
  post(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: PostingAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.postRules.execute(caller, pathId(id), input.room, request);
  }

  @Get('rule-sets/:id/postings')
  @Does('rule-sets.postings')
  @ApiOkResponse({ type: PostingsPage })
  async postings(
    @From() caller: Caller,
    @Param('id') id: string,
    @Query() input: ListAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<PostingView> | StreamableFile> {
    const set = await this.rules.byId(caller, pathId(id));
    return pageOrDocument(
      this.documents,
      printedPostings,
      input,
      language,
      (page) => this.rules.postings(set, page),
      [set.name],
    );
  }

  @Post('rule-postings/:id/removal')
  @HttpCode(200)
  @Does('rule-sets.take-down')
  @ApiOkResponse({ type: PostingView })
  takeDown(
    @From() caller: Caller,
    @Param('id') id: string,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.takeDownRules.execute(caller, pathId(id), request);
  }
}

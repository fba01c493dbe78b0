import { Body, Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Caller,
  Database,
  Documents,
  Does,
  From,
  ListAsked,
  Once,
  pageOrDocument,
  pathId,
  ReadsIn,
  type Answer,
  type DeskRequest,
  type Language,
  type Page,
} from '@shulian/service-kit';
import { schoolOfCaller } from '../school-of-caller.query.js';
import { ConfirmReading } from './confirm-reading.use-case.js';
import { EndRules } from './end-rules.use-case.js';
import { printedReadings, printedRuleSets, printedText } from './rule-sets.format.js';
import {
  EndingAsked,
  ParagraphsPage,
  ReadingAsked,
  ReadingsPage,
  RuleSetAsked,
  RuleSetsAsked,
  RuleSetsPage,
  RuleSetView,
  TextAsked,
  type Paragraph,
  type ReadingView,
} from './rule-sets.http.js';
import { RuleSetsQuery } from './rule-sets.query.js';
import { WriteRules } from './write-rules.use-case.js';

@ApiTags('rule-sets')
@Controller('rule-sets')
export class RuleSetsController {
  constructor(
    private readonly rules: RuleSetsQuery,
    private readonly writeRules: WriteRules,
    private readonly endRules: EndRules,
    private readonly confirmReading: ConfirmReading,
    private readonly database: Database,
    private readonly documents: Documents,
  ) {}

  @Post()
  @HttpCode(201)
  @Does('rule-sets.create')
  @ApiCreatedResponse({ type: RuleSetView })
  create(
    @From() caller: Caller,
    @Body() input: RuleSetAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.writeRules.execute(caller, input, request);
  }

  @Get()
  @Does('rule-sets.list')
  @ApiOkResponse({ type: RuleSetsPage })
  async list(
    @From() caller: Caller,
    @Query() input: RuleSetsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<RuleSetView> | StreamableFile> {
    const schoolId = await schoolOfCaller(this.database, caller, input.schoolId);
    return pageOrDocument(this.documents, printedRuleSets, input, language, (page) =>
      this.rules.page(page, schoolId),
    );
  }

  @Get(':id')
  @Does('rule-sets.read')
  @ApiOkResponse({ type: RuleSetView })
  read(@From() caller: Caller, @Param('id') id: string): Promise<RuleSetView> {
    return this.rules.byId(caller, pathId(id));
  }

  @Get(':id/text')
  @Does('rule-sets.text')
  @ApiOkResponse({ type: ParagraphsPage })
  async text(
    @From() caller: Caller,
    @Param('id') id: string,
    @Query() input: TextAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<Paragraph> | StreamableFile> {
    const set = await this.rules.byId(caller, pathId(id));
    return pageOrDocument(this.documents, printedText(set), input, language, (page) =>
      this.rules.text(set, page),
    );
  }

  @Post(':id/ending')
  @HttpCode(200)
  @Does('rule-sets.end')
  @ApiOkResponse({ type: RuleSetView })
  end(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: EndingAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.endRules.execute(caller, pathId(id), input.ended, request);
  }

  @Post(':id/readings')
  @HttpCode(200)
  @Does('rule-sets.acknowledge')
  @ApiOkResponse({ type: RuleSetView })
  acknowledge(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: ReadingAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.confirmReading.execute(caller, pathId(id), input, request);
  }

  @Get(':id/readings')
  @Does('rule-sets.readings')
  @ApiOkResponse({ type: ReadingsPage })
  async readings(
    @From() caller: Caller,
    @Param('id') id: string,
    @Query() input: ListAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<ReadingView> | StreamableFile> {
    const set = await this.rules.byId(caller, pathId(id));
    return pageOrDocument(
      this.documents,
      printedReadings,
      input,
      language,
      (page) => this.rules.readings(set, page),
      [set.name],
    );
  }
}

import { Body, Controller, Get, HttpCode, Put, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Caller,
  Clock,
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
import { posterOf, printedVersions } from './care-rules.format.js';
import {
  CareRulesAsked,
  CareRulesOn,
  CareRulesPage,
  CareRulesVersionsAsked,
  CareRulesView,
} from './care-rules.http.js';
import { CareRulesQuery } from './care-rules.query.js';
import { WriteCareRules } from './write-care-rules.use-case.js';

const pdf = {
  description: 'PDF',
  content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } },
} as const;

@ApiTags('care rules')
@Controller()
export class CareRulesController {
  constructor(
    private readonly rules: CareRulesQuery,
    private readonly writeRules: WriteCareRules,
    private readonly documents: Documents,
    private readonly clock: Clock,
  ) {}

  @Put('care-rules')
  @HttpCode(200)
  @Does('care-rules.put')
  @ApiOkResponse({ type: CareRulesView })
  put(
    @From() caller: Caller,
    @Body() input: CareRulesAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.writeRules.execute(caller, input, request);
  }

  @Get('care-rules')
  @Does('care-rules.read')
  @ApiOkResponse({ type: CareRulesView })
  async read(@Query() input: CareRulesOn): Promise<CareRulesView> {
    const { schoolName: _, ...rules } = await this.rules.inForce(input, this.clock.today());
    return rules;
  }

  @Get('care-rules/poster')
  @Does('care-rules.poster')
  @ApiOkResponse(pdf)
  async poster(@Query() input: CareRulesOn, @ReadsIn() language: Language): Promise<StreamableFile> {
    const rules = await this.rules.inForce(input, this.clock.today());
    return this.documents.send({ name: 'care-rules' }, () => posterOf(rules, language));
  }

  @Get('care-rules-versions')
  @Does('care-rules.versions')
  @ApiOkResponse({ type: CareRulesPage })
  versions(
    @From() caller: Caller,
    @Query() input: CareRulesVersionsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<CareRulesView> | StreamableFile> {
    const schoolId = caller.schoolOrCounty(input.schoolId);
    return pageOrDocument(this.documents, printedVersions, input, language, (page) =>
      this.rules.versions(page, schoolId),
    );
  }
}

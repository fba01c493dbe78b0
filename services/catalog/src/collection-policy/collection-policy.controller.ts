import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  afterCursor,
  Caller,
  Clock,
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
import type { CollectionPolicyId } from '@shulian/contracts/ids';
import { SchoolNameQuery } from '../registers/school-name.query.js';
import { CollectionPoliciesQuery } from './collection-policies.query.js';
import { printedGaps, printedLevels, printedPolicies, printedStockPlan } from './collection-policy.format.js';
import {
  CollectionPoliciesAsked,
  CollectionPoliciesPage,
  CollectionPolicyAsked,
  CollectionPolicyView,
  CollectionGapsPage,
  LevelsPage,
  OnDayAsked,
  StandardAsked,
  StandardView,
  StockPlanAsked,
  StockPlanPage,
  type LevelView,
} from './collection-policy.http.js';
import { yearsOfPlan } from './rules/standard.js';
import { StockStandardQuery } from './stock-standard.query.js';
import { WriteCollectionPolicy } from './write-collection-policy.use-case.js';

@ApiTags('collection-policy')
@Controller()
export class CollectionPolicyController {
  constructor(
    private readonly policies: CollectionPoliciesQuery,
    private readonly standard: StockStandardQuery,
    private readonly writePolicy: WriteCollectionPolicy,
    private readonly schools: SchoolNameQuery,
    private readonly documents: Documents,
    private readonly clock: Clock,
  ) {}

  @Post('collection-policies')
  @HttpCode(201)
  @Does('collection-policies.write')
  @ApiCreatedResponse({ type: CollectionPolicyView })
  write(
    @From() caller: Caller,
    @Body() input: CollectionPolicyAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.writePolicy.write(caller, caller.schoolFor(input.schoolId), input, request);
  }

  @Get('collection-policies')
  @Does('collection-policies.list')
  @ApiOkResponse({ type: CollectionPoliciesPage })
  list(
    @From() caller: Caller,
    @Query() input: CollectionPoliciesAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<CollectionPolicyView> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedPolicies, input, language, (page) =>
      this.policies.versions(page, schoolId),
    );
  }

  @Delete('collection-policies/:id')
  @HttpCode(200)
  @Does('collection-policies.remove')
  @ApiOkResponse({ type: CollectionPolicyView })
  remove(
    @From() caller: Caller,
    @Param('id') id: string,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.writePolicy.remove(caller, pathId<CollectionPolicyId>(id), request);
  }

  @Get('collecting-levels')
  @Does('collection-policies.levels')
  @ApiOkResponse({ type: LevelsPage })
  async levels(
    @From() caller: Caller,
    @Query() input: OnDayAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<LevelView> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    const notes = input.format === 'json' ? [] : [await this.schools.of(schoolId)];
    return pageOrDocument(
      this.documents,
      printedLevels,
      input,
      language,
      (page) => this.policies.levels(page, schoolId),
      notes,
    );
  }

  @Get('collection-gaps')
  @Does('collection-policies.gaps')
  @ApiOkResponse({ type: CollectionGapsPage })
  async gaps(
    @From() caller: Caller,
    @Query() input: OnDayAsked,
    @ReadsIn() language: Language,
  ): Promise<CollectionGapsPage | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    const { volumes, required } = await this.standard.of(schoolId);
    const [held, standard] = language === 'zh' ? ['馆藏', '标准'] : ['held', 'standard'];
    const words = `${held} ${String(volumes)} / ${standard} ${String(required)}`;
    const notes = input.format === 'json' ? [] : [await this.schools.of(schoolId), words];
    const page = await pageOrDocument(
      this.documents,
      printedGaps,
      input,
      language,
      (asked) => this.policies.gaps(asked, schoolId),
      notes,
    );
    return page instanceof StreamableFile
      ? page
      : { volumes, standard: required, meetsStandard: volumes >= required, ...page };
  }

  @Get('stock-standard')
  @Does('collection-policies.standard')
  @ApiOkResponse({ type: StandardView })
  standardOf(@From() caller: Caller, @Query() input: StandardAsked): Promise<StandardView> {
    return this.standard.of(caller.schoolFor(input.schoolId));
  }

  @Get('stock-plans')
  @Does('collection-policies.stock-plan')
  @ApiOkResponse({ type: StockPlanPage })
  async stockPlan(
    @From() caller: Caller,
    @Query() input: StockPlanAsked,
    @ReadsIn() language: Language,
  ): Promise<StockPlanPage | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    const now = await this.standard.of(schoolId);
    const ofPolicy = now.pupils === 0 ? now.volumesPerPupil.primary : now.required / now.pupils;
    // All at once: there are twenty years at most, and what is no cursor is refused as it is everywhere.
    const items =
      afterCursor(input.cursor, 1) === null
        ? [
            ...yearsOfPlan({
              firstYear: Number(this.clock.today().slice(0, 4)) + 1,
              years: input.years,
              pupils: now.pupils,
              expectedPupils: input.expectedPupils,
              volumes: now.volumes,
              perPupil: input.volumesPerPupil ?? ofPolicy,
            }),
          ]
        : [];
    const notes =
      input.format === 'json'
        ? []
        : [
            await this.schools.of(schoolId),
            `${language === 'zh' ? '学生' : 'pupils'} ${String(now.pupils)} → ${String(input.expectedPupils)}`,
          ];
    const page = await pageOrDocument(
      this.documents,
      printedStockPlan,
      input,
      language,
      () => Promise.resolve({ items, nextCursor: null }),
      notes,
    );
    return page instanceof StreamableFile ? page : { now, ...page };
  }
}

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
  Clock,
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
import { EnterInspection } from './enter-inspection.use-case.js';
import {
  printedConditionFindings,
  printedInspectionMonths,
  printedInspections,
} from './inspections.format.js';
import {
  ConditionFindingsPage,
  InspectionAsked,
  InspectionMonthsAsked,
  InspectionMonthsPage,
  InspectionsAsked,
  InspectionsPage,
  InspectionView,
  type ConditionFinding,
  type InspectionMonth,
} from './inspections.http.js';
import { InspectionsQuery } from './inspections.query.js';
import { RemoveInspection } from './remove-inspection.use-case.js';

@ApiTags('condition inspections')
@Controller()
export class InspectionsController {
  constructor(
    private readonly inspections: InspectionsQuery,
    private readonly enterInspection: EnterInspection,
    private readonly removeInspection: RemoveInspection,
    private readonly documents: Documents,
    private readonly clock: Clock,
  ) {}

  @Post('condition-inspections')
  @HttpCode(201)
  @Does('condition-inspections.create')
  @ApiCreatedResponse({ type: InspectionView })
  create(
    @From() caller: Caller,
    @Body() input: InspectionAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.enterInspection.execute(caller, input, request);
  }

  @Get('condition-inspections')
  @Does('condition-inspections.list')
  @ApiOkResponse({ type: InspectionsPage })
  list(
    @From() caller: Caller,
    @Query() input: InspectionsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<InspectionView> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedInspections, input, language, (page) =>
      this.inspections.list(page, schoolId),
    );
  }

  @Delete('condition-inspections/:id')
  @HttpCode(204)
  @Does('condition-inspections.remove')
  @ApiNoContentResponse()
  remove(@From() caller: Caller, @Param('id') id: string): Promise<void> {
    return this.removeInspection.execute(caller, pathId(id));
  }

  @Get('condition-inspections/:id/findings')
  @Does('condition-inspections.findings')
  @ApiOkResponse({ type: ConditionFindingsPage })
  async findings(
    @From() caller: Caller,
    @Param('id') id: string,
    @Query() input: ListAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<ConditionFinding> | StreamableFile> {
    const inspection = await this.inspections.byId(caller, pathId(id));
    return pageOrDocument(this.documents, printedConditionFindings, input, language, (page) =>
      this.inspections.findings(inspection, page),
    );
  }

  @Get('condition-months')
  @Does('condition-inspections.months')
  @ApiOkResponse({ type: InspectionMonthsPage })
  months(
    @From() caller: Caller,
    @Query() input: InspectionMonthsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<InspectionMonth> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedInspectionMonths, input, language, (page) =>
      this.inspections.months(page, schoolId, this.clock.today()),
    );
  }
}

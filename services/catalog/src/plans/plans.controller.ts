import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Patch,
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
import type { AcquisitionPlanId } from '@shulian/contracts/ids';
import { KeepPlan } from './keep-plan.use-case.js';
import { printedPlans } from './plans.format.js';
import { PlanAsked, PlanChangeAsked, PlansAsked, PlansPage, PlanView } from './plans.http.js';
import { PlansQuery } from './plans.query.js';

@ApiTags('acquisition plans')
@Controller('acquisition-plans')
export class PlansController {
  constructor(
    private readonly plans: PlansQuery,
    private readonly keepPlan: KeepPlan,
    private readonly documents: Documents,
  ) {}

  @Post()
  @HttpCode(201)
  @Versioned()
  @Does('acquisition-plans.create')
  @ApiCreatedResponse({ type: PlanView })
  create(
    @From() caller: Caller,
    @Body() input: PlanAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.keepPlan.make(input, caller.schoolFor(input.schoolId), request);
  }

  @Get()
  @Does('acquisition-plans.list')
  @ApiOkResponse({ type: PlansPage })
  async list(
    @From() caller: Caller,
    @Query() input: PlansAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<PlanView> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedPlans, input, language, (page) =>
      this.plans.find(page, schoolId),
    );
  }

  @Get(':id')
  @Versioned()
  @Does('acquisition-plans.read')
  @ApiOkResponse({ type: PlanView })
  read(@From() caller: Caller, @Param('id') id: string): Promise<PlanView> {
    return this.plans.byId(caller, pathId<AcquisitionPlanId>(id));
  }

  @Patch(':id')
  @Versioned()
  @Does('acquisition-plans.change')
  @ApiOkResponse({ type: PlanView })
  change(
    @From() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() input: PlanChangeAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.keepPlan.change(caller, pathId<AcquisitionPlanId>(id), version, input, request);
  }
}

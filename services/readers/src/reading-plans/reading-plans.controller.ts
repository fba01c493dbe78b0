import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Patch,
  Post,
  Put,
  Query,
  type StreamableFile,
} from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse } from '@nestjs/swagger';
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
import { KeepPlan } from './keep-plan.use-case.js';
import { printedPlanClasses, printedPlans } from './reading-plans.format.js';
import {
  PlanAsked,
  PlanChangeAsked,
  PlanClassesAsked,
  PlanClassesPage,
  PlanCommentAsked,
  PlansAsked,
  PlansPage,
  PlanView,
  type PlanClassView,
} from './reading-plans.http.js';
import { ReadingPlans } from './reading-plans.query.js';

type Request = DeskRequest | null;

@Controller()
export class ReadingPlansController {
  constructor(
    private readonly plans: ReadingPlans,
    private readonly keep: KeepPlan,
    private readonly documents: Documents,
  ) {}

  @Post('reading-plans')
  @HttpCode(201)
  @Does('reading-plans.create')
  @Versioned()
  @ApiCreatedResponse({ type: PlanView })
  create(@From() caller: Caller, @Body() input: PlanAsked, @Once() request: Request): Promise<Answer> {
    return this.keep.create(caller, input, request);
  }

  @Get('reading-plans')
  @Does('reading-plans.list')
  @ApiOkResponse({ type: PlansPage })
  list(
    @From() caller: Caller,
    @Query() input: PlansAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<PlanView> | StreamableFile> {
    return pageOrDocument(this.documents, printedPlans, input, language, (page) =>
      this.plans.list(caller, page),
    );
  }

  @Get('reading-plans/:id')
  @Does('reading-plans.read')
  @Versioned()
  @ApiOkResponse({ type: PlanView })
  read(@From() caller: Caller, @Param('id') id: string): Promise<PlanView> {
    return this.plans.byId(caller, pathId(id));
  }

  @Patch('reading-plans/:id')
  @Does('reading-plans.change')
  @Versioned()
  @ApiOkResponse({ type: PlanView })
  change(
    @From() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() input: PlanChangeAsked,
    @Once() request: Request,
  ): Promise<Answer> {
    return this.keep.change(caller, pathId(id), version, input, request);
  }

  @Put('reading-plans/:id/comment')
  @Does('reading-plans.comment')
  @ApiOkResponse({ type: PlanView })
  comment(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() { words = null }: PlanCommentAsked,
    @Once() request: Request,
  ): Promise<Answer> {
    return this.keep.comment(caller, pathId(id), words, request);
  }

  @Delete('reading-plans/:id')
  @HttpCode(204)
  @Does('reading-plans.remove')
  @ApiNoContentResponse()
  remove(@From() caller: Caller, @Param('id') id: string): Promise<void> {
    return this.keep.remove(caller, pathId(id));
  }

  @Get('reading-plan-classes')
  @Does('reading-plans.classes')
  @ApiOkResponse({ type: PlanClassesPage })
  classes(
    @From() caller: Caller,
    @Query() input: PlanClassesAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<PlanClassView> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedPlanClasses, input, language, (page) =>
      this.plans.classes(caller, page, schoolId),
    );
  }
}

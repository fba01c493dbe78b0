import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
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
import { printedEvaluations, printedTrials } from './trials.format.js';
import {
  EvaluationAsked,
  EvaluationsPage,
  TrialAsked,
  TrialOutcomeAsked,
  TrialsAsked,
  TrialsPage,
  TrialView,
  type EvaluationView,
} from './trials.http.js';
import { TrialsQuery } from './trials.query.js';
import { TryEResource } from './try-e-resource.use-case.js';

@ApiTags('e-resources')
@Controller('e-resource-trials')
export class TrialsController {
  constructor(
    private readonly trials: TrialsQuery,
    private readonly trying: TryEResource,
    private readonly documents: Documents,
  ) {}

  @Post()
  @HttpCode(201)
  @Does('e-resource-trials.create')
  @ApiCreatedResponse({ type: TrialView })
  create(
    @From() caller: Caller,
    @Body() asked: TrialAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.trying.begin(caller, asked, request);
  }

  @Get()
  @Does('e-resource-trials.list')
  @ApiOkResponse({ type: TrialsPage })
  list(
    @From() caller: Caller,
    @Query() asked: TrialsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<TrialView> | StreamableFile> {
    const schoolId = caller.schoolOrCounty(asked.schoolId);
    return pageOrDocument(this.documents, printedTrials, asked, language, (page) =>
      this.trials.find(page, schoolId),
    );
  }

  @Get(':id')
  @Does('e-resource-trials.read')
  @ApiOkResponse({ type: TrialView })
  read(@From() caller: Caller, @Param('id') id: string): Promise<TrialView> {
    return this.trials.byId(caller, pathId(id));
  }

  @Get(':id/evaluations')
  @Does('e-resource-trials.evaluations')
  @ApiOkResponse({ type: EvaluationsPage })
  async evaluations(
    @From() caller: Caller,
    @Param('id') id: string,
    @Query() asked: ListAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<EvaluationView> | StreamableFile> {
    const trial = await this.trials.byId(caller, pathId(id));
    return pageOrDocument(this.documents, printedEvaluations(trial), asked, language, (page) =>
      this.trials.evaluations(caller, trial.id, page),
    );
  }

  @Put(':id/evaluation')
  @HttpCode(200)
  @Does('e-resource-trials.evaluate')
  @ApiOkResponse({ type: TrialView })
  evaluate(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() asked: EvaluationAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.trying.evaluate(caller, pathId(id), asked, request);
  }

  @Post(':id/outcome')
  @HttpCode(200)
  @Does('e-resource-trials.decide')
  @ApiOkResponse({ type: TrialView })
  decide(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() asked: TrialOutcomeAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.trying.decide(caller, pathId(id), asked, request);
  }

  @Post(':id/reopening')
  @HttpCode(200)
  @Does('e-resource-trials.undo')
  @ApiOkResponse({ type: TrialView })
  undo(
    @From() caller: Caller,
    @Param('id') id: string,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.trying.undo(caller, pathId(id), request);
  }
}

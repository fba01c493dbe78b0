import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Put,
  Query,
  type StreamableFile,
} from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse } from '@nestjs/swagger';
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
import type { TermId } from '@shulian/contracts/ids';
import { printedEvaluations } from './helper-evaluations.format.js';
import {
  EvaluationsAsked,
  EvaluationsPage,
  JudgementAsked,
  JudgementOfTermAsked,
  JudgementView,
  type EvaluationView,
} from './helper-evaluations.http.js';
import { HelperEvaluations } from './helper-evaluations.query.js';
import { JudgeHelper } from './judge-helper.use-case.js';

@Controller('helper-evaluations')
export class HelperEvaluationsController {
  constructor(
    private readonly evaluations: HelperEvaluations,
    private readonly judgeHelper: JudgeHelper,
    private readonly documents: Documents,
  ) {}

  @Get()
  @Does('helper-evaluations.list')
  @ApiOkResponse({ type: EvaluationsPage })
  list(
    @From() caller: Caller,
    @Query() input: EvaluationsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<EvaluationView> | StreamableFile> {
    return pageOrDocument(this.documents, printedEvaluations, input, language, (page) =>
      this.evaluations.list(caller, page),
    );
  }

  @Put(':helperId')
  @Does('helper-evaluations.judge')
  @ApiOkResponse({ type: JudgementView })
  judge(
    @From() caller: Caller,
    @Param('helperId') helperId: string,
    @Body() input: JudgementAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.judgeHelper.execute(caller, pathId(helperId), input, request);
  }

  @Delete(':helperId')
  @HttpCode(204)
  @Does('helper-evaluations.take-back')
  @ApiNoContentResponse()
  takeBack(
    @From() caller: Caller,
    @Param('helperId') helperId: string,
    @Query() { termId }: JudgementOfTermAsked,
  ): Promise<void> {
    return this.judgeHelper.takeBack(caller, pathId(helperId), termId as TermId);
  }
}

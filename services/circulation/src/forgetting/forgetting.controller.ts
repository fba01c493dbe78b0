import { Body, Controller, Get, Put, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import {
  Caller,
  Documents,
  Does,
  From,
  IfMatch,
  pageOrDocument,
  ReadsIn,
  Versioned,
  type Language,
  type Page,
} from '@shulian/service-kit';
import { printedPreview, printedRuns } from './forgetting.format.js';
import {
  DueToForgetPage,
  ForgettingListAsked,
  ForgettingOfSchool,
  ForgettingPolicyAsked,
  ForgettingPolicyView,
  ForgettingRunsPage,
  type DueToForget,
  type ForgettingRun,
} from './forgetting.http.js';
import { ForgettingQuery } from './forgetting.query.js';
import { PutForgettingPolicy } from './put-forgetting-policy.use-case.js';

@Controller('forgetting')
export class ForgettingController {
  constructor(
    private readonly forgetting: ForgettingQuery,
    private readonly putPolicy: PutForgettingPolicy,
    private readonly documents: Documents,
  ) {}

  @Get('policy')
  @Versioned()
  @Does('forgetting.read-policy')
  @ApiOkResponse({ type: ForgettingPolicyView })
  policy(@From() caller: Caller, @Query() input: ForgettingOfSchool): Promise<ForgettingPolicyView> {
    return this.forgetting.policy(caller.schoolFor(input.schoolId));
  }

  @Put('policy')
  @Versioned()
  @Does('forgetting.put-policy')
  @ApiOkResponse({ type: ForgettingPolicyView })
  put(
    @From() caller: Caller,
    @Body() input: ForgettingPolicyAsked,
    @IfMatch() version: number,
  ): Promise<ForgettingPolicyView> {
    return this.putPolicy.execute(caller, input, version);
  }

  @Get('preview')
  @Does('forgetting.preview')
  @ApiOkResponse({ type: DueToForgetPage })
  preview(
    @From() caller: Caller,
    @Query() input: ForgettingListAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<DueToForget> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedPreview, input, language, (page) =>
      this.forgetting.preview(page, schoolId),
    );
  }

  @Get('runs')
  @Does('forgetting.runs')
  @ApiOkResponse({ type: ForgettingRunsPage })
  runs(
    @From() caller: Caller,
    @Query() input: ForgettingListAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<ForgettingRun> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedRuns, input, language, (page) =>
      this.forgetting.runs(page, schoolId),
    );
  }
}

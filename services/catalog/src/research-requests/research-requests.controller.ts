import { Body, Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
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
import { AnswerRequest } from './answer-request.use-case.js';
import { AskForMaterial } from './ask-for-material.use-case.js';
import { ReopenRequest } from './reopen-request.use-case.js';
import { printedRequestMonths, printedRequests } from './research-requests.format.js';
import {
  AnswerAsked,
  RequestAsked,
  RequestMonthsAsked,
  RequestMonthsPage,
  RequestsAsked,
  RequestsPage,
  RequestView,
  type RequestMonth,
} from './research-requests.http.js';
import { ResearchRequestsQuery } from './research-requests.query.js';

@ApiTags('research requests')
@Controller()
export class ResearchRequestsController {
  constructor(
    private readonly requests: ResearchRequestsQuery,
    private readonly askForMaterial: AskForMaterial,
    private readonly answerRequest: AnswerRequest,
    private readonly reopenRequest: ReopenRequest,
    private readonly documents: Documents,
    private readonly clock: Clock,
  ) {}

  @Post('research-requests')
  @HttpCode(201)
  @Does('research-requests.create')
  @ApiCreatedResponse({ type: RequestView })
  create(
    @From() caller: Caller,
    @Body() input: RequestAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.askForMaterial.execute(caller, input, request);
  }

  @Get('research-requests')
  @Does('research-requests.list')
  @ApiOkResponse({ type: RequestsPage })
  list(
    @From() caller: Caller,
    @Query() input: RequestsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<RequestView> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedRequests, input, language, (page) =>
      this.requests.list(caller, page, schoolId, this.clock.today()),
    );
  }

  @Post('research-requests/:id/answer')
  @HttpCode(200)
  @Does('research-requests.answer')
  @ApiOkResponse({ type: RequestView })
  answer(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: AnswerAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.answerRequest.execute(caller, pathId(id), input, request);
  }

  @Post('research-requests/:id/reopening')
  @HttpCode(200)
  @Does('research-requests.reopen')
  @ApiOkResponse({ type: RequestView })
  reopen(
    @From() caller: Caller,
    @Param('id') id: string,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.reopenRequest.execute(caller, pathId(id), request);
  }

  @Get('research-request-months')
  @Does('research-requests.months')
  @ApiOkResponse({ type: RequestMonthsPage })
  months(
    @From() caller: Caller,
    @Query() input: RequestMonthsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<RequestMonth> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedRequestMonths, input, language, (page) =>
      this.requests.months(page, schoolId, this.clock.today()),
    );
  }
}

import { Body, Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
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
import type { CalendarDay } from '@shulian/contracts/ids';
import { AnswerRequest } from './answer-request.use-case.js';
import { MoveRequest } from './move-request.use-case.js';
import { printedCounts, printedRequests } from './service-requests.format.js';
import {
  ServiceAnswerAsked,
  ServiceCountsAsked,
  ServiceCountsPage,
  ServiceEndAsked,
  ServiceFateAsked,
  ServicePromiseAsked,
  ServiceRequestAsked,
  ServiceRequestsAsked,
  ServiceRequestsPage,
  ServiceRequestView,
  type ServiceCountView,
  type ServiceRequestSummary,
} from './service-requests.http.js';
import { ServiceRequestsQuery } from './service-requests.query.js';
import { TakeRequest } from './take-request.use-case.js';

@ApiTags('service-requests')
@Controller()
export class ServiceRequestsController {
  constructor(
    private readonly requests: ServiceRequestsQuery,
    private readonly takeRequest: TakeRequest,
    private readonly answerRequest: AnswerRequest,
    private readonly moveRequest: MoveRequest,
    private readonly documents: Documents,
  ) {}

  @Post('service-requests')
  @HttpCode(201)
  @Does('service-requests.create')
  @ApiCreatedResponse({ type: ServiceRequestView })
  create(
    @From() caller: Caller,
    @Body() input: ServiceRequestAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.takeRequest.execute(caller, input, request);
  }

  @Get('service-requests')
  @Does('service-requests.list')
  @ApiOkResponse({ type: ServiceRequestsPage })
  list(
    @From() caller: Caller,
    @Query() input: ServiceRequestsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<ServiceRequestSummary> | StreamableFile> {
    return pageOrDocument(this.documents, printedRequests, input, language, (page) =>
      this.requests.list(caller, page),
    );
  }

  @Get('service-request-counts')
  @Does('service-requests.counts')
  @ApiOkResponse({ type: ServiceCountsPage })
  counts(
    @From() caller: Caller,
    @Query() input: ServiceCountsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<ServiceCountView> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedCounts, input, language, (page) =>
      this.requests.counts(page, schoolId),
    );
  }

  @Get('service-requests/:id')
  @Does('service-requests.read')
  @ApiOkResponse({ type: ServiceRequestView })
  read(@From() caller: Caller, @Param('id') id: string): Promise<ServiceRequestView> {
    return this.requests.one(caller, pathId(id));
  }

  @Post('service-requests/:id/promise')
  @HttpCode(200)
  @Does('service-requests.promise')
  @ApiOkResponse({ type: ServiceRequestView })
  promise(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: ServicePromiseAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    const move = { step: 'promise', dueOn: input.dueOn as CalendarDay } as const;
    return this.moveRequest.execute(caller, pathId(id), move, request);
  }

  @Post('service-requests/:id/answers')
  @HttpCode(200)
  @Does('service-requests.answer')
  @ApiOkResponse({ type: ServiceRequestView })
  answer(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: ServiceAnswerAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.answerRequest.execute(caller, pathId(id), input, request);
  }

  @Post('service-requests/:id/refusal')
  @HttpCode(200)
  @Does('service-requests.decline')
  @ApiOkResponse({ type: ServiceRequestView })
  decline(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: ServiceEndAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.moveRequest.execute(caller, pathId(id), { step: 'decline', why: input.why }, request);
  }

  @Post('service-requests/:id/withdrawal')
  @HttpCode(200)
  @Does('service-requests.withdraw')
  @ApiOkResponse({ type: ServiceRequestView })
  withdraw(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: ServiceEndAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.moveRequest.execute(caller, pathId(id), { step: 'withdraw', why: input.why }, request);
  }

  @Post('service-requests/:id/closing')
  @HttpCode(200)
  @Does('service-requests.close')
  @ApiOkResponse({ type: ServiceRequestView })
  close(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: ServiceFateAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.moveRequest.execute(caller, pathId(id), { step: 'close', fate: input.fate }, request);
  }

  @Post('service-requests/:id/reopening')
  @HttpCode(200)
  @Does('service-requests.reopen')
  @ApiOkResponse({ type: ServiceRequestView })
  reopen(
    @From() caller: Caller,
    @Param('id') id: string,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.moveRequest.execute(caller, pathId(id), { step: 'reopen' }, request);
  }
}

import { Body, Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse } from '@nestjs/swagger';
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
import { EndCase } from './end-case.use-case.js';
import { printedCases } from './loan-cases.format.js';
import { LoanCaseAsked, CasesAsked, CasesPage, CaseView, EndingAsked } from './loan-cases.http.js';
import { LoanCasesQuery } from './loan-cases.query.js';
import { OpenCase } from './open-case.use-case.js';
import { ReopenCase } from './reopen-case.use-case.js';

@Controller('loan-cases')
export class LoanCasesController {
  constructor(
    private readonly loanCases: LoanCasesQuery,
    private readonly openCase: OpenCase,
    private readonly endCase: EndCase,
    private readonly reopenCase: ReopenCase,
    private readonly documents: Documents,
  ) {}

  @Post()
  @HttpCode(201)
  @Does('loan-cases.create')
  @ApiCreatedResponse({ type: CaseView })
  create(
    @From() caller: Caller,
    @Body() input: LoanCaseAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.openCase.execute(caller, input, request);
  }

  @Get()
  @Does('loan-cases.list')
  @ApiOkResponse({ type: CasesPage })
  list(
    @From() caller: Caller,
    @Query() input: CasesAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<CaseView> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedCases, input, language, (page) =>
      this.loanCases.cases(caller, page, schoolId),
    );
  }

  @Post(':id/ending')
  @HttpCode(200)
  @Does('loan-cases.end')
  @ApiOkResponse({ type: CaseView })
  end(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: EndingAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.endCase.execute(caller, pathId(id), input, request);
  }

  @Post(':id/reopening')
  @HttpCode(200)
  @Does('loan-cases.reopen')
  @ApiOkResponse({ type: CaseView })
  reopen(
    @From() caller: Caller,
    @Param('id') id: string,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.reopenCase.execute(caller, pathId(id), request);
  }
}

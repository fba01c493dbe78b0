import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import {
  Caller,
  Documents,
  Does,
  From,
  pageOrDocument,
  ReadsIn,
  type Language,
  type Page,
} from '@shulian/service-kit';
import { printedFigures, printedOverdueCases } from './loan-cases.format.js';
import {
  FiguresAsked,
  FiguresPage,
  OverdueCasesAsked,
  OverdueCasesPage,
  type OverdueCase,
  type TermFigures,
} from './loan-cases.http.js';
import { LoanCasesQuery } from './loan-cases.query.js';

@Controller()
export class LossFiguresController {
  constructor(
    private readonly loanCases: LoanCasesQuery,
    private readonly documents: Documents,
  ) {}

  @Get('overdue-cases')
  @Does('overdue-cases.list')
  @ApiOkResponse({ type: OverdueCasesPage })
  overdue(
    @From() caller: Caller,
    @Query() input: OverdueCasesAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<OverdueCase> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedOverdueCases, input, language, (page) =>
      this.loanCases.overdue(caller, page, schoolId),
    );
  }

  @Get('loss-figures')
  @Does('loss-figures.list')
  @ApiOkResponse({ type: FiguresPage })
  figures(
    @From() caller: Caller,
    @Query() input: FiguresAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<TermFigures> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedFigures, input, language, (page) =>
      this.loanCases.figures(page, schoolId),
    );
  }
}

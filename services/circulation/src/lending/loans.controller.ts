import { Controller, Get, Param, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import {
  Caller,
  Documents,
  Does,
  From,
  pageOrDocument,
  pathId,
  ReadsIn,
  type Language,
  type Page,
} from '@shulian/service-kit';
import { LoanView } from '../desk/loan.http.js';
import { printedLoans } from './loans.format.js';
import { LoanPage, LoansAsked } from './loan-list.http.js';
import { LoansQuery } from './loans.query.js';

@Controller('loans')
export class LoansController {
  constructor(
    private readonly loans: LoansQuery,
    private readonly documents: Documents,
  ) {}

  @Get()
  @ApiOkResponse({ type: LoanPage })
  @Does('loans.list')
  list(
    @From() caller: Caller,
    @Query() input: LoansAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<LoanView> | StreamableFile> {
    return pageOrDocument(this.documents, printedLoans, input, language, (page) =>
      this.loans.list(caller, page),
    );
  }

  @Get(':id')
  @ApiOkResponse({ type: LoanView })
  @Does('loans.read')
  read(@From() caller: Caller, @Param('id') id: string): Promise<LoanView> {
    return this.loans.one(caller, pathId(id));
  }
}

import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { Caller, Does, From, pathId, type Page } from '@shulian/service-kit';
import { LoanView } from '../desk/loan.http.js';
import { LoanPage, LoansAsked } from './loans.http.js';
import { LoansQuery } from './loans.query.js';

@Controller('loans')
export class LoansController {
  constructor(private readonly loans: LoansQuery) {}

  @Get()
  @ApiOkResponse({ type: LoanPage })
  @Does('loans.list')
  list(@From() caller: Caller, @Query() asked: LoansAsked): Promise<Page<LoanView>> {
    return this.loans.list(caller, asked);
  }

  @Get(':id')
  @ApiOkResponse({ type: LoanView })
  @Does('loans.read')
  read(@From() caller: Caller, @Param('id') id: string): Promise<LoanView> {
    return this.loans.one(caller, pathId(id));
  }
}

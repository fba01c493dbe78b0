import { Body, Controller, Get, Put, Query } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { Caller, Does, From, IfMatch, Versioned } from '@shulian/service-kit';
import { TargetsAsked, TargetsOfAsked, TargetsView } from './loan-targets.http.js';
import { LoanTargetsQuery } from './loan-targets.query.js';
import { PutLoanTargets } from './put-loan-targets.use-case.js';

@Controller('loan-targets')
export class LoanTargetsController {
  constructor(
    private readonly loanTargets: LoanTargetsQuery,
    private readonly putTargets: PutLoanTargets,
  ) {}

  @Get()
  @Versioned()
  @Does('loan-targets.read')
  @ApiOkResponse({ type: TargetsView })
  read(@From() caller: Caller, @Query() input: TargetsOfAsked): Promise<TargetsView> {
    return this.loanTargets.targets(caller.schoolFor(input.schoolId));
  }

  @Put()
  @Versioned()
  @Does('loan-targets.put')
  @ApiOkResponse({ type: TargetsView })
  put(@From() caller: Caller, @Body() input: TargetsAsked, @IfMatch() version: number): Promise<TargetsView> {
    return this.putTargets.execute(caller, input, version);
  }
}

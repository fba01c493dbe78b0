import { Body, Controller, Get, Put, Query } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { Caller, Does, From, IfMatchWhereKnown, Versioned } from '@shulian/service-kit';
import { RuleAsked, RuleAskedFor, RuleView } from './cash-book.http.js';
import { CashBookQuery } from './cash-book.query.js';
import { PutCompensationRule } from './put-compensation-rule.use-case.js';

@Controller('compensation-rules')
export class CompensationRulesController {
  constructor(
    private readonly cashBook: CashBookQuery,
    private readonly putRule: PutCompensationRule,
  ) {}

  @Get()
  @Versioned()
  @Does('compensation-rules.read')
  @ApiOkResponse({ type: RuleView })
  read(@From() caller: Caller, @Query() input: RuleAskedFor): Promise<RuleView> {
    return this.cashBook.rule(caller.schoolFor(input.schoolId), input);
  }

  @Put()
  @Versioned()
  @Does('compensation-rules.put')
  @ApiOkResponse({ type: RuleView })
  put(
    @From() caller: Caller,
    @Body() input: RuleAsked,
    @IfMatchWhereKnown() version: number | null,
  ): Promise<RuleView> {
    return this.putRule.execute(caller, input, version);
  }
}

import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import {
  Caller,
  Does,
  From,
  Once,
  pathId,
  type Answer,
  type DeskRequest,
  type Page,
} from '@shulian/service-kit';
import {
  CompensationPage,
  CompensationsAsked,
  CompensationView,
  SettlementAsked,
} from './compensations.http.js';
import { CompensationsQuery } from './compensations.query.js';
import { SettleCompensation } from './settle-compensation.use-case.js';

@Controller('compensations')
export class CompensationsController {
  constructor(
    private readonly compensations: CompensationsQuery,
    private readonly settleCompensation: SettleCompensation,
  ) {}

  @Get()
  @ApiOkResponse({ type: CompensationPage })
  @Does(
    'compensations.list',
    'What is or was owed for lost copies, as far as the caller may see it, newest first.',
  )
  list(@From() caller: Caller, @Query() asked: CompensationsAsked): Promise<Page<CompensationView>> {
    return this.compensations.list(caller, asked);
  }

  @Get(':id')
  @ApiOkResponse({ type: CompensationView })
  @Does('compensations.read', 'One compensation.')
  read(@From() caller: Caller, @Param('id') id: string): Promise<CompensationView> {
    return this.compensations.one(caller, pathId(id));
  }

  @Post(':id/settlement')
  @HttpCode(200)
  @ApiOkResponse({ type: CompensationView })
  @Does('compensations.settle', 'Says how a compensation was settled; the reader may borrow again.')
  settle(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() asked: SettlementAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.settleCompensation.execute(caller, pathId(id), asked, request);
  }
}

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
import { ReopenCompensation } from './reopen-compensation.use-case.js';
import { SettleCompensation } from './settle-compensation.use-case.js';

@Controller('compensations')
export class CompensationsController {
  constructor(
    private readonly compensations: CompensationsQuery,
    private readonly settleCompensation: SettleCompensation,
    private readonly reopenCompensation: ReopenCompensation,
  ) {}

  @Get()
  @ApiOkResponse({ type: CompensationPage })
  @Does('compensations.list')
  list(@From() caller: Caller, @Query() asked: CompensationsAsked): Promise<Page<CompensationView>> {
    return this.compensations.list(caller, asked);
  }

  @Get(':id')
  @ApiOkResponse({ type: CompensationView })
  @Does('compensations.read')
  read(@From() caller: Caller, @Param('id') id: string): Promise<CompensationView> {
    return this.compensations.one(caller, pathId(id));
  }

  @Post(':id/settlement')
  @HttpCode(200)
  @ApiOkResponse({ type: CompensationView })
  @Does('compensations.settle')
  settle(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() asked: SettlementAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.settleCompensation.execute(caller, pathId(id), asked, request);
  }

  @Post(':id/reopening')
  @HttpCode(200)
  @ApiOkResponse({ type: CompensationView })
  @Does('compensations.reopen')
  reopen(
    @From() caller: Caller,
    @Param('id') id: string,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.reopenCompensation.execute(caller, pathId(id), request);
  }
}

import { Body, Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
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
import { printedCompensations } from './compensations.format.js';
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
    private readonly documents: Documents,
  ) {}

  @Get()
  @ApiOkResponse({ type: CompensationPage })
  @Does('compensations.list')
  list(
    @From() caller: Caller,
    @Query() input: CompensationsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<CompensationView> | StreamableFile> {
    return pageOrDocument(this.documents, printedCompensations, input, language, (page) =>
      this.compensations.list(caller, page),
    );
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
    @Body() input: SettlementAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.settleCompensation.execute(caller, pathId(id), input, request);
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

import { Body, Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Caller,
  Clock,
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
import type { CompensationId } from '@shulian/contracts/ids';
import { CloseCompensations } from './close-compensations.use-case.js';
import { printedAccount, printedCompensationMonths } from './compensations.format.js';
import {
  ClosingsAnswer,
  ClosingsAsked,
  CompensationLine,
  CompensationMonthsAsked,
  CompensationMonthsPage,
  CompensationsAccountPage,
  CompensationsAsked,
  ReplacementAsked,
  type CompensationMonth,
} from './compensations.http.js';
import { CompensationsQuery } from './compensations.query.js';
import { ReplaceLostCopy } from './replace-lost-copy.use-case.js';

@ApiTags('compensation account')
@Controller()
export class CompensationAccountController {
  constructor(
    private readonly account: CompensationsQuery,
    private readonly closeCompensations: CloseCompensations,
    private readonly replaceLostCopy: ReplaceLostCopy,
    private readonly documents: Documents,
    private readonly clock: Clock,
  ) {}

  @Get('compensation-account')
  @Does('compensation-account.list')
  @ApiOkResponse({ type: CompensationsAccountPage })
  list(
    @From() caller: Caller,
    @Query() input: CompensationsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<CompensationLine> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedAccount, input, language, (page) =>
      this.account.list(page, schoolId),
    );
  }

  @Get('compensation-months')
  @Does('compensation-account.months')
  @ApiOkResponse({ type: CompensationMonthsPage })
  months(
    @From() caller: Caller,
    @Query() input: CompensationMonthsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<CompensationMonth> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedCompensationMonths, input, language, (page) =>
      this.account.months(page, schoolId, this.clock.today()),
    );
  }

  @Post('compensation-closings')
  @HttpCode(200)
  @Does('compensation-account.close')
  @ApiOkResponse({ type: ClosingsAnswer })
  close(
    @From() caller: Caller,
    @Body() input: ClosingsAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.closeCompensations.execute(caller, input, request);
  }

  @Post('compensation-account/:id/replacement')
  @HttpCode(201)
  @Does('compensation-account.replace')
  @ApiCreatedResponse({ type: CompensationLine })
  replace(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: ReplacementAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.replaceLostCopy.execute(caller, pathId<CompensationId>(id), input, request);
  }
}

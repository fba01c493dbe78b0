import { Body, Controller, Get, HttpCode, Param, Put, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Caller,
  Documents,
  Does,
  From,
  IfMatch,
  IfMatchWhereKnown,
  Once,
  pageOrDocument,
  pathId,
  ReadsIn,
  Versioned,
  type Answer,
  type DeskRequest,
  type Language,
  type Page,
} from '@shulian/service-kit';
import { printedLendingShares } from './lending-shares.format.js';
import {
  LendingOrderAsked,
  LendingOrderView,
  LendingShareAsked,
  LendingSharesAsked,
  LendingSharesPage,
  LendingShareView,
} from './lending-shares.http.js';
import { LendingSharesQuery } from './lending-shares.query.js';
import { PutLendingOrder } from './put-lending-order.use-case.js';
import { PutLendingShare } from './put-lending-share.use-case.js';

@ApiTags('lending-shares')
@Controller()
export class LendingSharesController {
  constructor(
    private readonly shares: LendingSharesQuery,
    private readonly putShare: PutLendingShare,
    private readonly putOrder: PutLendingOrder,
    private readonly documents: Documents,
  ) {}

  @Get('lending-shares')
  @Does('lending-shares.list')
  @ApiOkResponse({ type: LendingSharesPage })
  list(
    @Query() input: LendingSharesAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<LendingShareView> | StreamableFile> {
    return pageOrDocument(this.documents, printedLendingShares, input, language, (page) =>
      this.shares.list(page),
    );
  }

  @Put('lending-shares/:id')
  @HttpCode(200)
  @Versioned()
  @Does('lending-shares.put')
  @ApiOkResponse({ type: LendingShareView })
  put(
    @From() caller: Caller,
    @Param('id') id: string,
    @IfMatchWhereKnown() version: number | null,
    @Body() input: LendingShareAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.putShare.execute(caller, pathId(id), input, version, request);
  }

  @Get('lending-orders/:id')
  @Versioned()
  @Does('lending-shares.order')
  @ApiOkResponse({ type: LendingOrderView })
  order(@Param('id') id: string): Promise<LendingOrderView> {
    return this.shares.order(pathId(id));
  }

  @Put('lending-orders/:id')
  @HttpCode(200)
  @Versioned()
  @Does('lending-shares.put-order')
  @ApiOkResponse({ type: LendingOrderView })
  putOrderOf(
    @From() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() input: LendingOrderAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.putOrder.execute(caller, pathId(id), input, version, request);
  }
}

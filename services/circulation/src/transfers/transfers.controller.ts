import { Body, Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
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
import { EndTransfer } from './end-transfer.use-case.js';
import { ReceiveCopy } from './receive-copy.use-case.js';
import { printedTransfers } from './transfers.format.js';
import {
  EndAsked,
  TransferReceiptAsked,
  ReceiptView,
  TransfersAsked,
  TransfersPage,
  TransferView,
} from './transfers.http.js';
import { TransfersQuery } from './transfers.query.js';
import { UndoReceipt } from './undo-receipt.use-case.js';

@ApiTags('transfers')
@Controller()
export class TransfersController {
  constructor(
    private readonly transfers: TransfersQuery,
    private readonly receiveCopy: ReceiveCopy,
    private readonly undoReceipt: UndoReceipt,
    private readonly endTransfer: EndTransfer,
    private readonly documents: Documents,
  ) {}

  @Get('transfers')
  @Does('transfers.list')
  @ApiOkResponse({ type: TransfersPage })
  list(
    @From() caller: Caller,
    @Query() input: TransfersAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<TransferView> | StreamableFile> {
    return pageOrDocument(this.documents, printedTransfers, input, language, (page) =>
      this.transfers.list(caller, page),
    );
  }

  @Get('transfers/:id')
  @Does('transfers.read')
  @ApiOkResponse({ type: TransferView })
  read(@From() caller: Caller, @Param('id') id: string): Promise<TransferView> {
    return this.transfers.one(caller, pathId(id));
  }

  @Post('transfer-receipts')
  @HttpCode(200)
  @Does('transfers.receive')
  @ApiOkResponse({ type: ReceiptView })
  receive(
    @From() caller: Caller,
    @Body() input: TransferReceiptAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.receiveCopy.execute(caller, input, request);
  }

  @Post('transfers/:id/receipt-undoing')
  @HttpCode(200)
  @Does('transfers.undo-receipt')
  @ApiOkResponse({ type: TransferView })
  undo(
    @From() caller: Caller,
    @Param('id') id: string,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.undoReceipt.execute(caller, pathId(id), request);
  }

  @Post('transfers/:id/refusal')
  @HttpCode(200)
  @Does('transfers.refuse')
  @ApiOkResponse({ type: TransferView })
  refuse(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: EndAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.endTransfer.execute(caller, pathId(id), 'refused', input.note ?? null, request);
  }

  @Post('transfers/:id/loss')
  @HttpCode(200)
  @Does('transfers.lose')
  @ApiOkResponse({ type: TransferView })
  lose(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: EndAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.endTransfer.execute(caller, pathId(id), 'lost', input.note ?? null, request);
  }
}

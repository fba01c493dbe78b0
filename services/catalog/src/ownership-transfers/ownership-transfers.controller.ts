import { Body, Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Caller,
  Documents,
  Does,
  From,
  ListAsked,
  Once,
  pageOrDocument,
  pathId,
  ReadsIn,
  type Answer,
  type DeskRequest,
  type Language,
  type Page,
} from '@shulian/service-kit';
import type { OwnershipTransferId } from '@shulian/contracts/ids';
import { AcceptTransfer } from './accept-transfer.use-case.js';
import { AskForTransfer } from './ask-for-transfer.use-case.js';
import { CancelTransfer } from './cancel-transfer.use-case.js';
import { aboveTheCopies, printedTransferredCopies, printedTransfers } from './ownership-transfers.format.js';
import {
  TransferAcceptance,
  TransferAsked,
  TransferRefused,
  TransferredCopiesPage,
  TransfersAsked,
  TransfersPage,
  TransferView,
  type TransferredCopyView,
} from './ownership-transfers.http.js';
import { OwnershipTransfersQuery } from './ownership-transfers.query.js';
import { RefuseTransfer } from './refuse-transfer.use-case.js';

@ApiTags('ownership transfers')
@Controller('ownership-transfers')
export class OwnershipTransfersController {
  constructor(
    private readonly transfers: OwnershipTransfersQuery,
    private readonly documents: Documents,
  ) {}

  @Get()
  @Does('ownership-transfers.list')
  @ApiOkResponse({ type: TransfersPage })
  list(
    @From() caller: Caller,
    @Query() input: TransfersAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<TransferView> | StreamableFile> {
    return pageOrDocument(this.documents, printedTransfers, input, language, (page) =>
      this.transfers.find(caller, page),
    );
  }

  @Get(':id')
  @Does('ownership-transfers.read')
  @ApiOkResponse({ type: TransferView })
  read(@From() caller: Caller, @Param('id') id: string): Promise<TransferView> {
    return this.transfers.byId(caller, pathId<OwnershipTransferId>(id));
  }

  @Get(':id/copies')
  @Does('ownership-transfers.copies')
  @ApiOkResponse({ type: TransferredCopiesPage })
  async copies(
    @From() caller: Caller,
    @Param('id') id: string,
    @Query() input: ListAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<TransferredCopyView> | StreamableFile> {
    const transfer = await this.transfers.byId(caller, pathId<OwnershipTransferId>(id));
    return pageOrDocument(
      this.documents,
      printedTransferredCopies,
      input,
      language,
      (page) => this.transfers.copies(transfer.id, page),
      aboveTheCopies(transfer, language),
    );
  }
}

/** What the two schools do with a transfer. */
@ApiTags('ownership transfers')
@Controller('ownership-transfers')
export class TransferDecisionsController {
  constructor(
    private readonly askForTransfer: AskForTransfer,
    private readonly acceptTransfer: AcceptTransfer,
    private readonly refuseTransfer: RefuseTransfer,
    private readonly cancelTransfer: CancelTransfer,
  ) {}

  @Post()
  @HttpCode(201)
  @Does('ownership-transfers.create')
  @ApiCreatedResponse({ type: TransferView })
  create(
    @From() caller: Caller,
    @Body() input: TransferAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.askForTransfer.execute(caller, input, request);
  }

  @Post(':id/acceptance')
  @HttpCode(200)
  @Does('ownership-transfers.accept')
  @ApiOkResponse({ type: TransferView })
  accept(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: TransferAcceptance,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.acceptTransfer.execute(caller, pathId<OwnershipTransferId>(id), input, request);
  }

  @Post(':id/refusal')
  @HttpCode(200)
  @Does('ownership-transfers.refuse')
  @ApiOkResponse({ type: TransferView })
  refuse(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: TransferRefused,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.refuseTransfer.execute(caller, pathId<OwnershipTransferId>(id), input.reason, request);
  }

  @Post(':id/cancellation')
  @HttpCode(200)
  @Does('ownership-transfers.cancel')
  @ApiOkResponse({ type: TransferView })
  cancel(
    @From() caller: Caller,
    @Param('id') id: string,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.cancelTransfer.execute(caller, pathId<OwnershipTransferId>(id), request);
  }
}

import { Body, Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Caller,
  Documents,
  Does,
  From,
  IfMatch,
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
import { LogSightOfReaders } from '../enrolment/log-sight-of-readers.use-case.js';
import { printedTransfers } from './reader-transfers.format.js';
import {
  OfferTransferAsked,
  RefuseTransferAsked,
  TakeTransferAsked,
  TransferPage,
  TransfersAsked,
  TransferView,
} from './reader-transfers.http.js';
import { ReaderTransfersQuery } from './reader-transfers.query.js';
import { TransferReader } from './transfer-reader.use-case.js';

@ApiTags('reader transfers')
@Controller('reader-transfers')
export class ReaderTransfersController {
  constructor(
    private readonly transfers: ReaderTransfersQuery,
    private readonly transfer: TransferReader,
    private readonly logSight: LogSightOfReaders,
    private readonly documents: Documents,
  ) {}

  @Post()
  @HttpCode(201)
  @Versioned()
  @Does('reader-transfers.create')
  @ApiCreatedResponse({ type: TransferView })
  create(
    @Once() request: DeskRequest | null,
    @From() caller: Caller,
    @Body() input: OfferTransferAsked,
  ): Promise<Answer> {
    return this.transfer.offer(request, caller, input);
  }

  @Get()
  @Does('reader-transfers.list')
  @ApiOkResponse({ type: TransferPage })
  list(
    @From() caller: Caller,
    @Query() input: TransfersAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<TransferView> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedTransfers, input, language, async (page) => {
      const found = await this.transfers.list(page, schoolId);
      const items = found.items.map(({ readerId }) => ({ id: readerId, schoolId }));
      await this.logSight.execute(caller, 'reader-transfers.list', { items });
      return found;
    });
  }

  @Post(':id/acceptance')
  @HttpCode(200)
  @Versioned()
  @Does('reader-transfers.take')
  @ApiOkResponse({ type: TransferView })
  take(
    @Once() request: DeskRequest | null,
    @From() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() input: TakeTransferAsked,
  ): Promise<Answer> {
    return this.transfer.take(request, caller, pathId(id), version, input);
  }

  @Post(':id/refusal')
  @HttpCode(200)
  @Versioned()
  @Does('reader-transfers.refuse')
  @ApiOkResponse({ type: TransferView })
  refuse(
    @Once() request: DeskRequest | null,
    @From() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() input: RefuseTransferAsked,
  ): Promise<Answer> {
    return this.transfer.refuseOne(request, caller, pathId(id), version, input.answer);
  }

  @Post(':id/withdrawal')
  @HttpCode(200)
  @Versioned()
  @Does('reader-transfers.withdraw')
  @ApiOkResponse({ type: TransferView })
  withdraw(
    @Once() request: DeskRequest | null,
    @From() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
  ): Promise<Answer> {
    return this.transfer.withdraw(request, caller, pathId(id), version);
  }
}

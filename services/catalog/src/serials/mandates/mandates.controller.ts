import { Body, Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
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
import { MandateSerial } from './mandate-serial.use-case.js';
import { printedArrears, printedMandates, printedPayments } from './mandates.format.js';
import {
  ArrearsAsked,
  ArrearsPage,
  MandateAsked,
  MandatesAsked,
  MandatesPage,
  MandateView,
  PaymentAsked,
  PaymentsAsked,
  PaymentsPage,
  PaymentView,
  ReversalAsked,
  type ArrearsView,
} from './mandates.http.js';
import { MandatesQuery } from './mandates.query.js';

@ApiTags('serials')
@Controller()
export class MandatesController {
  constructor(
    private readonly mandates: MandatesQuery,
    private readonly mandateSerial: MandateSerial,
    private readonly documents: Documents,
  ) {}

  @Post('serial-mandates')
  @HttpCode(201)
  @Does('serial-mandates.create')
  @ApiCreatedResponse({ type: MandateView })
  create(
    @From() caller: Caller,
    @Body() asked: MandateAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.mandateSerial.execute(caller, asked, request);
  }

  @Get('serial-mandates')
  @Does('serial-mandates.list')
  @ApiOkResponse({ type: MandatesPage })
  list(
    @Query() asked: MandatesAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<MandateView> | StreamableFile> {
    return pageOrDocument(this.documents, printedMandates, asked, language, (page) =>
      this.mandates.find(page),
    );
  }

  @Post('serial-mandates/:id/withdrawal')
  @HttpCode(200)
  @Does('serial-mandates.withdraw')
  @ApiOkResponse({ type: MandateView })
  withdraw(
    @From() caller: Caller,
    @Param('id') id: string,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.mandateSerial.withdraw(caller, pathId(id), request);
  }

  @Post('serial-mandates/:id/payments')
  @HttpCode(201)
  @Does('serial-mandates.pay')
  @ApiCreatedResponse({ type: PaymentView })
  pay(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() asked: PaymentAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    const schoolId = caller.schoolFor(asked.schoolId);
    return this.mandateSerial.pay(caller, pathId(id), schoolId, asked, request);
  }

  @Get('mandate-payments')
  @Does('mandate-payments.list')
  @ApiOkResponse({ type: PaymentsPage })
  payments(
    @From() caller: Caller,
    @Query() asked: PaymentsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<PaymentView> | StreamableFile> {
    return pageOrDocument(this.documents, printedPayments, asked, language, (page) =>
      this.mandates.payments(caller, page),
    );
  }

  @Post('mandate-payments/:id/reversal')
  @HttpCode(200)
  @Does('mandate-payments.reverse')
  @ApiOkResponse({ type: PaymentView })
  reverse(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() asked: ReversalAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.mandateSerial.reverse(caller, pathId(id), asked.reason, request);
  }

  @Get('mandate-arrears')
  @Does('mandate-arrears.list')
  @ApiOkResponse({ type: ArrearsPage })
  arrears(
    @From() caller: Caller,
    @Query() asked: ArrearsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<ArrearsView> | StreamableFile> {
    return pageOrDocument(this.documents, printedArrears, asked, language, (page) =>
      this.mandates.arrears(caller, page),
    );
  }
}

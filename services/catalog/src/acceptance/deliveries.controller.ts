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
import type { DeliveryId } from '@shulian/contracts/ids';
import { AcceptDelivery } from './accept-delivery.use-case.js';
import { CheckInDelivery } from './check-in-delivery.use-case.js';
import { printedDeliveries, printedDeliveryLines } from './deliveries.format.js';
import {
  AcceptanceAsked,
  DeliveriesAsked,
  DeliveriesPage,
  DeliveryAsked,
  DeliveryLinesListAsked,
  DeliveryLinesPage,
  DeliveryView,
  SendBackAsked,
  type DeliveryLineView,
} from './deliveries.http.js';
import { DeliveriesQuery } from './deliveries.query.js';
import { SendBackDelivery } from './send-back-delivery.use-case.js';

@ApiTags('deliveries')
@Controller('deliveries')
export class DeliveriesController {
  constructor(
    private readonly deliveries: DeliveriesQuery,
    private readonly checkIn: CheckInDelivery,
    private readonly acceptDelivery: AcceptDelivery,
    private readonly sendBackDelivery: SendBackDelivery,
    private readonly documents: Documents,
  ) {}

  @Post()
  @HttpCode(201)
  @Does('deliveries.create')
  @ApiCreatedResponse({ type: DeliveryView })
  create(
    @From() caller: Caller,
    @Body() input: DeliveryAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.checkIn.execute(input, caller.schoolFor(input.schoolId), caller.id, request);
  }

  @Get()
  @Does('deliveries.list')
  @ApiOkResponse({ type: DeliveriesPage })
  async list(
    @From() caller: Caller,
    @Query() input: DeliveriesAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<DeliveryView> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedDeliveries, input, language, (page) =>
      this.deliveries.find(page, schoolId),
    );
  }

  @Get(':id')
  @Does('deliveries.read')
  @ApiOkResponse({ type: DeliveryView })
  read(@From() caller: Caller, @Param('id') id: string): Promise<DeliveryView> {
    return this.deliveries.byId(caller, pathId<DeliveryId>(id));
  }

  @Get(':id/lines')
  @Does('deliveries.lines')
  @ApiOkResponse({ type: DeliveryLinesPage })
  async lines(
    @From() caller: Caller,
    @Param('id') id: string,
    @Query() input: DeliveryLinesListAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<DeliveryLineView> | StreamableFile> {
    const {
      order,
      vendor,
      origin,
      documentNumber,
      id: deliveryId,
    } = await this.deliveries.byId(caller, pathId<DeliveryId>(id));
    const notes = [order, vendor, origin, documentNumber].filter((note) => note !== null);
    return pageOrDocument(
      this.documents,
      printedDeliveryLines,
      input,
      language,
      (page) => this.deliveries.lines(page, deliveryId as DeliveryId),
      notes,
    );
  }

  @Post(':id/acceptance')
  @HttpCode(200)
  @Does('deliveries.accept')
  @ApiOkResponse({ type: DeliveryView })
  accept(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: AcceptanceAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.acceptDelivery.execute(caller, pathId<DeliveryId>(id), input, request);
  }

  @Post(':id/return')
  @HttpCode(200)
  @Does('deliveries.send-back')
  @ApiOkResponse({ type: DeliveryView })
  sendBack(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: SendBackAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.sendBackDelivery.execute(caller, pathId<DeliveryId>(id), input.reason, request);
  }
}

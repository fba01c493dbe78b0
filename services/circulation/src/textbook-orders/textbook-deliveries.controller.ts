import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Patch,
  Post,
  Query,
  type StreamableFile,
} from '@nestjs/common';
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
import { CancelDelivery } from './cancel-delivery.use-case.js';
import { ChangeDelivery } from './change-delivery.use-case.js';
import { ExpectDelivery } from './expect-delivery.use-case.js';
import { TakeInDelivery } from './take-in-delivery.use-case.js';
import {
  TextbookArrivalAsked,
  TextbookArrivalUndoAsked,
  TextbookDeliveriesAsked,
  TextbookDeliveriesPage,
  TextbookDeliveryAsked,
  TextbookDeliveryChangeAsked,
  TextbookDeliveryLinesAsked,
  TextbookDeliveryLinesPage,
  TextbookDeliveryView,
  type TextbookDeliveryLineView,
} from './textbook-deliveries.http.js';
import { TextbookDeliveriesQuery } from './textbook-deliveries.query.js';
import { printedDeliveries, printedDeliveryLines } from './textbook-orders.format.js';
import { UndoArrival } from './undo-arrival.use-case.js';

@ApiTags('textbook-deliveries')
@Controller()
export class TextbookDeliveriesController {
  constructor(
    private readonly deliveries: TextbookDeliveriesQuery,
    private readonly expectDelivery: ExpectDelivery,
    private readonly changeDelivery: ChangeDelivery,
    private readonly takeInDelivery: TakeInDelivery,
    private readonly undoArrival: UndoArrival,
    private readonly cancelDelivery: CancelDelivery,
    private readonly documents: Documents,
  ) {}

  @Post('textbook-deliveries')
  @HttpCode(201)
  @Versioned()
  @Does('textbook-deliveries.create')
  @ApiCreatedResponse({ type: TextbookDeliveryView })
  create(
    @From() caller: Caller,
    @Body() input: TextbookDeliveryAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.expectDelivery.execute(input, caller.schoolFor(input.schoolId), request);
  }

  @Get('textbook-deliveries')
  @Does('textbook-deliveries.list')
  @ApiOkResponse({ type: TextbookDeliveriesPage })
  list(
    @From() caller: Caller,
    @Query() input: TextbookDeliveriesAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<TextbookDeliveryView> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedDeliveries, input, language, (page) =>
      this.deliveries.list(page, schoolId),
    );
  }

  @Get('textbook-delivery-lines')
  @Does('textbook-deliveries.lines')
  @ApiOkResponse({ type: TextbookDeliveryLinesPage })
  lines(
    @From() caller: Caller,
    @Query() input: TextbookDeliveryLinesAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<TextbookDeliveryLineView> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedDeliveryLines, input, language, (page) =>
      this.deliveries.lines(page, schoolId),
    );
  }

  @Get('textbook-deliveries/:id')
  @Versioned()
  @Does('textbook-deliveries.read')
  @ApiOkResponse({ type: TextbookDeliveryView })
  read(@From() caller: Caller, @Param('id') id: string): Promise<TextbookDeliveryView> {
    return this.deliveries.one(caller, pathId(id));
  }

  @Patch('textbook-deliveries/:id')
  @Versioned()
  @Does('textbook-deliveries.change')
  @ApiOkResponse({ type: TextbookDeliveryView })
  change(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: TextbookDeliveryChangeAsked,
    @IfMatch() version: number,
  ): Promise<TextbookDeliveryView> {
    return this.changeDelivery.execute(caller, pathId(id), input, version);
  }

  @Post('textbook-deliveries/:id/arrival')
  @HttpCode(200)
  @Does('textbook-deliveries.arrive')
  @ApiOkResponse({ type: TextbookDeliveryView })
  arrive(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: TextbookArrivalAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.takeInDelivery.execute(caller, pathId(id), input, request);
  }

  @Post('textbook-deliveries/:id/undo')
  @HttpCode(200)
  @Does('textbook-deliveries.undo')
  @ApiOkResponse({ type: TextbookDeliveryView })
  undo(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: TextbookArrivalUndoAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.undoArrival.execute(caller, pathId(id), input, request);
  }

  @Post('textbook-deliveries/:id/cancellation')
  @HttpCode(200)
  @Does('textbook-deliveries.cancel')
  @ApiOkResponse({ type: TextbookDeliveryView })
  cancel(
    @From() caller: Caller,
    @Param('id') id: string,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.cancelDelivery.execute(caller, pathId(id), request);
  }
}

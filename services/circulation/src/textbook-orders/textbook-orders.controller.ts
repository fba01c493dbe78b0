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
  ListAsked,
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
import { BeginOrder } from './begin-order.use-case.js';
import { ChangeOrder } from './change-order.use-case.js';
import { ConfirmOrder } from './confirm-order.use-case.js';
import { EnterWishes } from './enter-wishes.use-case.js';
import { MoveOrder } from './move-order.use-case.js';
import { printedOrderLines, printedOrders, printedSurvey, printedWishes } from './textbook-orders.format.js';
import {
  TextbookConfirmationAsked,
  TextbookOrderAsked,
  TextbookOrderChangeAsked,
  TextbookOrderLinesAsked,
  TextbookOrderLinesPage,
  TextbookOrdersAsked,
  TextbookOrdersPage,
  TextbookOrderView,
  TextbookSendBackAsked,
  TextbookSurveyPage,
  TextbookWishesAsked,
  TextbookWishesEntered,
  TextbookWishesPage,
  type TextbookOrderLineView,
  type TextbookSurveyLineView,
  type TextbookWishView,
} from './textbook-orders.http.js';
import { TextbookOrdersQuery } from './textbook-orders.query.js';

@ApiTags('textbook-orders')
@Controller()
export class TextbookOrdersController {
  constructor(
    private readonly orders: TextbookOrdersQuery,
    private readonly beginOrder: BeginOrder,
    private readonly changeOrder: ChangeOrder,
    private readonly enterWishes: EnterWishes,
    private readonly confirmOrder: ConfirmOrder,
    private readonly moveOrder: MoveOrder,
    private readonly documents: Documents,
  ) {}

  @Post('textbook-orders')
  @HttpCode(201)
  @Versioned()
  @Does('textbook-orders.create')
  @ApiCreatedResponse({ type: TextbookOrderView })
  create(
    @From() caller: Caller,
    @Body() input: TextbookOrderAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.beginOrder.execute(input, caller.schoolFor(input.schoolId), request);
  }

  @Get('textbook-orders')
  @Does('textbook-orders.list')
  @ApiOkResponse({ type: TextbookOrdersPage })
  list(
    @From() caller: Caller,
    @Query() input: TextbookOrdersAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<TextbookOrderView> | StreamableFile> {
    return pageOrDocument(this.documents, printedOrders, input, language, (page) =>
      this.orders.list(caller, page),
    );
  }

  @Get('textbook-order-lines')
  @Does('textbook-orders.lines')
  @ApiOkResponse({ type: TextbookOrderLinesPage })
  lines(
    @From() caller: Caller,
    @Query() input: TextbookOrderLinesAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<TextbookOrderLineView> | StreamableFile> {
    return pageOrDocument(this.documents, printedOrderLines, input, language, (page) =>
      this.orders.lines(caller, page),
    );
  }

  @Get('textbook-orders/:id')
  @Versioned()
  @Does('textbook-orders.read')
  @ApiOkResponse({ type: TextbookOrderView })
  read(@From() caller: Caller, @Param('id') id: string): Promise<TextbookOrderView> {
    return this.orders.one(caller, pathId(id));
  }

  @Patch('textbook-orders/:id')
  @Versioned()
  @Does('textbook-orders.change')
  @ApiOkResponse({ type: TextbookOrderView })
  change(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: TextbookOrderChangeAsked,
    @IfMatch() version: number,
  ): Promise<TextbookOrderView> {
    return this.changeOrder.execute(caller, pathId(id), input, version);
  }

  @Post('textbook-orders/:id/wishes')
  @HttpCode(200)
  @Does('textbook-orders.wish')
  @ApiOkResponse({ type: TextbookWishesEntered })
  wish(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: TextbookWishesAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.enterWishes.execute(caller, pathId(id), input, request);
  }

  @Get('textbook-orders/:id/wishes')
  @Does('textbook-orders.wishes')
  @ApiOkResponse({ type: TextbookWishesPage })
  wishes(
    @From() caller: Caller,
    @Param('id') id: string,
    @Query() input: ListAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<TextbookWishView> | StreamableFile> {
    return pageOrDocument(this.documents, printedWishes, input, language, (page) =>
      this.orders.wishes(caller, pathId(id), page),
    );
  }

  @Get('textbook-orders/:id/survey')
  @Does('textbook-orders.survey')
  @ApiOkResponse({ type: TextbookSurveyPage })
  survey(
    @From() caller: Caller,
    @Param('id') id: string,
    @Query() input: ListAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<TextbookSurveyLineView> | StreamableFile> {
    return pageOrDocument(this.documents, printedSurvey, input, language, (page) =>
      this.orders.survey(caller, pathId(id), page),
    );
  }

  @Post('textbook-orders/:id/confirmation')
  @HttpCode(200)
  @Versioned()
  @Does('textbook-orders.confirm')
  @ApiOkResponse({ type: TextbookOrderView })
  confirm(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: TextbookConfirmationAsked,
    @IfMatch() version: number,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.confirmOrder.execute(caller, pathId(id), input, version, request);
  }

  @Post('textbook-orders/:id/reopening')
  @HttpCode(200)
  @Does('textbook-orders.reopen')
  @ApiOkResponse({ type: TextbookOrderView })
  reopen(
    @From() caller: Caller,
    @Param('id') id: string,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.moveOrder.execute(caller, pathId(id), 'reopen', null, request);
  }

  @Post('textbook-orders/:id/report')
  @HttpCode(200)
  @Does('textbook-orders.report')
  @ApiOkResponse({ type: TextbookOrderView })
  report(
    @From() caller: Caller,
    @Param('id') id: string,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.moveOrder.execute(caller, pathId(id), 'report', null, request);
  }

  @Post('textbook-orders/:id/sending-back')
  @HttpCode(200)
  @Does('textbook-orders.send-back')
  @ApiOkResponse({ type: TextbookOrderView })
  sendBack(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: TextbookSendBackAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.moveOrder.execute(caller, pathId(id), 'send-back', input.note, request);
  }

  @Post('textbook-orders/:id/cancellation')
  @HttpCode(200)
  @Does('textbook-orders.cancel')
  @ApiOkResponse({ type: TextbookOrderView })
  cancel(
    @From() caller: Caller,
    @Param('id') id: string,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.moveOrder.execute(caller, pathId(id), 'cancel', null, request);
  }
}

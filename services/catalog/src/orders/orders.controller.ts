import {
  Body,
  Controller,
  Delete,
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
  invalid,
  Once,
  pageOrDocument,
  pathId,
  ReadsIn,
  unknownThing,
  Versioned,
  type Answer,
  type DeskRequest,
  type Language,
  type Page,
} from '@shulian/service-kit';
import type { PurchaseOrderId } from '@shulian/contracts/ids';
import { ChangeOrder } from './change-order.use-case.js';
import { ChangeLines } from './change-lines.use-case.js';
import { DraftOrder } from './draft-order.use-case.js';
import { MoveOrder } from './move-order.use-case.js';
import { printedOrderLines, printedOrders } from './orders.format.js';
import {
  OrderAsked,
  OrderChangeAsked,
  OrderDecisionAsked,
  OrderLinesAsked,
  OrderLinesListAsked,
  OrderLinesPage,
  OrderReasonAsked,
  OrdersAsked,
  OrdersPage,
  OrderView,
  type OrderLineView,
} from './orders.http.js';
import { OrdersQuery } from './orders.query.js';

@ApiTags('orders')
@Controller('orders')
export class OrdersController {
  constructor(
    private readonly orders: OrdersQuery,
    private readonly draftOrder: DraftOrder,
    private readonly changeOrder: ChangeOrder,
    private readonly changeLines: ChangeLines,
    private readonly moveOrder: MoveOrder,
    private readonly documents: Documents,
  ) {}

  @Post()
  @HttpCode(201)
  @Versioned()
  @Does('orders.create')
  @ApiCreatedResponse({ type: OrderView })
  create(
    @From() caller: Caller,
    @Body() input: OrderAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.draftOrder.execute(input, caller.schoolFor(input.schoolId), request);
  }

  @Get()
  @Does('orders.list')
  @ApiOkResponse({ type: OrdersPage })
  async list(
    @From() caller: Caller,
    @Query() input: OrdersAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<OrderView> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedOrders, input, language, (page) =>
      this.orders.find(page, schoolId),
    );
  }

  @Get(':id')
  @Versioned()
  @Does('orders.read')
  @ApiOkResponse({ type: OrderView })
  read(@From() caller: Caller, @Param('id') id: string): Promise<OrderView> {
    return this.orders.byId(caller, pathId<PurchaseOrderId>(id));
  }

  @Patch(':id')
  @Versioned()
  @Does('orders.change')
  @ApiOkResponse({ type: OrderView })
  change(
    @From() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() input: OrderChangeAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.changeOrder.execute(caller, pathId<PurchaseOrderId>(id), version, input, request);
  }

  @Get(':id/lines')
  @Does('orders.lines')
  @ApiOkResponse({ type: OrderLinesPage })
  async lines(
    @From() caller: Caller,
    @Param('id') id: string,
    @Query() input: OrderLinesListAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<OrderLineView> | StreamableFile> {
    const order = await this.orders.byId(caller, pathId<PurchaseOrderId>(id));
    const notes = [order.name, order.vendor ?? ''].filter((note) => note !== '');
    return pageOrDocument(
      this.documents,
      printedOrderLines,
      input,
      language,
      (page) => this.orders.lines(page, order.id as PurchaseOrderId),
      notes,
    );
  }

  @Post(':id/lines')
  @HttpCode(201)
  @Does('orders.add-lines')
  @ApiCreatedResponse({ type: OrderView })
  addLines(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: OrderLinesAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.changeLines.add(caller, pathId<PurchaseOrderId>(id), input.items, request);
  }

  @Delete(':id/lines/:number')
  @HttpCode(200)
  @Does('orders.remove-line')
  @ApiOkResponse({ type: OrderView })
  removeLine(
    @From() caller: Caller,
    @Param('id') id: string,
    @Param('number') number: string,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    if (!/^[1-9]\d{0,8}$/.test(number)) throw unknownThing();
    return this.changeLines.remove(caller, pathId<PurchaseOrderId>(id), Number(number), request);
  }

  @Post(':id/submission')
  @HttpCode(200)
  @Does('orders.submit')
  @ApiOkResponse({ type: OrderView })
  submit(
    @From() caller: Caller,
    @Param('id') id: string,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.moveOrder.execute(caller, pathId<PurchaseOrderId>(id), 'submit', null, request);
  }

  @Post(':id/decision')
  @HttpCode(200)
  @Does('orders.decide')
  @ApiOkResponse({ type: OrderView })
  decide(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: OrderDecisionAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    const remark = input.remark ?? null;
    if (input.decision === 'refuse' && remark === null)
      throw invalid({ pointer: '/remark', code: 'is-defined' });
    return this.moveOrder.execute(caller, pathId<PurchaseOrderId>(id), input.decision, remark, request);
  }

  @Post(':id/revision')
  @HttpCode(200)
  @Does('orders.revise')
  @ApiOkResponse({ type: OrderView })
  revise(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: OrderReasonAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.moveOrder.execute(caller, pathId<PurchaseOrderId>(id), 'revise', input.reason, request);
  }

  @Post(':id/cancellation')
  @HttpCode(200)
  @Does('orders.cancel')
  @ApiOkResponse({ type: OrderView })
  cancel(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: OrderReasonAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.moveOrder.execute(caller, pathId<PurchaseOrderId>(id), 'cancel', input.reason, request);
  }
}

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
import type { BibliographyId, PurchaseOrderId } from '@shulian/contracts/ids';
import { OrderFromBibliography } from './order-from-bibliography.use-case.js';
import { printedWanting } from './orders.format.js';
import {
  BibliographyLinesAdded,
  BibliographyLinesAsked,
  WantingAsked,
  WantingPage,
  type WantingView,
} from './wanting.http.js';
import { WantingQuery } from './wanting.query.js';

@ApiTags('orders')
@Controller()
export class WantingController {
  constructor(
    private readonly wanting: WantingQuery,
    private readonly order: OrderFromBibliography,
    private readonly documents: Documents,
  ) {}

  @Get('bibliographies/:id/wanting')
  @Does('orders.wanting')
  @ApiOkResponse({ type: WantingPage })
  async list(
    @From() caller: Caller,
    @Param('id') id: string,
    @Query() input: WantingAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<WantingView> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    const bibliographyId = pathId<BibliographyId>(id);
    const name = await this.wanting.nameOf(bibliographyId, schoolId);
    return pageOrDocument(
      this.documents,
      printedWanting,
      input,
      language,
      (page) => this.wanting.of(page, bibliographyId, schoolId),
      [name],
    );
  }

  @Post('orders/:id/bibliography-lines')
  @HttpCode(201)
  @Does('orders.add-bibliography')
  @ApiCreatedResponse({ type: BibliographyLinesAdded })
  add(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: BibliographyLinesAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.order.execute(caller, pathId<PurchaseOrderId>(id), input, request);
  }
}

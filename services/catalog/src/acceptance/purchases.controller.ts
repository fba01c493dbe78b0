import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Caller,
  Documents,
  Does,
  From,
  pageOrDocument,
  ReadsIn,
  type Language,
  type Page,
} from '@shulian/service-kit';
import { SchoolNameQuery } from '../registers/school-name.query.js';
import { printedPurchases, printedSums } from './deliveries.format.js';
import {
  PurchaseRegisterPage,
  PurchasesAsked,
  PurchaseSumsAsked,
  PurchaseSumsPage,
  type PurchaseBatchView,
  type PurchaseSumView,
} from './purchases.http.js';
import { PurchasesQuery } from './purchases.query.js';

@ApiTags('purchases')
@Controller()
export class PurchasesController {
  constructor(
    private readonly purchases: PurchasesQuery,
    private readonly schools: SchoolNameQuery,
    private readonly documents: Documents,
  ) {}

  @Get('purchase-register')
  @Does('purchases.register')
  @ApiOkResponse({ type: PurchaseRegisterPage })
  async register(
    @From() caller: Caller,
    @Query() input: PurchasesAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<PurchaseBatchView> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    const notes = input.format === 'json' ? [] : [await this.schools.of(schoolId)];
    return pageOrDocument(
      this.documents,
      printedPurchases,
      input,
      language,
      (page) => this.purchases.register(page, schoolId),
      notes,
    );
  }

  @Get('purchase-statistics')
  @Does('purchases.statistics')
  @ApiOkResponse({ type: PurchaseSumsPage })
  async statistics(
    @From() caller: Caller,
    @Query() input: PurchaseSumsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<PurchaseSumView> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    const notes = input.format === 'json' ? [] : [await this.schools.of(schoolId)];
    return pageOrDocument(
      this.documents,
      printedSums,
      input,
      language,
      (page) => this.purchases.sums(page, schoolId),
      notes,
    );
  }
}

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
import { printedHoldings, printedReconciliation } from './holdings.format.js';
import {
  HoldingsAsked,
  HoldingsPage,
  ReconciliationPage,
  type HoldingsLine,
  type ReconciliationLine,
} from './holdings.http.js';
import { HoldingsQuery } from './holdings.query.js';
import { printedKinds } from './kinds.format.js';
import { KindsPage, type KindLine } from './kinds.http.js';
import { KindsQuery } from './kinds.query.js';

/** What schools hold, in figures that stand beside the books. */
@ApiTags('registers')
@Controller('registers')
export class HoldingsController {
  constructor(
    private readonly query: HoldingsQuery,
    private readonly kindsHeld: KindsQuery,
    private readonly documents: Documents,
  ) {}

  @Get('holdings')
  @Does('registers.holdings')
  @ApiOkResponse({ type: HoldingsPage })
  holdings(
    @From() caller: Caller,
    @Query() input: HoldingsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<HoldingsLine> | StreamableFile> {
    const schoolId = caller.schoolOrCounty(input.schoolId);
    return pageOrDocument(this.documents, printedHoldings, input, language, (page) =>
      this.query.holdings(page, schoolId),
    );
  }

  @Get('kinds')
  @Does('registers.kinds')
  @ApiOkResponse({ type: KindsPage })
  kinds(
    @From() caller: Caller,
    @Query() input: HoldingsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<KindLine> | StreamableFile> {
    const schoolId = caller.schoolOrCounty(input.schoolId);
    return pageOrDocument(this.documents, printedKinds, input, language, () =>
      this.kindsHeld.page(input, schoolId),
    );
  }

  @Get('reconciliation')
  @Does('registers.reconciliation')
  @ApiOkResponse({ type: ReconciliationPage })
  reconciliation(
    @From() caller: Caller,
    @Query() input: HoldingsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<ReconciliationLine> | StreamableFile> {
    const schoolId = caller.schoolOrCounty(input.schoolId);
    return pageOrDocument(this.documents, printedReconciliation, input, language, (page) =>
      this.query.reconciliation(page, schoolId),
    );
  }
}

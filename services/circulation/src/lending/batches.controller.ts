import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { Caller, Does, From, Once, ReadsIn, type DeskRequest, type Language } from '@shulian/service-kit';
import { BatchView, CheckOutBatchAsked, RenewalBatchAsked, ReturnBatchAsked } from './batches.http.js';
import { CheckOutCopies } from './check-out-copies.use-case.js';
import { RenewLoans } from './renew-loans.use-case.js';
import { ReturnCopies } from './return-copies.use-case.js';

/** A pile of books, or a whole class, in one call. */
@Controller()
export class BatchesController {
  constructor(
    private readonly checkOuts: CheckOutCopies,
    private readonly returns: ReturnCopies,
    private readonly renewals: RenewLoans,
  ) {}

  @Post('checkouts/batch')
  @HttpCode(200)
  @ApiOkResponse({ type: BatchView })
  @Does('checkouts.create-many')
  lend(
    @From() caller: Caller,
    @Body() input: CheckOutBatchAsked,
    @Once() request: DeskRequest | null,
    @ReadsIn() language: Language,
  ): Promise<BatchView> {
    return this.checkOuts.execute(caller, input, request, language);
  }

  @Post('returns/batch')
  @HttpCode(200)
  @ApiOkResponse({ type: BatchView })
  @Does('returns.create-many')
  takeBack(
    @From() caller: Caller,
    @Body() input: ReturnBatchAsked,
    @Once() request: DeskRequest | null,
    @ReadsIn() language: Language,
  ): Promise<BatchView> {
    return this.returns.execute(caller, input, request, language);
  }

  @Post('renewals/batch')
  @HttpCode(200)
  @ApiOkResponse({ type: BatchView })
  @Does('renewals.create-many')
  renew(
    @From() caller: Caller,
    @Body() input: RenewalBatchAsked,
    @Once() request: DeskRequest | null,
    @ReadsIn() language: Language,
  ): Promise<BatchView> {
    return this.renewals.execute(caller, input, request, language);
  }
}

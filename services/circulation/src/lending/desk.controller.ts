import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse } from '@nestjs/swagger';
import {
  Caller,
  Does,
  From,
  Once,
  ProblemDocuments,
  ReadsIn,
  type Answer,
  type DeskRequest,
  type Language,
} from '@shulian/service-kit';
import { CheckOutCopy } from './check-out-copy.use-case.js';
import {
  CheckOutAsked,
  CheckOutView,
  DecisionView,
  RenewalAsked,
  RenewalView,
  ReturnAsked,
  ReturnView,
} from './loans.http.js';
import { RenewLoan } from './renew-loan.use-case.js';
import { ReturnCopy } from './return-copy.use-case.js';
import { TryCheckOut } from './try-check-out.use-case.js';

/** What happens at a lending desk. */
@Controller()
export class DeskController {
  constructor(
    private readonly checkOut: CheckOutCopy,
    private readonly tryOut: TryCheckOut,
    private readonly returnCopy: ReturnCopy,
    private readonly renewLoan: RenewLoan,
    private readonly documents: ProblemDocuments,
  ) {}

  @Post('checkouts')
  @HttpCode(201)
  @ApiCreatedResponse({ type: CheckOutView })
  @Does('checkouts.create')
  lend(
    @From() caller: Caller,
    @Body() input: CheckOutAsked,
    @Once() request: DeskRequest | null,
    @ReadsIn() language: Language,
  ): Promise<Answer> {
    return this.checkOut.execute(caller, input, request, this.documents.titlesIn(language));
  }

  @Post('checkouts/dry-run')
  @HttpCode(200)
  @ApiOkResponse({ type: DecisionView })
  @Does('checkouts.dry-run')
  dryRun(
    @From() caller: Caller,
    @Body() input: CheckOutAsked,
    @ReadsIn() language: Language,
  ): Promise<DecisionView> {
    return this.tryOut.execute(caller, input, this.documents.titlesIn(language));
  }

  @Post('returns')
  @HttpCode(200)
  @ApiOkResponse({ type: ReturnView })
  @Does('returns.create')
  takeBack(
    @From() caller: Caller,
    @Body() input: ReturnAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.returnCopy.execute(caller, input, request);
  }

  @Post('renewals')
  @HttpCode(200)
  @ApiOkResponse({ type: RenewalView })
  @Does('renewals.create')
  renew(
    @From() caller: Caller,
    @Body() input: RenewalAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.renewLoan.execute(caller, input, request);
  }
}

import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse } from '@nestjs/swagger';
import { Caller, Does, From, Once, type Answer, type DeskRequest } from '@shulian/service-kit';
import { CheckOutCopy } from './check-out-copy.use-case.js';
import { LossAsked, LossView } from './compensations.http.js';
import { DeclareCopyLost } from './declare-copy-lost.use-case.js';
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
    private readonly declareLost: DeclareCopyLost,
  ) {}

  @Post('checkouts')
  @HttpCode(201)
  @ApiCreatedResponse({ type: CheckOutView })
  @Does('checkouts.create', 'Lends a copy to a reader, or refuses with every reason at once.')
  lend(
    @From() caller: Caller,
    @Body() asked: CheckOutAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.checkOut.execute(caller, asked, request);
  }

  @Post('checkouts/dry-run')
  @HttpCode(200)
  @ApiOkResponse({ type: DecisionView })
  @Does('checkouts.dry-run', 'Tells what a checkout would be told, without doing it.')
  dryRun(@From() caller: Caller, @Body() asked: CheckOutAsked): Promise<DecisionView> {
    return this.tryOut.execute(caller, asked);
  }

  @Post('returns')
  @HttpCode(200)
  @ApiOkResponse({ type: ReturnView })
  @Does('returns.create', 'Takes a copy back and tells where it goes.')
  takeBack(
    @From() caller: Caller,
    @Body() asked: ReturnAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.returnCopy.execute(caller, asked, request);
  }

  @Post('renewals')
  @HttpCode(200)
  @ApiOkResponse({ type: RenewalView })
  @Does('renewals.create', 'Gives a loan a later due day, or refuses with every reason at once.')
  renew(
    @From() caller: Caller,
    @Body() asked: RenewalAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.renewLoan.execute(caller, asked, request);
  }

  @Post('losses')
  @HttpCode(201)
  @ApiCreatedResponse({ type: LossView })
  @Does('losses.create', 'Declares a lent copy lost: the loan is closed, the reader owes a compensation.')
  lose(
    @From() caller: Caller,
    @Body() asked: LossAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.declareLost.execute(caller, asked, request);
  }
}

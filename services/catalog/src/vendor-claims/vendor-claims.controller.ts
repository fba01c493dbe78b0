import { Body, Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Caller,
  Documents,
  Does,
  From,
  invalid,
  Once,
  pageOrDocument,
  pathId,
  ReadsIn,
  type Answer,
  type BodyError,
  type DeskRequest,
  type Language,
  type Page,
} from '@shulian/service-kit';
import type { DeliveryId, VendorClaimId } from '@shulian/contracts/ids';
import { ClaimOfVendor } from './claim-of-vendor.use-case.js';
import { printedVendorClaims, printedVendorsOwing } from './vendor-claims.format.js';
import {
  VendorAnswerAsked,
  ClaimReasonAsked,
  SettlementAsked,
  VendorClaimAsked,
  VendorClaimsAsked,
  VendorClaimsMade,
  VendorClaimsPage,
  VendorClaimView,
  VendorsOwingAsked,
  VendorsOwingPage,
  type VendorOwingView,
} from './vendor-claims.http.js';
import { VendorClaimsQuery } from './vendor-claims.query.js';

type Request = DeskRequest | null;
type PageOrDocument<Item> = Promise<Page<Item> | StreamableFile>;
const claimId = (id: string): VendorClaimId => pathId<VendorClaimId>(id);

@ApiTags('vendor-claims')
@Controller()
export class VendorClaimsController {
  constructor(
    private readonly claims: VendorClaimsQuery,
    private readonly claim: ClaimOfVendor,
    private readonly documents: Documents,
  ) {}

  @Post('vendor-claims')
  @HttpCode(201)
  @Does('vendor-claims.open')
  @ApiCreatedResponse({ type: VendorClaimsMade })
  open(@From() caller: Caller, @Body() input: VendorClaimAsked, @Once() request: Request): Promise<Answer> {
    return this.claim.open(caller, input.deliveryId as DeliveryId, input.note ?? null, request);
  }

  @Get('vendor-claims')
  @Does('vendor-claims.list')
  @ApiOkResponse({ type: VendorClaimsPage })
  list(
    @From() caller: Caller,
    @Query() input: VendorClaimsAsked,
    @ReadsIn() language: Language,
  ): PageOrDocument<VendorClaimView> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedVendorClaims, input, language, (page) =>
      this.claims.find(page, schoolId),
    );
  }

  @Get('vendors-owing')
  @Does('vendor-claims.owing')
  @ApiOkResponse({ type: VendorsOwingPage })
  owing(
    @From() caller: Caller,
    @Query() input: VendorsOwingAsked,
    @ReadsIn() language: Language,
  ): PageOrDocument<VendorOwingView> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedVendorsOwing, input, language, (page) =>
      this.claims.owing(page, schoolId),
    );
  }

  @Post('vendor-claims/:id/answer')
  @HttpCode(200)
  @Does('vendor-claims.answer')
  @ApiOkResponse({ type: VendorClaimView })
  answer(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() { answer }: VendorAnswerAsked,
    @Once() request: Request,
  ): Promise<Answer> {
    return this.claim.answer(caller, claimId(id), answer, request);
  }

  @Post('vendor-claims/:id/settlement')
  @HttpCode(200)
  @Does('vendor-claims.settle')
  @ApiOkResponse({ type: VendorClaimView })
  settle(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: SettlementAsked,
    @Once() request: Request,
  ): Promise<Answer> {
    const errors = faultsIn(input);
    if (errors.length > 0) throw invalid(...errors);
    return this.claim.settle(caller, claimId(id), input, request);
  }

  @Post('vendor-claims/:id/withdrawal')
  @HttpCode(200)
  @Does('vendor-claims.withdraw')
  @ApiOkResponse({ type: VendorClaimView })
  withdraw(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() { reason }: ClaimReasonAsked,
    @Once() request: Request,
  ): Promise<Answer> {
    return this.claim.withdraw(caller, claimId(id), reason, request);
  }

  @Post('vendor-claims/:id/reopening')
  @HttpCode(200)
  @Does('vendor-claims.reopen')
  @ApiOkResponse({ type: VendorClaimView })
  reopen(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() { reason }: ClaimReasonAsked,
    @Once() request: Request,
  ): Promise<Answer> {
    return this.claim.reopen(caller, claimId(id), reason, request);
  }
}

/** A replacement names what brought it, money its sum. */
const faultsIn = ({ outcome, replacementId, amountFen }: SettlementAsked): BodyError[] => {
  const replaced = outcome === 'replacement';
  const isSaid = (value: unknown): boolean => value !== undefined && value !== null;
  return [
    ...(replaced === isSaid(replacementId)
      ? []
      : [{ pointer: '/replacementId', code: replaced ? 'is-defined' : 'only-with-a-replacement' }]),
    ...(replaced === isSaid(amountFen)
      ? [{ pointer: '/amountFen', code: replaced ? 'not-with-a-replacement' : 'is-defined' }]
      : []),
  ];
};

import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Post,
  Put,
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
import { printedDonations } from './corner-donations.format.js';
import {
  DonationAsked,
  DonationsAsked,
  DonationsPage,
  DonationView,
  VerdictAsked,
} from './corner-donations.http.js';
import { CornerDonationsQuery } from './corner-donations.query.js';
import { JudgeDonation } from './judge-donation.use-case.js';
import { OfferDonation } from './offer-donation.use-case.js';

@ApiTags('corner donations')
@Controller()
export class CornerDonationsController {
  constructor(
    private readonly donations: CornerDonationsQuery,
    private readonly offerDonation: OfferDonation,
    private readonly judgeDonation: JudgeDonation,
    private readonly documents: Documents,
  ) {}

  @Post('book-corners/:id/donations')
  @HttpCode(201)
  @Versioned()
  @Does('corner-donations.create')
  @ApiCreatedResponse({ type: DonationView })
  offer(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: DonationAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.offerDonation.execute(caller, pathId(id), input, request);
  }

  @Get('corner-donations')
  @Does('corner-donations.list')
  @ApiOkResponse({ type: DonationsPage })
  list(
    @From() caller: Caller,
    @Query() input: DonationsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<DonationView> | StreamableFile> {
    return pageOrDocument(this.documents, printedDonations, input, language, (page) =>
      this.donations.list(caller, page),
    );
  }

  @Put('corner-donations/:id/verdict')
  @Versioned()
  @Does('corner-donations.judge')
  @ApiOkResponse({ type: DonationView })
  judge(
    @From() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() input: VerdictAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.judgeDonation.judge(caller, pathId(id), version, input, request);
  }

  @Post('corner-donations/:id/removal')
  @HttpCode(200)
  @Versioned()
  @Does('corner-donations.remove')
  @ApiOkResponse({ type: DonationView })
  remove(
    @From() caller: Caller,
    @Param('id') id: string,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.judgeDonation.remove(caller, pathId(id), request);
  }
}

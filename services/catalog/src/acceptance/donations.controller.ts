import { Controller, Get, Param, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Caller,
  conflict,
  Documents,
  Does,
  From,
  pageOrDocument,
  pathId,
  ReadsIn,
  type Language,
  type Page,
} from '@shulian/service-kit';
import type { DeliveryId } from '@shulian/contracts/ids';
import { SchoolNameQuery } from '../registers/school-name.query.js';
import { printedCampaigns, printedCertificate } from './deliveries.format.js';
import {
  CampaignsAsked,
  CampaignsPage,
  DonationCertificateAsked,
  DeliveryLinesPage,
  type CampaignView,
  type DeliveryLineView,
} from './deliveries.http.js';
import { DeliveriesQuery } from './deliveries.query.js';

type PageOrDocument<Item> = Promise<Page<Item> | StreamableFile>;

/** What was given to a school: the certificate for the donor, and campaigns. */
@ApiTags('deliveries')
@Controller()
export class DonationsController {
  constructor(
    private readonly deliveries: DeliveriesQuery,
    private readonly schools: SchoolNameQuery,
    private readonly documents: Documents,
  ) {}

  /** @throws Problem 404, 409 `delivery.no-gift` for what was not given, or is not accepted */
  @Get('deliveries/:id/certificate')
  @Does('deliveries.certificate')
  @ApiOkResponse({ type: DeliveryLinesPage })
  async certificate(
    @From() caller: Caller,
    @Param('id') id: string,
    @Query() input: DonationCertificateAsked,
    @ReadsIn() language: Language,
  ): PageOrDocument<DeliveryLineView> {
    const gift = await this.deliveries.byId(caller, pathId<DeliveryId>(id));
    if (gift.source !== 'donation' || gift.status !== 'accepted') throw conflict('delivery.no-gift');
    const school = await this.schools.of(gift.schoolId as never);
    const words =
      language === 'zh'
        ? `${school}收到${gift.origin ?? ''}捐赠图书${String(gift.titles)}种${String(gift.received)}册，谨致谢忱`
        : `${school} has received ${String(gift.received)} volumes of ${String(gift.titles)} titles from ${gift.origin ?? ''}, with thanks`;
    return pageOrDocument(
      this.documents,
      printedCertificate,
      input,
      language,
      (page) => this.deliveries.lines(page, gift.id as DeliveryId),
      [words, ...(gift.campaign === null ? [] : [gift.campaign]), gift.arrivedOn],
    );
  }

  @Get('donation-campaigns')
  @Does('deliveries.campaigns')
  @ApiOkResponse({ type: CampaignsPage })
  async campaigns(
    @From() caller: Caller,
    @Query() input: CampaignsAsked,
    @ReadsIn() language: Language,
  ): PageOrDocument<CampaignView> {
    const schoolId = caller.schoolFor(input.schoolId);
    const notes = input.format === 'json' ? [] : [await this.schools.of(schoolId)];
    return pageOrDocument(
      this.documents,
      printedCampaigns,
      input,
      language,
      (page) => this.deliveries.campaigns(page, schoolId),
      notes,
    );
  }
}

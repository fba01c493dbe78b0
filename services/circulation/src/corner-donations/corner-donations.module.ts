import { Module } from '@nestjs/common';
import { CornerDonationsController } from './corner-donations.controller.js';
import { CornerDonationsQuery } from './corner-donations.query.js';
import { JudgeDonation } from './judge-donation.use-case.js';
import { OfferDonation } from './offer-donation.use-case.js';

@Module({
  controllers: [CornerDonationsController],
  providers: [CornerDonationsQuery, JudgeDonation, OfferDonation],
})
export class CornerDonationsModule {}

import { Module } from '@nestjs/common';
import { FromReadersModule } from '../from-readers/from-readers.module.js';
import { ReadingCampaignsController } from './reading-campaigns.controller.js';
import { ReadingCampaignsQuery } from './reading-campaigns.query.js';
import { RunCampaign } from './run-campaign.use-case.js';

@Module({
  imports: [FromReadersModule],
  controllers: [ReadingCampaignsController],
  providers: [ReadingCampaignsQuery, RunCampaign],
})
export class ReadingCampaignsModule {}

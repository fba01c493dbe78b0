import { Module } from '@nestjs/common';
import { ChangeCampaign } from './change-campaign.use-case.js';
import { OpenCampaign } from './open-campaign.use-case.js';
import { RecallsController } from './recalls.controller.js';
import { RecallsQuery } from './recalls.query.js';
import { RemoveCampaign } from './remove-campaign.use-case.js';

@Module({
  controllers: [RecallsController],
  providers: [RecallsQuery, OpenCampaign, ChangeCampaign, RemoveCampaign],
})
export class RecallsModule {}

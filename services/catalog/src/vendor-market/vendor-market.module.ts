import { Module } from '@nestjs/common';
import { SchoolNameQuery } from '../registers/school-name.query.js';
import { KeepIssueList } from './keep-issue-list.use-case.js';
import { VendorMarketController } from './vendor-market.controller.js';
import { VendorMarketQuery } from './vendor-market.query.js';

@Module({
  controllers: [VendorMarketController],
  providers: [KeepIssueList, VendorMarketQuery, SchoolNameQuery],
})
export class VendorMarketModule {}

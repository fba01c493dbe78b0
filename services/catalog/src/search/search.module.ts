import { Module } from '@nestjs/common';
import { BrowsingController } from './browsing.controller.js';
import { BrowsingQuery } from './browsing.query.js';
import { FindingController } from './finding.controller.js';
import { FindingsQuery } from './findings.query.js';
import { TerminalTitlesQuery } from './terminal-titles.query.js';
import { TitleFacetsQuery } from './title-facets.query.js';

@Module({
  controllers: [BrowsingController, FindingController],
  providers: [BrowsingQuery, FindingsQuery, TerminalTitlesQuery, TitleFacetsQuery],
})
export class SearchModule {}

import { Module } from '@nestjs/common';
import { FromCatalogModule } from '../from-catalog/from-catalog.module.js';
import { FromReadersModule } from '../from-readers/from-readers.module.js';
import { CallerPlacesQuery } from '../logbooks/caller-places.query.js';
import { KeepExhibition } from './keep-exhibition.use-case.js';
import { KeepIssue } from './keep-issue.use-case.js';
import { RecommendationsController } from './recommendations.controller.js';
import { RecommendationsQuery } from './recommendations.query.js';

@Module({
  imports: [FromCatalogModule, FromReadersModule],
  controllers: [RecommendationsController],
  providers: [CallerPlacesQuery, RecommendationsQuery, KeepIssue, KeepExhibition],
  exports: [RecommendationsQuery],
})
export class BookRecommendationsModule {}

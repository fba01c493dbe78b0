import { Module } from '@nestjs/common';
import { BookRecommendationsModule } from '../book-recommendations/book-recommendations.module.js';
import { FromCatalogModule } from '../from-catalog/from-catalog.module.js';
import { FromReadersModule } from '../from-readers/from-readers.module.js';
import { KeepPublication } from './keep-publication.use-case.js';
import { LibraryPublicationsController } from './library-publications.controller.js';
import { LibraryPublicationsQuery } from './library-publications.query.js';

@Module({
  imports: [FromCatalogModule, FromReadersModule, BookRecommendationsModule],
  controllers: [LibraryPublicationsController],
  providers: [LibraryPublicationsQuery, KeepPublication],
})
export class LibraryPublicationsModule {}

import { Module } from '@nestjs/common';
import { CatalogConsumer } from './catalog.consumer.js';
import { CopiesConsumer } from './copies.consumer.js';
import { KnownTitlesQuery } from './known-titles.query.js';

@Module({
  controllers: [CatalogConsumer, CopiesConsumer],
  providers: [KnownTitlesQuery],
  exports: [KnownTitlesQuery],
})
export class FromCatalogModule {}

import { Module } from '@nestjs/common';
import { CatalogConsumer } from './catalog.consumer.js';

@Module({ controllers: [CatalogConsumer] })
export class FromCatalogModule {}

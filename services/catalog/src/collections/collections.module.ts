import { Module } from '@nestjs/common';
import { FromReadersModule } from '../from-readers/from-readers.module.js';
import { CollectionChangesController } from './collection-changes.controller.js';
import { CollectionsController } from './collections.controller.js';
import { CollectionsQuery } from './collections.query.js';
import { KeepCollection } from './keep-collection.use-case.js';
import { PreviewPut } from './preview-put.use-case.js';
import { PutCopies } from './put-copies.use-case.js';
import { UndoPut } from './undo-put.use-case.js';

@Module({
  imports: [FromReadersModule],
  controllers: [CollectionsController, CollectionChangesController],
  providers: [CollectionsQuery, KeepCollection, PreviewPut, PutCopies, UndoPut],
})
export class CollectionsModule {}

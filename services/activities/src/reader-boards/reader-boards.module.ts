import { Module } from '@nestjs/common';
import { FromCatalogModule } from '../from-catalog/from-catalog.module.js';
import { FromReadersModule } from '../from-readers/from-readers.module.js';
import { CallerPlacesQuery } from '../logbooks/caller-places.query.js';
import { KeepBoard } from './keep-board.use-case.js';
import { ReaderBoardsController } from './reader-boards.controller.js';
import { ReaderBoardsQuery } from './reader-boards.query.js';
import { VisitorsQuery } from './visitors.query.js';
import { WritePost } from './write-post.use-case.js';

@Module({
  imports: [FromCatalogModule, FromReadersModule],
  controllers: [ReaderBoardsController],
  providers: [CallerPlacesQuery, VisitorsQuery, ReaderBoardsQuery, KeepBoard, WritePost],
})
export class ReaderBoardsModule {}

import { Module } from '@nestjs/common';
import { FromCatalogModule } from '../from-catalog/from-catalog.module.js';
import { FromReadersModule } from '../from-readers/from-readers.module.js';
import { CallerPlacesQuery } from '../logbooks/caller-places.query.js';
import { BookVotesController } from './book-votes.controller.js';
import { BookVotesQuery } from './book-votes.query.js';
import { CastBallot } from './cast-ballot.use-case.js';
import { EnterGift } from './enter-gift.use-case.js';
import { KeepVote } from './keep-vote.use-case.js';

@Module({
  imports: [FromCatalogModule, FromReadersModule],
  controllers: [BookVotesController],
  providers: [CallerPlacesQuery, BookVotesQuery, KeepVote, CastBallot, EnterGift],
})
export class BookVotesModule {}

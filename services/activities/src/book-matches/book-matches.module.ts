import { Module } from '@nestjs/common';
import { FromCatalogModule } from '../from-catalog/from-catalog.module.js';
import { FromReadersModule } from '../from-readers/from-readers.module.js';
import { BookMatchesController } from './book-matches.controller.js';
import { BookMatchesQuery } from './book-matches.query.js';
import { DeclineMatch } from './decline-match.use-case.js';
import { MatchedReadersFacts } from './matched-readers.facts.js';
import { SendMatch } from './send-match.use-case.js';

@Module({
  imports: [FromCatalogModule, FromReadersModule],
  controllers: [BookMatchesController],
  providers: [BookMatchesQuery, MatchedReadersFacts, SendMatch, DeclineMatch],
})
export class BookMatchesModule {}

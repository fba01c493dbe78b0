import { Module } from '@nestjs/common';
import { FromReadersModule } from '../from-readers/from-readers.module.js';
import { EBooksController } from './e-books/e-books.controller.js';
import { EBooksQuery } from './e-books/e-books.query.js';
import { EnterEBooks } from './e-books/enter-e-books.use-case.js';
import { BuildFeatureDatabase } from './feature-entries/build-feature-database.use-case.js';
import { FeatureEntriesController } from './feature-entries/feature-entries.controller.js';
import { FeatureEntriesQuery } from './feature-entries/feature-entries.query.js';
import { EndOrShowEResource } from './register/end-or-show-e-resource.use-case.js';
import { EnterTerm } from './register/enter-term.use-case.js';
import { EResourcesController } from './register/e-resources.controller.js';
import { EResourcesQuery } from './register/e-resources.query.js';
import { KeepEResource } from './register/keep-e-resource.use-case.js';
import { PublishedEResourcesController } from './register/published-e-resources.controller.js';
import { TrialsController } from './trials/trials.controller.js';
import { TrialsQuery } from './trials/trials.query.js';
import { TryEResource } from './trials/try-e-resource.use-case.js';

@Module({
  imports: [FromReadersModule],
  controllers: [
    EResourcesController,
    PublishedEResourcesController,
    FeatureEntriesController,
    EBooksController,
    TrialsController,
  ],
  providers: [
    EResourcesQuery,
    KeepEResource,
    EnterTerm,
    EndOrShowEResource,
    FeatureEntriesQuery,
    BuildFeatureDatabase,
    EBooksQuery,
    EnterEBooks,
    TrialsQuery,
    TryEResource,
  ],
})
export class EResourcesModule {}

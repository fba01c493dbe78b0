import { Module } from '@nestjs/common';
import { FromReadersModule } from '../from-readers/from-readers.module.js';
import { BibliographiesController, PublishedBibliographiesController } from './bibliographies.controller.js';
import { BibliographiesQuery } from './bibliographies.query.js';
import { WriteBibliography } from './write-bibliography.use-case.js';

@Module({
  imports: [FromReadersModule],
  controllers: [PublishedBibliographiesController, BibliographiesController],
  providers: [BibliographiesQuery, WriteBibliography],
})
export class BibliographiesModule {}

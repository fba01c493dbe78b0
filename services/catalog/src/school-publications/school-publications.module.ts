import { Module } from '@nestjs/common';
import { FromReadersModule } from '../from-readers/from-readers.module.js';
import { CorrectPublication } from './correct-publication.use-case.js';
import { EnterPublication } from './enter-publication.use-case.js';
import { RemovePublication } from './remove-publication.use-case.js';
import { SchoolPublicationsController } from './school-publications.controller.js';
import { SchoolPublicationsQuery } from './school-publications.query.js';

@Module({
  imports: [FromReadersModule],
  controllers: [SchoolPublicationsController],
  providers: [SchoolPublicationsQuery, EnterPublication, CorrectPublication, RemovePublication],
})
export class SchoolPublicationsModule {}

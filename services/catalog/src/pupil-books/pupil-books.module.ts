import { Module } from '@nestjs/common';
import { FromActivitiesModule } from '../from-activities/from-activities.module.js';
import { SchoolNameQuery } from '../registers/school-name.query.js';
import { DecidePupilBook } from './decide-pupil-book.use-case.js';
import { EnterPupilBook } from './enter-pupil-book.use-case.js';
import { PupilBooksController } from './pupil-books.controller.js';
import { PupilBooksQuery } from './pupil-books.query.js';

@Module({
  imports: [FromActivitiesModule],
  controllers: [PupilBooksController],
  providers: [EnterPupilBook, DecidePupilBook, PupilBooksQuery, SchoolNameQuery],
})
export class PupilBooksModule {}

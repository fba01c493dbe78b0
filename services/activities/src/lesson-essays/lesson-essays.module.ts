import { Module } from '@nestjs/common';
import { FromCatalogModule } from '../from-catalog/from-catalog.module.js';
import { FromReadersModule } from '../from-readers/from-readers.module.js';
import { LessonEssaysController } from './lesson-essays.controller.js';
import { LessonEssaysQuery } from './lesson-essays.query.js';
import { WriteEssay } from './write-essay.use-case.js';

@Module({
  imports: [FromReadersModule, FromCatalogModule],
  controllers: [LessonEssaysController],
  providers: [LessonEssaysQuery, WriteEssay],
})
export class LessonEssaysModule {}

import { Module } from '@nestjs/common';
import { FromReadersModule } from '../from-readers/from-readers.module.js';
import { AudienceController } from './audience.controller.js';
import { AudienceQuery } from './audience.query.js';
import { KeepTheme } from './keep-theme.use-case.js';
import { MarkTitles } from './mark-titles.use-case.js';
import { MarkWish } from './mark-wish.use-case.js';
import { PreviewMarks } from './preview-marks.use-case.js';
import { ReadingInterestsQuery } from './reading-interests.query.js';
import { ReadingThemesController } from './reading-themes.controller.js';
import { ReadingThemesQuery } from './reading-themes.query.js';
import { UndoMarks } from './undo-marks.use-case.js';

@Module({
  imports: [FromReadersModule],
  controllers: [ReadingThemesController, AudienceController],
  providers: [
    AudienceQuery,
    ReadingThemesQuery,
    ReadingInterestsQuery,
    KeepTheme,
    PreviewMarks,
    MarkTitles,
    UndoMarks,
    MarkWish,
  ],
})
export class AudienceModule {}

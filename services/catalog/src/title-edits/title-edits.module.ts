import { Module } from '@nestjs/common';
import { EditTitles } from './edit-titles.use-case.js';
import { PreviewEdit } from './preview-edit.use-case.js';
import { TitleEditsController } from './title-edits.controller.js';
import { TitleEditsQuery } from './title-edits.query.js';
import { UndoEdit } from './undo-edit.use-case.js';

@Module({
  controllers: [TitleEditsController],
  providers: [TitleEditsQuery, PreviewEdit, EditTitles, UndoEdit],
})
export class TitleEditsModule {}

import { Module } from '@nestjs/common';
import { EndClosingStep } from './end-closing-step.use-case.js';
import { TermClosingsController } from './term-closings.controller.js';
import { TermClosingsQuery } from './term-closings.query.js';
import { UndoClosingStep } from './undo-closing-step.use-case.js';

@Module({
  controllers: [TermClosingsController],
  providers: [TermClosingsQuery, EndClosingStep, UndoClosingStep],
})
export class TermClosingsModule {}

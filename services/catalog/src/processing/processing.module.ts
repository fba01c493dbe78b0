import { Module } from '@nestjs/common';
import { ProcessingController } from './processing.controller.js';
import { ProcessingQuery } from './processing.query.js';
import { RecordStep } from './record-step.use-case.js';
import { UndoStep } from './undo-step.use-case.js';

@Module({ controllers: [ProcessingController], providers: [ProcessingQuery, RecordStep, UndoStep] })
export class ProcessingModule {}

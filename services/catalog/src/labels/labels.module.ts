import { Module } from '@nestjs/common';
import { CopiesToPrintQuery } from './copies-to-print.query.js';
import { LabelsController } from './labels.controller.js';

@Module({ controllers: [LabelsController], providers: [CopiesToPrintQuery] })
export class LabelsModule {}

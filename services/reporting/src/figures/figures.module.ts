import { Module } from '@nestjs/common';
import { FreshnessModule } from '../freshness/freshness.module.js';
import { FiguresController } from './figures.controller.js';
import { FiguresQuery } from './figures.query.js';

@Module({ imports: [FreshnessModule], controllers: [FiguresController], providers: [FiguresQuery] })
export class FiguresModule {}

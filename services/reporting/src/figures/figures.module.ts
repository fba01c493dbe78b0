import { Module } from '@nestjs/common';
import { FiguresController } from './figures.controller.js';
import { FiguresQuery } from './figures.query.js';

@Module({ controllers: [FiguresController], providers: [FiguresQuery] })
export class FiguresModule {}

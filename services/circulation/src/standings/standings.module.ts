import { Module } from '@nestjs/common';
import { DeskModule } from '../desk/desk.module.js';
import { StandingsController } from './standings.controller.js';
import { StandingsQuery } from './standings.query.js';

@Module({ imports: [DeskModule], controllers: [StandingsController], providers: [StandingsQuery] })
export class StandingsModule {}

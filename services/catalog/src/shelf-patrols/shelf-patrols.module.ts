import { Module } from '@nestjs/common';
import { EnterPatrol } from './enter-patrol.use-case.js';
import { PutRight } from './put-right.use-case.js';
import { RemovePatrol } from './remove-patrol.use-case.js';
import { ShelfPatrolsController } from './shelf-patrols.controller.js';
import { ShelfPatrolsQuery } from './shelf-patrols.query.js';

@Module({
  controllers: [ShelfPatrolsController],
  providers: [ShelfPatrolsQuery, EnterPatrol, PutRight, RemovePatrol],
})
export class ShelfPatrolsModule {}

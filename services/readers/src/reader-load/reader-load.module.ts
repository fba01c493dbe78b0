import { Module } from '@nestjs/common';
import { ReaderLoadController } from './reader-load.controller.js';
import { ReaderLoadQuery } from './reader-load.query.js';

@Module({
  controllers: [ReaderLoadController],
  providers: [ReaderLoadQuery],
})
export class ReaderLoadModule {}

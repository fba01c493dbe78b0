import { Module } from '@nestjs/common';
import { MarkShelved } from './mark-shelved.use-case.js';
import { RemoveTidying } from './remove-tidying.use-case.js';
import { ShelvingController } from './shelving.controller.js';
import { ShelvingQuery } from './shelving.query.js';
import { TidyShelves } from './tidy-shelves.use-case.js';

@Module({
  controllers: [ShelvingController],
  providers: [ShelvingQuery, MarkShelved, TidyShelves, RemoveTidying],
})
export class ShelvingModule {}

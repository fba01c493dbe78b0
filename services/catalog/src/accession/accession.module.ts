import { Module } from '@nestjs/common';
import { FromReadersModule } from '../from-readers/from-readers.module.js';
import { AccessionCopy } from './accession-copy.use-case.js';
import { ChangeCopy } from './change-copy.use-case.js';
import { CopiesController } from './copies.controller.js';
import { CopiesQuery } from './copies.query.js';

@Module({
  imports: [FromReadersModule],
  controllers: [CopiesController],
  providers: [AccessionCopy, ChangeCopy, CopiesQuery],
})
export class AccessionModule {}

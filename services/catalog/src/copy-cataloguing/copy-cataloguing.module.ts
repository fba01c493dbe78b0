import { Module } from '@nestjs/common';
import { FromReadersModule } from '../from-readers/from-readers.module.js';
import { CopyCataloguingController } from './copy-cataloguing.controller.js';
import { CopyTitle } from './copy-title.use-case.js';
import { LookUpIsbn } from './look-up-isbn.use-case.js';
import { SruSource } from './sru.adapter.js';
import { sruSettings } from './sru.config.js';

@Module({
  imports: [FromReadersModule],
  controllers: [CopyCataloguingController],
  providers: [LookUpIsbn, CopyTitle, { provide: SruSource, useFactory: () => new SruSource(sruSettings()) }],
})
export class CopyCataloguingModule {}

import { Module } from '@nestjs/common';
import { LibraryStandardsController } from './library-standards.controller.js';
import { LibraryStandardsQuery } from './library-standards.query.js';
import { SetStandard } from './set-standard.use-case.js';

@Module({ controllers: [LibraryStandardsController], providers: [LibraryStandardsQuery, SetStandard] })
export class LibraryStandardsModule {}

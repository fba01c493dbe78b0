import { Module } from '@nestjs/common';
import { CoversController } from './covers.controller.js';
import { CoversQuery } from './covers.query.js';
import { PutCover } from './put-cover.use-case.js';
import { RemoveCover } from './remove-cover.use-case.js';

@Module({ controllers: [CoversController], providers: [CoversQuery, PutCover, RemoveCover] })
export class CoversModule {}

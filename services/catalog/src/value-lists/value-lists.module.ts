import { Module } from '@nestjs/common';
import { ValueListsController } from './value-lists.controller.js';
import { ValueListsQuery } from './value-lists.query.js';
import { WriteValueList } from './write-value-list.use-case.js';

@Module({ controllers: [ValueListsController], providers: [ValueListsQuery, WriteValueList] })
export class ValueListsModule {}

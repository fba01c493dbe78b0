import { Module } from '@nestjs/common';
import { ChangeTitle } from './change-title.use-case.js';
import { DescribeTitle } from './describe-title.use-case.js';
import { TitlesController } from './titles.controller.js';
import { TitlesQuery } from './titles.query.js';

@Module({ controllers: [TitlesController], providers: [DescribeTitle, ChangeTitle, TitlesQuery] })
export class TitlesModule {}

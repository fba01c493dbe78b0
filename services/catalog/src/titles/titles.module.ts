import { Module } from '@nestjs/common';
import { ChangeTitle } from './change-title.use-case.js';
import { DescribeTitle } from './describe-title.use-case.js';
import { RenewSearchWords } from './renew-search-words.use-case.js';
import { SearchWordsSchedule } from './search-words.schedule.js';
import { TitlesController } from './titles.controller.js';
import { TitlesQuery } from './titles.query.js';

@Module({
  controllers: [TitlesController],
  providers: [DescribeTitle, ChangeTitle, RenewSearchWords, SearchWordsSchedule, TitlesQuery],
})
export class TitlesModule {}

import { Module } from '@nestjs/common';
import { EndSuggestion } from './end-suggestion.use-case.js';
import { MeritController } from './merit.controller.js';
import { MeritQuery } from './merit.query.js';
import { SuggestDeduction } from './suggest-deduction.use-case.js';

@Module({
  controllers: [MeritController],
  providers: [MeritQuery, SuggestDeduction, EndSuggestion],
})
export class MeritSuggestionsModule {}

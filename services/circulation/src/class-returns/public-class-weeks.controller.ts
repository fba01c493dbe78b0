import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { Does, type Page } from '@shulian/service-kit';
import { PublicWeeksAsked, PublicWeeksPage, type PublicClassWeek } from './public-class-weeks.http.js';
import { PublicClassWeeksQuery } from './public-class-weeks.query.js';

/** What everybody may read of what classes borrowed, without signing in. */
@Controller('public-class-weeks')
export class PublicClassWeeksController {
  constructor(private readonly weeks: PublicClassWeeksQuery) {}

  @Get()
  @Does('public-class-weeks.list')
  @ApiOkResponse({ type: PublicWeeksPage })
  list(@Query() input: PublicWeeksAsked): Promise<Page<PublicClassWeek>> {
    return this.weeks.list(input);
  }
}

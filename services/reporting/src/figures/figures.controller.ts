import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Caller, Does, From } from '@shulian/service-kit';
import { FiguresAsked, FiguresView } from './figures.http.js';
import { FiguresQuery } from './figures.query.js';

@ApiTags('figures')
@Controller('figures')
export class FiguresController {
  constructor(private readonly figures: FiguresQuery) {}

  @Get()
  @Does('figures.read')
  @ApiOkResponse({ type: FiguresView })
  read(@From() caller: Caller, @Query() input: FiguresAsked): Promise<FiguresView> {
    return this.figures.of(caller.schoolOrCounty(input.schoolId));
  }
}

import { Body, Controller, Get, Param, Put, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Caller,
  Documents,
  Does,
  From,
  pageOrDocument,
  pathId,
  ReadsIn,
  type Language,
  type Page,
} from '@shulian/service-kit';
import type { LocationId } from '@shulian/contracts/ids';
import { AssignClasses } from './assign-classes.use-case.js';
import { schoolAsked } from './school-asked.http.js';
import { printedSigns } from './shelf-ranges.format.js';
import {
  RangesAsked,
  ShelfRangesAsked,
  ShelfRangesPage,
  toRanges,
  type ShelfRangeLine,
} from './shelf-ranges.http.js';
import { ShelfRangesQuery } from './shelf-ranges.query.js';

@ApiTags('locations')
@Controller()
export class ShelfRangesController {
  constructor(
    private readonly ranges: ShelfRangesQuery,
    private readonly assignClasses: AssignClasses,
    private readonly documents: Documents,
  ) {}

  @Put('locations/:id/shelf-ranges')
  @Does('shelf-ranges.put')
  @ApiOkResponse({ type: ShelfRangesPage })
  put(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: RangesAsked,
  ): Promise<Page<ShelfRangeLine>> {
    return this.assignClasses.execute(caller, pathId<LocationId>(id), toRanges(input));
  }

  @Get('shelf-ranges')
  @Does('shelf-ranges.list')
  @ApiOkResponse({ type: ShelfRangesPage })
  list(
    @From() caller: Caller,
    @Query() input: ShelfRangesAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<ShelfRangeLine> | StreamableFile> {
    const schoolId = schoolAsked(caller, input.schoolId);
    return pageOrDocument(this.documents, printedSigns, input, language, (page) =>
      this.ranges.find(page, schoolId),
    );
  }
}

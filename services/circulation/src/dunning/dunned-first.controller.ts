import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Put,
  Query,
  type StreamableFile,
} from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse } from '@nestjs/swagger';
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
import { printedPriorities } from './dunning.format.js';
import { OfSchoolAsked, PrioritiesPage, PriorityAsked, PriorityView } from './dunning.http.js';
import { DunningQuery } from './dunning.query.js';
import { MarkPriority } from './mark-priority.use-case.js';
import { UnmarkPriority } from './unmark-priority.use-case.js';

@Controller('dunning-priorities')
export class DunnedFirstController {
  constructor(
    private readonly dunning: DunningQuery,
    private readonly markPriority: MarkPriority,
    private readonly unmarkPriority: UnmarkPriority,
    private readonly documents: Documents,
  ) {}

  @Get()
  @Does('dunning-priorities.list')
  @ApiOkResponse({ type: PrioritiesPage })
  list(
    @From() caller: Caller,
    @Query() input: OfSchoolAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<PriorityView> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedPriorities, input, language, (page) =>
      this.dunning.priorities(page, schoolId),
    );
  }

  @Put(':id')
  @Does('dunning-priorities.put')
  @ApiOkResponse({ type: PriorityView })
  put(
    @From() caller: Caller,
    @Param('id') readerId: string,
    @Body() input: PriorityAsked,
  ): Promise<PriorityView> {
    return this.markPriority.execute(caller, pathId(readerId), input);
  }

  @Delete(':id')
  @HttpCode(204)
  @Does('dunning-priorities.remove')
  @ApiNoContentResponse()
  remove(@From() caller: Caller, @Param('id') readerId: string): Promise<void> {
    return this.unmarkPriority.execute(caller, pathId(readerId));
  }
}

import { Body, Controller, Get, Put, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Caller,
  Documents,
  Does,
  From,
  Once,
  pageOrDocument,
  ReadsIn,
  type Answer,
  type DeskRequest,
  type Language,
  type Page,
} from '@shulian/service-kit';
import { printedProgress, printedRequirements } from './note-requirements.format.js';
import {
  ProgressAsked,
  ProgressPage,
  RequirementsAsked,
  RequirementsListAsked,
  RequirementsPage,
  type ProgressView,
  type RequirementView,
} from './note-requirements.http.js';
import { NoteRequirementsQuery } from './note-requirements.query.js';
import { SetRequirements } from './set-requirements.use-case.js';

@ApiTags('note-requirements')
@Controller()
export class NoteRequirementsController {
  constructor(
    private readonly requirements: NoteRequirementsQuery,
    private readonly setRequirements: SetRequirements,
    private readonly documents: Documents,
  ) {}

  @Put('note-requirements')
  @Does('note-requirements.put')
  @ApiOkResponse({ type: RequirementsPage })
  put(
    @From() caller: Caller,
    @Body() input: RequirementsAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.setRequirements.execute(caller, input, request);
  }

  @Get('note-requirements')
  @Does('note-requirements.list')
  @ApiOkResponse({ type: RequirementsPage })
  list(
    @From() caller: Caller,
    @Query() input: RequirementsListAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<RequirementView> | StreamableFile> {
    return pageOrDocument(this.documents, printedRequirements, input, language, (page) =>
      this.requirements.list(caller, page),
    );
  }

  @Get('note-progress')
  @Does('note-progress.list')
  @ApiOkResponse({ type: ProgressPage })
  progress(
    @From() caller: Caller,
    @Query() input: ProgressAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<ProgressView> | StreamableFile> {
    return pageOrDocument(this.documents, printedProgress, input, language, (page) =>
      this.requirements.progress(caller, page),
    );
  }
}

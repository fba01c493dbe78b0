import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Patch,
  Post,
  Query,
  type StreamableFile,
} from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Caller,
  Documents,
  Does,
  From,
  IfMatch,
  Once,
  pageOrDocument,
  pathId,
  ReadsIn,
  Versioned,
  type Answer,
  type DeskRequest,
  type Language,
  type Page,
} from '@shulian/service-kit';
import { printedArchiveFiles, printedHandovers } from './archive-files.format.js';
import {
  ArchiveFileChangeAsked,
  ArchiveFilesAsked,
  ArchiveFilesEntered,
  ArchiveFilesListAsked,
  ArchiveFilesPage,
  ArchiveFileView,
  ArchiveSearchAsked,
} from './archive-files.http.js';
import {
  ArchiveStepAsked,
  ArchiveStepsAnswer,
  HandoversAsked,
  HandoversPage,
  ArchiveUndoAsked,
  type HandoverView,
} from './archive-steps.http.js';
import { ArchiveFilesQuery } from './archive-files.query.js';
import { KeepArchiveFiles } from './keep-archive-files.use-case.js';
import { MoveArchiveFiles } from './move-archive-files.use-case.js';

@ApiTags('archives')
@Controller()
export class ArchiveFilesController {
  constructor(
    private readonly files: ArchiveFilesQuery,
    private readonly keep: KeepArchiveFiles,
    private readonly move: MoveArchiveFiles,
    private readonly documents: Documents,
  ) {}

  @Post('archive-files')
  @HttpCode(201)
  @Does('archive-files.enter')
  @ApiCreatedResponse({ type: ArchiveFilesEntered })
  enter(
    @From() caller: Caller,
    @Body() asked: ArchiveFilesAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.keep.enter(caller, caller.schoolFor(asked.schoolId), asked.items, request);
  }

  @Get('archive-files')
  @Does('archive-files.list')
  @ApiOkResponse({ type: ArchiveFilesPage })
  list(
    @From() caller: Caller,
    @Query() asked: ArchiveFilesListAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<ArchiveFileView> | StreamableFile> {
    const schoolId = caller.schoolFor(asked.schoolId);
    return pageOrDocument(this.documents, printedArchiveFiles, asked, language, (page) =>
      this.files.find(page, schoolId),
    );
  }

  @Post('archive-files/search')
  @HttpCode(200)
  @Does('archive-files.search')
  @ApiOkResponse({ type: ArchiveFilesPage })
  search(@From() caller: Caller, @Body() asked: ArchiveSearchAsked): Promise<Page<ArchiveFileView>> {
    return this.files.search(asked, caller.schoolFor(asked.schoolId));
  }

  @Get('archive-files/:id')
  @Versioned()
  @Does('archive-files.read')
  @ApiOkResponse({ type: ArchiveFileView })
  read(@From() caller: Caller, @Param('id') id: string): Promise<ArchiveFileView> {
    return this.files.byId(caller, pathId(id));
  }

  @Patch('archive-files/:id')
  @Versioned()
  @Does('archive-files.change')
  @ApiOkResponse({ type: ArchiveFileView })
  change(
    @From() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() asked: ArchiveFileChangeAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.keep.change(caller, pathId(id), version, asked, request);
  }

  @Post('archive-steps')
  @HttpCode(200)
  @Does('archive-files.step')
  @ApiOkResponse({ type: ArchiveStepsAnswer })
  step(
    @From() caller: Caller,
    @Body() asked: ArchiveStepAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.move.step(caller, caller.schoolFor(asked.schoolId), asked, request);
  }

  @Post('archive-steps/undo')
  @HttpCode(200)
  @Does('archive-files.undo-step')
  @ApiOkResponse({ type: ArchiveStepsAnswer })
  undo(
    @From() caller: Caller,
    @Body() asked: ArchiveUndoAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.move.undo(caller, caller.schoolFor(asked.schoolId), asked, request);
  }

  @Get('archive-handovers')
  @Does('archive-files.handovers')
  @ApiOkResponse({ type: HandoversPage })
  handovers(
    @From() caller: Caller,
    @Query() asked: HandoversAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<HandoverView> | StreamableFile> {
    const schoolId = caller.schoolFor(asked.schoolId);
    return pageOrDocument(this.documents, printedHandovers, asked, language, (page) =>
      this.files.handovers(page, schoolId),
    );
  }
}

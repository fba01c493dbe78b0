import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Patch,
  Post,
  Query,
  type StreamableFile,
} from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse } from '@nestjs/swagger';
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
import { KeepArea } from './keep-area.use-case.js';
import { printedAreas } from './service-teams.format.js';
import { AreaAsked, AreaChangeAsked, AreasAsked, AreasPage, AreaView } from './service-teams.http.js';
import { ServiceTeams } from './service-teams.query.js';

type Request = DeskRequest | null;

@Controller('library-areas')
export class LibraryAreasController {
  constructor(
    private readonly teams: ServiceTeams,
    private readonly keepArea: KeepArea,
    private readonly documents: Documents,
  ) {}

  @Post()
  @HttpCode(201)
  @Does('library-areas.create')
  @Versioned()
  @ApiCreatedResponse({ type: AreaView })
  create(@From() caller: Caller, @Body() input: AreaAsked, @Once() request: Request): Promise<Answer> {
    return this.keepArea.create(caller, input, request);
  }

  @Get()
  @Does('library-areas.list')
  @ApiOkResponse({ type: AreasPage })
  list(
    @From() caller: Caller,
    @Query() input: AreasAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<AreaView> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedAreas, input, language, (page) =>
      this.teams.areas(page, schoolId),
    );
  }

  @Get(':id')
  @Does('library-areas.read')
  @Versioned()
  @ApiOkResponse({ type: AreaView })
  read(@From() caller: Caller, @Param('id') id: string): Promise<AreaView> {
    return this.teams.area(caller, pathId(id));
  }

  @Patch(':id')
  @Does('library-areas.change')
  @Versioned()
  @ApiOkResponse({ type: AreaView })
  change(
    @From() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() input: AreaChangeAsked,
    @Once() request: Request,
  ): Promise<Answer> {
    return this.keepArea.change(caller, pathId(id), version, input, request);
  }

  @Delete(':id')
  @HttpCode(204)
  @Does('library-areas.remove')
  @ApiNoContentResponse()
  remove(@From() caller: Caller, @Param('id') id: string): Promise<void> {
    return this.keepArea.remove(caller, pathId(id));
  }
}

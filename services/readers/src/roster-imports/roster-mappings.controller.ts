import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query, Req } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiTags,
} from '@nestjs/swagger';
import {
  Caller,
  Does,
  From,
  IfMatch,
  Once,
  pathId,
  Versioned,
  type Answer,
  type DeskRequest,
  type Page,
  type RequestOfCaller,
} from '@shulian/service-kit';
import { KeepRosterMapping } from './keep-roster-mapping.use-case.js';
import { PreviewRoster } from './preview-roster.use-case.js';
import {
  ChangeMappingAsked,
  MappingAsked,
  MappingPage,
  MappingsAsked,
  MappingView,
  PreviewAsked,
  PreviewView,
} from './roster-mappings.http.js';
import { RosterMappings } from './roster-mappings.query.js';

@ApiTags('roster-imports')
@Controller()
export class RosterMappingsController {
  constructor(
    private readonly mappings: RosterMappings,
    private readonly keep: KeepRosterMapping,
    private readonly previewRoster: PreviewRoster,
  ) {}

  @Post('roster-previews')
  @HttpCode(200)
  @Does('roster-imports.preview')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: PreviewAsked })
  @ApiOkResponse({ type: PreviewView })
  preview(@From() caller: Caller, @Req() request: RequestOfCaller): Promise<PreviewView> {
    return this.previewRoster.execute(caller, request);
  }

  @Post('roster-mappings')
  @HttpCode(201)
  @Versioned()
  @Does('roster-mappings.create')
  @ApiCreatedResponse({ type: MappingView })
  create(
    @Once() request: DeskRequest | null,
    @From() caller: Caller,
    @Body() input: MappingAsked,
  ): Promise<Answer> {
    return this.keep.create(request, caller, input);
  }

  @Get('roster-mappings')
  @Does('roster-mappings.list')
  @ApiOkResponse({ type: MappingPage })
  list(@From() caller: Caller, @Query() input: MappingsAsked): Promise<Page<MappingView>> {
    return this.mappings.page(input, caller.schoolFor(input.schoolId));
  }

  @Patch('roster-mappings/:id')
  @Versioned()
  @Does('roster-mappings.change')
  @ApiOkResponse({ type: MappingView })
  change(
    @Once() request: DeskRequest | null,
    @From() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() input: ChangeMappingAsked,
  ): Promise<Answer> {
    return this.keep.change(request, caller, pathId(id), version, input);
  }

  @Delete('roster-mappings/:id')
  @HttpCode(204)
  @Does('roster-mappings.remove')
  @ApiNoContentResponse()
  remove(@From() caller: Caller, @Param('id') id: string): Promise<void> {
    return this.keep.remove(caller, pathId(id));
  }
}

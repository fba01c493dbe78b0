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
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Caller,
  Documents,
  Does,
  From,
  IfMatch,
  ListAsked,
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
import { EResourcesQuery } from '../register/e-resources.query.js';
import { BuildFeatureDatabase } from './build-feature-database.use-case.js';
import { printedFeatureEntries } from './feature-entries.format.js';
import {
  EnteredEntries,
  FeatureEntriesAsked,
  FeatureEntriesPage,
  FeatureEntryChangeAsked,
  FeatureEntryView,
} from './feature-entries.http.js';
import { FeatureEntriesQuery } from './feature-entries.query.js';

@ApiTags('e-resources')
@Controller()
export class FeatureEntriesController {
  constructor(
    private readonly resources: EResourcesQuery,
    private readonly entries: FeatureEntriesQuery,
    private readonly build: BuildFeatureDatabase,
    private readonly documents: Documents,
  ) {}

  @Get('e-resources/:id/entries')
  @Does('feature-entries.list')
  @ApiOkResponse({ type: FeatureEntriesPage })
  async list(
    @From() caller: Caller,
    @Param('id') id: string,
    @Query() asked: ListAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<FeatureEntryView> | StreamableFile> {
    const resource = await this.resources.byId(caller, pathId(id));
    return pageOrDocument(this.documents, printedFeatureEntries(resource), asked, language, (page) =>
      this.entries.find(resource.id, page),
    );
  }

  @Post('e-resources/:id/entries')
  @HttpCode(201)
  @Does('feature-entries.add')
  @ApiCreatedResponse({ type: EnteredEntries })
  add(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() asked: FeatureEntriesAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.build.add(caller, pathId(id), asked.items, request);
  }

  @Patch('feature-entries/:id')
  @Versioned()
  @Does('feature-entries.change')
  @ApiOkResponse({ type: FeatureEntryView })
  change(
    @From() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() asked: FeatureEntryChangeAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.build.change(caller, pathId(id), version, asked, request);
  }

  @Delete('feature-entries/:id')
  @HttpCode(204)
  @Does('feature-entries.remove')
  @ApiNoContentResponse()
  remove(@From() caller: Caller, @Param('id') id: string): Promise<void> {
    return this.build.remove(caller, pathId(id));
  }
}

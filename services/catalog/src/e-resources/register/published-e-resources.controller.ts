import { Controller, Get, Param, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Caller,
  Documents,
  Does,
  From,
  ListAsked,
  pageOrDocument,
  pathId,
  ReadsIn,
  type Language,
  type Page,
} from '@shulian/service-kit';
import { printedFeatureEntries } from '../feature-entries/feature-entries.format.js';
import { FeatureEntriesPage, type FeatureEntryView } from '../feature-entries/feature-entries.http.js';
import { FeatureEntriesQuery } from '../feature-entries/feature-entries.query.js';
import { printedPublished } from './e-resources.format.js';
import {
  PublishedEResourcesAsked,
  PublishedEResourcesPage,
  PublishedEResourceView,
} from './e-resources.http.js';
import { EResourcesQuery } from './e-resources.query.js';

/** The page of resources of a school, for all its people (CAT-088). */
@ApiTags('e-resources')
@Controller('published-e-resources')
export class PublishedEResourcesController {
  constructor(
    private readonly resources: EResourcesQuery,
    private readonly entriesOf: FeatureEntriesQuery,
    private readonly documents: Documents,
  ) {}

  @Get()
  @Does('published-e-resources.list')
  @ApiOkResponse({ type: PublishedEResourcesPage })
  list(
    @From() caller: Caller,
    @Query() asked: PublishedEResourcesAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<PublishedEResourceView> | StreamableFile> {
    const schoolId = caller.schoolOrCounty(asked.schoolId);
    return pageOrDocument(this.documents, printedPublished, asked, language, (page) =>
      this.resources.published(page, schoolId),
    );
  }

  @Get(':id')
  @Does('published-e-resources.read')
  @ApiOkResponse({ type: PublishedEResourceView })
  read(@From() caller: Caller, @Param('id') id: string): Promise<PublishedEResourceView> {
    return this.resources.publishedById(caller, pathId(id));
  }

  @Get(':id/entries')
  @Does('published-e-resources.entries')
  @ApiOkResponse({ type: FeatureEntriesPage })
  async entries(
    @From() caller: Caller,
    @Param('id') id: string,
    @Query() asked: ListAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<FeatureEntryView> | StreamableFile> {
    const resource = await this.resources.publishedById(caller, pathId(id));
    return pageOrDocument(this.documents, printedFeatureEntries(resource), asked, language, (page) =>
      this.entriesOf.find(resource.id, page),
    );
  }
}

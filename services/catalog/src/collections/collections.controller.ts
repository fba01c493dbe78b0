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
import { printedCollections, printedCopies } from './collections.format.js';
import {
  CollectedCopiesPage,
  CollectionAsked,
  CollectionChange,
  CollectionsAsked,
  CollectionsPage,
  CollectionView,
  type CollectedCopyView,
} from './collections.http.js';
import { CollectionsQuery } from './collections.query.js';
import { KeepCollection } from './keep-collection.use-case.js';

@ApiTags('collections')
@Controller('collections')
export class CollectionsController {
  constructor(
    private readonly collections: CollectionsQuery,
    private readonly keepCollection: KeepCollection,
    private readonly documents: Documents,
  ) {}

  @Get()
  @Does('collections.list')
  @ApiOkResponse({ type: CollectionsPage })
  list(
    @Query() input: CollectionsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<CollectionView> | StreamableFile> {
    return pageOrDocument(this.documents, printedCollections, input, language, (page) =>
      this.collections.find(page),
    );
  }

  @Get(':id')
  @Versioned()
  @Does('collections.read')
  @ApiOkResponse({ type: CollectionView })
  read(@Param('id') id: string): Promise<CollectionView> {
    return this.collections.byId(pathId(id));
  }

  @Get(':id/copies')
  @Does('collections.copies')
  @ApiOkResponse({ type: CollectedCopiesPage })
  async copies(
    @Param('id') id: string,
    @Query() input: ListAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<CollectedCopyView> | StreamableFile> {
    const collection = await this.collections.byId(pathId(id));
    return pageOrDocument(this.documents, printedCopies(collection), input, language, (page) =>
      this.collections.copies(collection.id, page),
    );
  }

  @Post()
  @HttpCode(201)
  @Versioned()
  @Does('collections.create')
  @ApiCreatedResponse({ type: CollectionView })
  create(
    @From() caller: Caller,
    @Body() input: CollectionAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.keepCollection.add(input, caller.schoolFor(input.schoolId), request);
  }

  @Patch(':id')
  @Versioned()
  @Does('collections.change')
  @ApiOkResponse({ type: CollectionView })
  change(
    @From() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() input: CollectionChange,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.keepCollection.change(pathId(id), version, input, caller, request);
  }
}

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
import { KeepClusters } from './keep-clusters.use-case.js';
import { printedClusters } from './school-clusters.format.js';
import {
  SchoolClusterAsked,
  SchoolClusterChangeAsked,
  SchoolClustersAsked,
  SchoolClustersPage,
  SchoolClusterView,
} from './school-clusters.http.js';
import { SchoolClusters } from './school-clusters.query.js';

@Controller('school-clusters')
export class SchoolClustersController {
  constructor(
    private readonly clusters: SchoolClusters,
    private readonly keep: KeepClusters,
    private readonly documents: Documents,
  ) {}

  @Post()
  @HttpCode(201)
  @Versioned()
  @Does('school-clusters.create')
  @ApiCreatedResponse({ type: SchoolClusterView })
  create(
    @From() caller: Caller,
    @Body() input: SchoolClusterAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.keep.create(caller, input, request);
  }

  @Get()
  @Does('school-clusters.list')
  @ApiOkResponse({ type: SchoolClustersPage })
  list(
    @Query() input: SchoolClustersAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<SchoolClusterView> | StreamableFile> {
    return pageOrDocument(this.documents, printedClusters, input, language, (page) =>
      this.clusters.page(page),
    );
  }

  @Get(':id')
  @Versioned()
  @Does('school-clusters.read')
  @ApiOkResponse({ type: SchoolClusterView })
  read(@Param('id') id: string): Promise<SchoolClusterView> {
    return this.clusters.byId(pathId(id));
  }

  @Patch(':id')
  @Versioned()
  @Does('school-clusters.change')
  @ApiOkResponse({ type: SchoolClusterView })
  change(
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() input: SchoolClusterChangeAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.keep.change(pathId(id), version, input, request);
  }

  @Delete(':id')
  @HttpCode(204)
  @Does('school-clusters.remove')
  @ApiNoContentResponse()
  remove(@Param('id') id: string): Promise<void> {
    return this.keep.remove(pathId(id));
  }
}

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
import type { TitleId } from '@shulian/contracts/ids';
import { CorrectPublication } from './correct-publication.use-case.js';
import { EnterPublication } from './enter-publication.use-case.js';
import { RemovePublication } from './remove-publication.use-case.js';
import { printedPublications, printedSums } from './school-publications.format.js';
import {
  SchoolPublicationAsked,
  SchoolPublicationChange,
  SchoolPublicationsAsked,
  SchoolPublicationsPage,
  SchoolPublicationSums,
  SchoolPublicationView,
  type SchoolPublicationSum,
} from './school-publications.http.js';
import { SchoolPublicationsQuery } from './school-publications.query.js';

@ApiTags('school-publications')
@Controller()
export class SchoolPublicationsController {
  constructor(
    private readonly publications: SchoolPublicationsQuery,
    private readonly enterPublication: EnterPublication,
    private readonly correctPublication: CorrectPublication,
    private readonly removePublication: RemovePublication,
    private readonly documents: Documents,
  ) {}

  @Get('school-publications')
  @Does('school-publications.list')
  @ApiOkResponse({ type: SchoolPublicationsPage })
  list(
    @Query() input: SchoolPublicationsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<SchoolPublicationView> | StreamableFile> {
    return pageOrDocument(this.documents, printedPublications, input, language, (page) =>
      this.publications.find(page),
    );
  }

  @Get('school-publication-sums')
  @Does('school-publications.sums')
  @ApiOkResponse({ type: SchoolPublicationSums })
  sums(
    @Query() input: SchoolPublicationsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<SchoolPublicationSum> | StreamableFile> {
    return pageOrDocument(this.documents, printedSums, input, language, () => this.publications.sums(input));
  }

  @Get('school-publications/:id')
  @Versioned()
  @Does('school-publications.read')
  @ApiOkResponse({ type: SchoolPublicationView })
  read(@Param('id') id: string): Promise<SchoolPublicationView> {
    return this.publications.byId(pathId<TitleId>(id));
  }

  @Post('school-publications')
  @HttpCode(201)
  @Versioned()
  @Does('school-publications.create')
  @ApiCreatedResponse({ type: SchoolPublicationView })
  create(
    @From() caller: Caller,
    @Body() input: SchoolPublicationAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.enterPublication.execute(input, caller.schoolFor(input.schoolId), caller.id, request);
  }

  @Patch('school-publications/:id')
  @Versioned()
  @Does('school-publications.change')
  @ApiOkResponse({ type: SchoolPublicationView })
  change(
    @From() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() input: SchoolPublicationChange,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.correctPublication.execute(pathId<TitleId>(id), version, input, caller, request);
  }

  @Delete('school-publications/:id')
  @HttpCode(204)
  @Does('school-publications.remove')
  @ApiNoContentResponse()
  remove(@From() caller: Caller, @Param('id') id: string): Promise<void> {
    return this.removePublication.execute(pathId<TitleId>(id), caller);
  }
}

import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Patch,
  Post,
  Put,
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
import { printedBibliographies, printedEntries } from './bibliographies.format.js';
import {
  BibliographiesAsked,
  BibliographiesPage,
  BibliographyAsked,
  BibliographyChange,
  BibliographyView,
  EntriesAsked,
  EntriesPage,
  type EntryView,
} from './bibliographies.http.js';
import { BibliographiesQuery, type Writer } from './bibliographies.query.js';
import { WriteBibliography } from './write-bibliography.use-case.js';

const mayWrite =
  (caller: Caller): Writer =>
  (schoolId) =>
    schoolId === null ? caller.reach.county : caller.mayWorkAt(schoolId);

/** What stands under the name of a printed list. */
const headOf = ({ schoolName, issue, audience, about }: BibliographyView): string[] =>
  [schoolName, issue, audience, about].filter((note) => note !== null);

@ApiTags('bibliographies')
@Controller('published-bibliographies')
export class PublishedBibliographiesController {
  constructor(
    private readonly bibliographies: BibliographiesQuery,
    private readonly documents: Documents,
  ) {}

  @Get()
  @Does('published-bibliographies.list')
  @ApiOkResponse({ type: BibliographiesPage })
  list(
    @Query() input: BibliographiesAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<BibliographyView> | StreamableFile> {
    return pageOrDocument(this.documents, printedBibliographies, input, language, (page) =>
      this.bibliographies.published(page),
    );
  }

  @Get(':id')
  @Does('published-bibliographies.read')
  @ApiOkResponse({ type: BibliographyView })
  read(@Param('id') id: string): Promise<BibliographyView> {
    return this.bibliographies.publishedById(pathId(id));
  }

  @Get(':id/entries')
  @Does('published-bibliographies.entries')
  @ApiOkResponse({ type: EntriesPage })
  async entries(
    @Param('id') id: string,
    @Query() input: ListAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<EntryView> | StreamableFile> {
    const list = await this.bibliographies.publishedById(pathId(id));
    return pageOrDocument(
      this.documents,
      printedEntries(list),
      input,
      language,
      (page) => this.bibliographies.entries(list.id, page),
      headOf(list),
    );
  }
}

@ApiTags('bibliographies')
@Controller('bibliographies')
export class BibliographiesController {
  constructor(
    private readonly bibliographies: BibliographiesQuery,
    private readonly writing: WriteBibliography,
    private readonly documents: Documents,
  ) {}

  @Get()
  @Does('bibliographies.list')
  @ApiOkResponse({ type: BibliographiesPage })
  list(
    @From() caller: Caller,
    @Query() input: BibliographiesAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<BibliographyView> | StreamableFile> {
    return pageOrDocument(this.documents, printedBibliographies, input, language, (page) =>
      this.bibliographies.writtenBy(caller.reach.county ? 'county' : [...caller.reach.schools], page),
    );
  }

  @Get(':id')
  @Versioned()
  @Does('bibliographies.read')
  @ApiOkResponse({ type: BibliographyView })
  read(@From() caller: Caller, @Param('id') id: string): Promise<BibliographyView> {
    return this.bibliographies.byId(pathId(id), mayWrite(caller));
  }

  @Post()
  @HttpCode(201)
  @Versioned()
  @Does('bibliographies.create')
  @ApiCreatedResponse({ type: BibliographyView })
  create(
    @From() caller: Caller,
    @Body() input: BibliographyAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.writing.begin(input, caller.schoolOrCounty(input.schoolId), caller.id, request);
  }

  @Patch(':id')
  @Versioned()
  @Does('bibliographies.change')
  @ApiOkResponse({ type: BibliographyView })
  change(
    @From() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() input: BibliographyChange,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.writing.change(pathId(id), version, input, mayWrite(caller), request);
  }

  @Delete(':id')
  @HttpCode(204)
  @Does('bibliographies.remove')
  @ApiNoContentResponse()
  remove(@From() caller: Caller, @Param('id') id: string): Promise<void> {
    return this.writing.remove(pathId(id), mayWrite(caller));
  }

  @Put(':id/publication')
  @Versioned()
  @Does('bibliographies.publish')
  @ApiOkResponse({ type: BibliographyView })
  publish(
    @From() caller: Caller,
    @Param('id') id: string,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.writing.makePublic(pathId(id), mayWrite(caller), request);
  }

  @Delete(':id/publication')
  @Versioned()
  @Does('bibliographies.unpublish')
  @ApiOkResponse({ type: BibliographyView })
  unpublish(
    @From() caller: Caller,
    @Param('id') id: string,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.writing.takeBack(pathId(id), mayWrite(caller), request);
  }

  @Get(':id/entries')
  @Does('bibliographies.entries')
  @ApiOkResponse({ type: EntriesPage })
  async entries(
    @From() caller: Caller,
    @Param('id') id: string,
    @Query() input: ListAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<EntryView> | StreamableFile> {
    const list = await this.bibliographies.byId(pathId(id), mayWrite(caller));
    return pageOrDocument(
      this.documents,
      printedEntries(list),
      input,
      language,
      (page) => this.bibliographies.entries(list.id, page),
      headOf(list),
    );
  }

  @Put(':id/entries')
  @Versioned()
  @Does('bibliographies.put-entries')
  @ApiOkResponse({ type: BibliographyView })
  putEntries(
    @From() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() input: EntriesAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.writing.putEntries(pathId(id), version, input.entries, mayWrite(caller), request);
  }
}

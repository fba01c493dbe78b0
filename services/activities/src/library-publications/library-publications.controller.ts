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
import { KeepPublication } from './keep-publication.use-case.js';
import { printedPublications, printedSheet } from './library-publications.format.js';
import {
  LibraryPublicationAsked,
  LibraryPublicationChangeAsked,
  LibraryPublicationsAsked,
  LibraryPublicationsPage,
  LibraryPublicationView,
  ScreenFeed,
  ScriptView,
  SheetAsked,
  SheetPage,
  ShowingAsked,
  type SheetLine,
} from './library-publications.http.js';
import { LibraryPublicationsQuery } from './library-publications.query.js';

type Request = DeskRequest | null;
type Listed<Item> = Promise<Page<Item> | StreamableFile>;

@ApiTags('library-publications')
@Controller()
export class LibraryPublicationsController {
  constructor(
    private readonly query: LibraryPublicationsQuery,
    private readonly keep: KeepPublication,
    private readonly documents: Documents,
  ) {}

  @Post('library-publications')
  @HttpCode(201)
  @Versioned()
  @Does('library-publications.write')
  @ApiCreatedResponse({ type: LibraryPublicationView })
  write(
    @From() caller: Caller,
    @Body() input: LibraryPublicationAsked,
    @Once() request: Request,
  ): Promise<Answer> {
    return this.keep.write(caller, input, request);
  }

  @Get('library-publications')
  @Does('library-publications.list')
  @ApiOkResponse({ type: LibraryPublicationsPage })
  list(
    @From() caller: Caller,
    @Query() input: LibraryPublicationsAsked,
    @ReadsIn() language: Language,
  ): Listed<LibraryPublicationView> {
    return pageOrDocument(this.documents, printedPublications, input, language, (page) =>
      this.query.list(caller, page),
    );
  }

  @Get('library-publications/:id')
  @Versioned()
  @Does('library-publications.read')
  @ApiOkResponse({ type: LibraryPublicationView })
  read(@From() caller: Caller, @Param('id') id: string): Promise<LibraryPublicationView> {
    return this.query.one(caller, pathId(id));
  }

  @Patch('library-publications/:id')
  @Versioned()
  @Does('library-publications.change')
  @ApiOkResponse({ type: LibraryPublicationView })
  change(
    @From() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() input: LibraryPublicationChangeAsked,
    @Once() request: Request,
  ): Promise<Answer> {
    return this.keep.change(caller, pathId(id), version, input, request);
  }

  @Post('library-publications/:id/publication')
  @HttpCode(200)
  @Does('library-publications.publish')
  @ApiOkResponse({ type: LibraryPublicationView })
  publish(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: ShowingAsked,
    @Once() request: Request,
  ): Promise<Answer> {
    return this.keep.show(caller, pathId(id), input, request);
  }

  @Post('library-publications/:id/withdrawal')
  @HttpCode(200)
  @Does('library-publications.withdraw')
  @ApiOkResponse({ type: LibraryPublicationView })
  withdraw(@From() caller: Caller, @Param('id') id: string, @Once() request: Request): Promise<Answer> {
    return this.keep.withdraw(caller, pathId(id), request);
  }

  @Get('library-publications/:id/sheet')
  @Does('library-publications.sheet')
  @ApiOkResponse({ type: SheetPage })
  async sheet(
    @From() caller: Caller,
    @Param('id') id: string,
    @Query() input: SheetAsked,
    @ReadsIn() language: Language,
  ): Listed<SheetLine> {
    const publication = await this.query.one(caller, pathId(id));
    const notes = publication.words.split('\n').filter((line) => line.trim() !== '');
    return pageOrDocument(
      this.documents,
      printedSheet(publication),
      input,
      language,
      (page) => Promise.resolve(this.query.sheet(publication, page)),
      notes,
    );
  }

  @Get('library-publications/:id/script')
  @Does('library-publications.script')
  @ApiOkResponse({ type: ScriptView })
  script(@From() caller: Caller, @Param('id') id: string): Promise<ScriptView> {
    return this.query.script(caller, pathId(id));
  }

  @Get('library-pages/:schoolId/screen')
  @Does('library-pages.screen')
  @ApiOkResponse({ type: ScreenFeed })
  screen(@Param('schoolId') schoolId: string): Promise<ScreenFeed> {
    return this.query.screen(pathId(schoolId));
  }
}

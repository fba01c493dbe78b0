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
import { ChangeTextbook } from './change-textbook.use-case.js';
import { EnterTextbooks } from './enter-textbooks.use-case.js';
import { SetNeeds } from './set-needs.use-case.js';
import { SetStreams } from './set-streams.use-case.js';
import { printedClasses, printedNeeds, printedTextbooks } from './textbooks.format.js';
import {
  ClassStreamsAsked,
  ClassStreamsSet,
  TextbookChangeAsked,
  TextbookClassesAsked,
  TextbookClassesPage,
  TextbookNeedsAsked,
  TextbookNeedsListAsked,
  TextbookNeedsPage,
  TextbookNeedsSet,
  TextbooksAsked,
  TextbooksEntered,
  TextbooksListAsked,
  TextbooksPage,
  TextbookView,
  type TextbookClassView,
  type TextbookNeedView,
} from './textbooks.http.js';
import { TextbooksQuery } from './textbooks.query.js';

@ApiTags('textbooks')
@Controller()
export class TextbooksController {
  constructor(
    private readonly textbooks: TextbooksQuery,
    private readonly enterTextbooks: EnterTextbooks,
    private readonly changeTextbook: ChangeTextbook,
    private readonly setNeeds: SetNeeds,
    private readonly setStreams: SetStreams,
    private readonly documents: Documents,
  ) {}

  @Post('textbooks')
  @HttpCode(201)
  @Does('textbooks.enter')
  @ApiCreatedResponse({ type: TextbooksEntered })
  enter(
    @From() caller: Caller,
    @Body() input: TextbooksAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.enterTextbooks.execute(input, caller.schoolFor(input.schoolId), request);
  }

  @Get('textbooks')
  @Does('textbooks.list')
  @ApiOkResponse({ type: TextbooksPage })
  list(
    @From() caller: Caller,
    @Query() input: TextbooksListAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<TextbookView> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedTextbooks, input, language, (page) =>
      this.textbooks.list(page, schoolId),
    );
  }

  @Get('textbooks/:id')
  @Versioned()
  @Does('textbooks.read')
  @ApiOkResponse({ type: TextbookView })
  read(@From() caller: Caller, @Param('id') id: string): Promise<TextbookView> {
    return this.textbooks.one(caller, pathId(id));
  }

  @Patch('textbooks/:id')
  @Versioned()
  @Does('textbooks.change')
  @ApiOkResponse({ type: TextbookView })
  change(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: TextbookChangeAsked,
    @IfMatch() version: number,
  ): Promise<TextbookView> {
    return this.changeTextbook.execute(caller, pathId(id), input, version);
  }

  @Post('textbook-needs')
  @HttpCode(200)
  @Does('textbook-needs.set')
  @ApiOkResponse({ type: TextbookNeedsSet })
  need(
    @From() caller: Caller,
    @Body() input: TextbookNeedsAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.setNeeds.execute(input, caller.schoolFor(input.schoolId), request);
  }

  @Get('textbook-needs')
  @Does('textbook-needs.list')
  @ApiOkResponse({ type: TextbookNeedsPage })
  needs(
    @From() caller: Caller,
    @Query() input: TextbookNeedsListAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<TextbookNeedView> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedNeeds, input, language, (page) =>
      this.textbooks.needs(page, schoolId),
    );
  }

  @Post('textbook-classes')
  @HttpCode(200)
  @Does('textbook-classes.set')
  @ApiOkResponse({ type: ClassStreamsSet })
  streams(
    @From() caller: Caller,
    @Body() input: ClassStreamsAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.setStreams.execute(input, caller.schoolFor(input.schoolId), request);
  }

  @Get('textbook-classes')
  @Does('textbook-classes.list')
  @ApiOkResponse({ type: TextbookClassesPage })
  classes(
    @From() caller: Caller,
    @Query() input: TextbookClassesAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<TextbookClassView> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedClasses, input, language, (page) =>
      this.textbooks.classes(page, schoolId),
    );
  }
}

import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Post,
  Put,
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
import { ChangeForm } from './change-form.use-case.js';
import { CloseLogbook } from './close-logbook.use-case.js';
import { ExpectEntries } from './expect-entries.use-case.js';
import {
  FormAsked,
  FormChangeAsked,
  LogbookFormView,
  LogbooksAsked,
  LogbooksPage,
  type LogbookView,
} from './logbook-forms.http.js';
import { ClosingAsked, ClosingView, ExpectationAsked, ExpectationView } from './logbook-keeping.http.js';
import { printedLogbooks } from './logbooks.format.js';
import { LogbooksQuery } from './logbooks.query.js';
import { MakeForm } from './make-form.use-case.js';

@ApiTags('logbooks')
@Controller()
export class LogbooksController {
  constructor(
    private readonly logbooks: LogbooksQuery,
    private readonly makeForm: MakeForm,
    private readonly changeForm: ChangeForm,
    private readonly closeLogbook: CloseLogbook,
    private readonly expectEntries: ExpectEntries,
    private readonly documents: Documents,
  ) {}

  @Get('logbooks')
  @Does('logbooks.list')
  @ApiOkResponse({ type: LogbooksPage })
  list(
    @From() caller: Caller,
    @Query() input: LogbooksAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<LogbookView> | StreamableFile> {
    return pageOrDocument(this.documents, printedLogbooks, input, language, (page) =>
      this.logbooks.list(caller, page),
    );
  }

  @Post('logbook-forms')
  @HttpCode(201)
  @Versioned()
  @Does('logbook-forms.create')
  @ApiCreatedResponse({ type: LogbookFormView })
  create(
    @From() caller: Caller,
    @Body() input: FormAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.makeForm.execute(caller, input, request);
  }

  @Get('logbook-forms/:id')
  @Versioned()
  @Does('logbook-forms.read')
  @ApiOkResponse({ type: LogbookFormView })
  read(@From() caller: Caller, @Param('id') id: string): Promise<LogbookFormView> {
    return this.logbooks.form(caller, pathId(id));
  }

  @Put('logbook-forms/:id')
  @Versioned()
  @Does('logbook-forms.change')
  @ApiOkResponse({ type: LogbookFormView })
  change(
    @From() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() input: FormChangeAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.changeForm.execute(caller, pathId(id), version, input, request);
  }

  @Put('logbook-closings')
  @Does('logbook-closings.set')
  @ApiOkResponse({ type: ClosingView })
  close(@From() caller: Caller, @Body() input: ClosingAsked): Promise<ClosingView> {
    return this.closeLogbook.execute(caller, input);
  }

  @Put('logbook-expectations')
  @Does('logbook-expectations.set')
  @ApiOkResponse({ type: ExpectationView })
  expect(@From() caller: Caller, @Body() input: ExpectationAsked): Promise<ExpectationView> {
    return this.expectEntries.execute(caller, input);
  }
}

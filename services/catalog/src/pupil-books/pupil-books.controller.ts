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
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Caller,
  Documents,
  Does,
  From,
  IfMatch,
  invalid,
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
import type { PupilBookId } from '@shulian/contracts/ids';
import { SchoolNameQuery } from '../registers/school-name.query.js';
import { DecidePupilBook } from './decide-pupil-book.use-case.js';
import { EnterPupilBook } from './enter-pupil-book.use-case.js';
import { printedPayments, printedPupilBooks } from './pupil-books.format.js';
import {
  PaperReflectionAsked,
  PupilBookPaymentAsked,
  PupilBookAsked,
  PupilBookChangeAsked,
  PupilBookDecisionAsked,
  PupilBookPaymentsAsked,
  PupilBooksAsked,
  PupilBooksPage,
  PupilBookUndoAsked,
  PupilBookView,
} from './pupil-books.http.js';
import { PupilBooksQuery } from './pupil-books.query.js';

type Request = DeskRequest | null;
const bookId = (id: string): PupilBookId => pathId<PupilBookId>(id);

@ApiTags('pupil-books')
@Controller()
export class PupilBooksController {
  constructor(
    private readonly books: PupilBooksQuery,
    private readonly enterBook: EnterPupilBook,
    private readonly decideBook: DecidePupilBook,
    private readonly schools: SchoolNameQuery,
    private readonly documents: Documents,
  ) {}

  @Post('pupil-books')
  @HttpCode(201)
  @Versioned()
  @Does('pupil-books.enter')
  @ApiCreatedResponse({ type: PupilBookView })
  enter(@From() caller: Caller, @Body() input: PupilBookAsked, @Once() request: Request): Promise<Answer> {
    return this.enterBook.enter(caller, caller.schoolFor(input.schoolId), input, request);
  }

  @Get('pupil-books')
  @Does('pupil-books.list')
  @ApiOkResponse({ type: PupilBooksPage })
  list(
    @From() caller: Caller,
    @Query() input: PupilBooksAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<PupilBookView> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedPupilBooks, input, language, (page) =>
      this.books.find(page, schoolId),
    );
  }

  @Get('pupil-book-payments')
  @Does('pupil-books.payments')
  @ApiOkResponse({ type: PupilBooksPage })
  async payments(
    @From() caller: Caller,
    @Query() input: PupilBookPaymentsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<PupilBookView> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    const notes = input.format === 'json' ? [] : [await this.schools.of(schoolId)];
    return pageOrDocument(
      this.documents,
      printedPayments,
      input,
      language,
      (page) => this.books.paid(page, schoolId),
      notes,
    );
  }

  @Get('pupil-books/:id')
  @Versioned()
  @Does('pupil-books.read')
  @ApiOkResponse({ type: PupilBookView })
  read(@From() caller: Caller, @Param('id') id: string): Promise<PupilBookView> {
    return this.books.byId(caller, bookId(id));
  }

  @Patch('pupil-books/:id')
  @Versioned()
  @Does('pupil-books.change')
  @ApiOkResponse({ type: PupilBookView })
  async change(
    @From() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() input: PupilBookChangeAsked,
    @Once() request: Request,
  ): Promise<Answer> {
    const shown = await this.books.byId(caller, bookId(id));
    return this.enterBook.change(caller, shown, version, input, request);
  }

  @Put('pupil-books/:id/paper-reflection')
  @Does('pupil-books.confirm-reflection')
  @ApiOkResponse({ type: PupilBookView })
  confirm(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() { reason }: PaperReflectionAsked,
    @Once() request: Request,
  ): Promise<Answer> {
    return this.enterBook.confirmPaper(caller, bookId(id), reason, request);
  }

  @Delete('pupil-books/:id/paper-reflection')
  @HttpCode(200)
  @Does('pupil-books.take-back-reflection')
  @ApiOkResponse({ type: PupilBookView })
  takeBack(@From() caller: Caller, @Param('id') id: string, @Once() request: Request): Promise<Answer> {
    return this.enterBook.confirmPaper(caller, bookId(id), null, request);
  }

  @Post('pupil-books/:id/decision')
  @HttpCode(200)
  @Does('pupil-books.decide')
  @ApiOkResponse({ type: PupilBookView })
  decide(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: PupilBookDecisionAsked,
    @Once() request: Request,
  ): Promise<Answer> {
    const remark = input.remark ?? null;
    if (input.decision === 'refuse' && remark === null)
      throw invalid({ pointer: '/remark', code: 'is-defined' });
    return this.decideBook.decide(caller, bookId(id), input.decision, remark, request);
  }

  @Post('pupil-books/:id/payment')
  @HttpCode(200)
  @Does('pupil-books.pay')
  @ApiOkResponse({ type: PupilBookView })
  pay(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: PupilBookPaymentAsked,
    @Once() request: Request,
  ): Promise<Answer> {
    return this.decideBook.pay(caller, bookId(id), input, request);
  }

  @Post('pupil-books/:id/undo')
  @HttpCode(200)
  @Does('pupil-books.undo')
  @ApiOkResponse({ type: PupilBookView })
  undo(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() { reason }: PupilBookUndoAsked,
    @Once() request: Request,
  ): Promise<Answer> {
    return this.decideBook.undo(caller, bookId(id), reason, request);
  }
}

import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
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
  ListAsked,
  Once,
  pageOrDocument,
  pathId,
  ReadsIn,
  type Answer,
  type DeskRequest,
  type Language,
  type Page,
} from '@shulian/service-kit';
import { CheckClassReturns } from './check-class-returns.use-case.js';
import { printedChecks, printedDueClasses, printedMissing } from './class-returns.format.js';
import {
  CheckAsked,
  ChecksAsked,
  ChecksPage,
  CheckView,
  DueClassesAsked,
  DueClassesPage,
  MissingLoansPage,
  type DueClass,
  type MissingLoan,
} from './class-returns.http.js';
import { ClassReturnsQuery } from './class-returns.query.js';
import { RemoveClassCheck } from './remove-class-check.use-case.js';

@Controller('class-return-checks')
export class ClassReturnsController {
  constructor(
    private readonly classReturns: ClassReturnsQuery,
    private readonly checkReturns: CheckClassReturns,
    private readonly removeCheck: RemoveClassCheck,
    private readonly documents: Documents,
  ) {}

  @Post()
  @HttpCode(201)
  @Does('class-return-checks.create')
  @ApiCreatedResponse({ type: CheckView })
  create(
    @From() caller: Caller,
    @Body() input: CheckAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.checkReturns.execute(caller, input, request);
  }

  @Get()
  @Does('class-return-checks.list')
  @ApiOkResponse({ type: ChecksPage })
  list(
    @From() caller: Caller,
    @Query() input: ChecksAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<CheckView> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedChecks, input, language, (page) =>
      this.classReturns.checks(caller, page, schoolId),
    );
  }

  @Get('due')
  @Does('class-return-checks.due')
  @ApiOkResponse({ type: DueClassesPage })
  due(
    @From() caller: Caller,
    @Query() input: DueClassesAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<DueClass> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedDueClasses, input, language, (page) =>
      this.classReturns.due(caller, page, schoolId),
    );
  }

  @Get(':id/loans')
  @Does('class-return-checks.loans')
  @ApiOkResponse({ type: MissingLoansPage })
  async loans(
    @From() caller: Caller,
    @Param('id') id: string,
    @Query() input: ListAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<MissingLoan> | StreamableFile> {
    const check = await this.classReturns.check(caller, pathId(id));
    return pageOrDocument(
      this.documents,
      printedMissing,
      input,
      language,
      (page) => this.classReturns.missing(check, page),
      [check.checkedOn],
    );
  }

  @Delete(':id')
  @HttpCode(204)
  @Does('class-return-checks.remove')
  @ApiNoContentResponse()
  remove(@From() caller: Caller, @Param('id') id: string): Promise<void> {
    return this.removeCheck.execute(caller, pathId(id));
  }
}

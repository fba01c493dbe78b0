import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import {
  Caller,
  Documents,
  Does,
  From,
  pageOrDocument,
  ReadsIn,
  type Language,
  type Page,
} from '@shulian/service-kit';
import { printedAccounts, printedRecords, printedSeals } from './access-records.format.js';
import {
  AccessRecordsAsked,
  AccessRecordsPage,
  AccessSealsAsked,
  AccessSealsPage,
  AccountsThatReadAsked,
  AccountsThatReadPage,
  type AccessRecord,
  type AccessSeal,
  type AccountThatRead,
} from './access-records.http.js';
import { AccessRecordsQuery } from './access-records.query.js';

@Controller('access-records')
export class AccessRecordsController {
  constructor(
    private readonly accessRecords: AccessRecordsQuery,
    private readonly documents: Documents,
  ) {}

  @Get()
  @Does('access-records.list')
  @ApiOkResponse({ type: AccessRecordsPage })
  list(
    @From() caller: Caller,
    @Query() input: AccessRecordsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<AccessRecord> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedRecords, input, language, (page) =>
      this.accessRecords.records(page, schoolId),
    );
  }

  @Get('accounts')
  @Does('access-records.accounts')
  @ApiOkResponse({ type: AccountsThatReadPage })
  accounts(
    @From() caller: Caller,
    @Query() input: AccountsThatReadAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<AccountThatRead> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedAccounts, input, language, (page) =>
      this.accessRecords.accounts(page, schoolId),
    );
  }

  @Get('seals')
  @Does('access-records.seals')
  @ApiOkResponse({ type: AccessSealsPage })
  seals(
    @From() caller: Caller,
    @Query() input: AccessSealsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<AccessSeal> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedSeals, input, language, (page) =>
      this.accessRecords.seals(page, schoolId),
    );
  }
}

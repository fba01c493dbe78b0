import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
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
import { printedClasses, printedEntries, printedMagazines, printedReaders } from './loan-registers.format.js';
import {
  EntriesAsked,
  EntriesPage,
  MagazinesAsked,
  MagazinesPage,
  RegisterClassesAsked,
  RegisterClassesPage,
  RegisterReadersAsked,
  RegisterReadersPage,
  type MagazineCount,
  type RegisterClass,
  type RegisterEntry,
  type RegisterReader,
} from './loan-registers.http.js';
import { LoanRegistersQuery } from './loan-registers.query.js';

@ApiTags('loan registers')
@Controller('loan-registers')
export class LoanRegistersController {
  constructor(
    private readonly registers: LoanRegistersQuery,
    private readonly documents: Documents,
  ) {}

  @Get('entries')
  @Does('loan-registers.entries')
  @ApiOkResponse({ type: EntriesPage })
  entries(
    @From() caller: Caller,
    @Query() input: EntriesAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<RegisterEntry> | StreamableFile> {
    const find = (page: EntriesAsked) => this.registers.entries(caller, page);
    return pageOrDocument(this.documents, printedEntries, input, language, find);
  }

  @Get('readers')
  @Does('loan-registers.readers')
  @ApiOkResponse({ type: RegisterReadersPage })
  readers(
    @From() caller: Caller,
    @Query() input: RegisterReadersAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<RegisterReader> | StreamableFile> {
    const find = (page: RegisterReadersAsked) => this.registers.readers(caller, page);
    return pageOrDocument(this.documents, printedReaders, input, language, find);
  }

  @Get('classes')
  @Does('loan-registers.classes')
  @ApiOkResponse({ type: RegisterClassesPage })
  classes(
    @From() caller: Caller,
    @Query() input: RegisterClassesAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<RegisterClass> | StreamableFile> {
    const find = (page: RegisterClassesAsked) => this.registers.classes(caller, page);
    return pageOrDocument(this.documents, printedClasses, input, language, find);
  }

  @Get('magazines')
  @Does('loan-registers.magazines')
  @ApiOkResponse({ type: MagazinesPage })
  magazines(
    @From() caller: Caller,
    @Query() input: MagazinesAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<MagazineCount> | StreamableFile> {
    const find = (page: MagazinesAsked) => this.registers.magazines(caller, page);
    return pageOrDocument(this.documents, printedMagazines, input, language, find);
  }
}

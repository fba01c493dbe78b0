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
import { printedRegister } from './hold-register.format.js';
import { HoldRegisterAsked, HoldRegisterPage, type HoldRegisterLine } from './hold-register.http.js';
import { HoldRegisterQuery } from './hold-register.query.js';

@ApiTags('hold-register')
@Controller('hold-register')
export class HoldRegisterController {
  constructor(
    private readonly register: HoldRegisterQuery,
    private readonly documents: Documents,
  ) {}

  @Get()
  @ApiOkResponse({ type: HoldRegisterPage })
  @Does('hold-register.list')
  list(
    @From() caller: Caller,
    @Query() input: HoldRegisterAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<HoldRegisterLine> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedRegister, input, language, (page) =>
      this.register.lines(page, schoolId),
    );
  }
}

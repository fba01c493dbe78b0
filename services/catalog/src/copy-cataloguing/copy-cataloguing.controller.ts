import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Caller, Does, From, Once, Versioned, type Answer, type DeskRequest } from '@shulian/service-kit';
import { TitleView } from '../titles/titles.http.js';
import { CopiedTitleAsked, IsbnLookupAsked, IsbnLookupView } from './copy-cataloguing.http.js';
import { CopyTitle } from './copy-title.use-case.js';
import { LookUpIsbn } from './look-up-isbn.use-case.js';

@ApiTags('copy cataloguing')
@Controller()
export class CopyCataloguingController {
  constructor(
    private readonly lookUpIsbn: LookUpIsbn,
    private readonly copyTitle: CopyTitle,
  ) {}

  @Get('isbn-lookups')
  @Does('isbn-lookups.read')
  @ApiOkResponse({ type: IsbnLookupView })
  lookUp(@Query() input: IsbnLookupAsked): Promise<IsbnLookupView> {
    return this.lookUpIsbn.execute(input.isbn);
  }

  @Post('copied-titles')
  @HttpCode(201)
  @Versioned()
  @Does('copied-titles.create')
  @ApiCreatedResponse({ type: TitleView })
  copy(
    @From() caller: Caller,
    @Body() input: CopiedTitleAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.copyTitle.execute(input, caller.schoolFor(input.schoolId), caller.id, request);
  }
}

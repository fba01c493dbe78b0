import { Controller, Get, Query, Req, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import {
  Caller,
  Does,
  From,
  invalid,
  ReadsIn,
  type Language,
  type RequestOfCaller,
} from '@shulian/service-kit';
import { Allowances } from '../limits/allowances.js';
import { PackLists } from './pack-lists.js';
import { RegisterPackAsked } from './register-packs.http.js';
import { registersOf } from './registers-of-pack.js';

const MOST_DAYS = 366;
const DAY_MS = 86_400_000;

/** Everything a school has to keep, in one call. */
@Controller('register-packs')
export class RegisterPacksController {
  constructor(
    private readonly packs: PackLists,
    private readonly allowances: Allowances,
  ) {}

  /** @throws Problem 400 for days in the wrong order, or more than a year; 403 for another school */
  @Get()
  @Does('register-packs.read')
  @ApiOkResponse({ content: { 'application/zip': { schema: { type: 'string', format: 'binary' } } } })
  read(
    @From() caller: Caller,
    @Query() input: RegisterPackAsked,
    @ReadsIn() language: Language,
    @Req() request: RequestOfCaller,
  ): StreamableFile {
    this.allowances.ofCaller(caller.id);
    const { from, to, format } = input;
    const schoolId = caller.schoolFor(input.schoolId);
    const days = (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;
    if (days < 1 || days > MOST_DAYS) throw invalid({ pointer: '?to', code: 'out-of-range' });
    return this.packs.of(request, {
      name: `registers-${from}-${to}`,
      lists: registersOf(schoolId, from, to),
      contents: { zh: '登记表目录', en: 'Contents' },
      notes: [`${from} – ${to}`],
      format,
      language,
    });
  }
}

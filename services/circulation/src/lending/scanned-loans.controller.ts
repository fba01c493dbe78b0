import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { ReaderId } from '@shulian/contracts/ids';
import { Caller, Does, From } from '@shulian/service-kit';
import { ScannedLoansAsked, ScannedLoansView } from './scanned-loans.http.js';
import { ScannedLoansQuery } from './scanned-loans.query.js';

@ApiTags('loans')
@Controller('scanned-loans')
export class ScannedLoansController {
  constructor(private readonly scanned: ScannedLoansQuery) {}

  @Post()
  @HttpCode(200)
  @Does('scanned-loans.list')
  @ApiOkResponse({ type: ScannedLoansView })
  list(@From() caller: Caller, @Body() input: ScannedLoansAsked): Promise<ScannedLoansView> {
    return this.scanned.of(caller, input.readerId as ReaderId);
  }
}

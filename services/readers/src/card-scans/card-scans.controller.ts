import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Caller, Does, From } from '@shulian/service-kit';
import { CardScanAsked, CardScanView } from './card-scans.http.js';
import { ScanCard } from './scan-card.use-case.js';

@ApiTags('card-scans')
@Controller('card-scans')
export class CardScansController {
  constructor(private readonly scanCard: ScanCard) {}

  @Post()
  @HttpCode(200)
  @Does('card-scans.create')
  @ApiOkResponse({ type: CardScanView })
  scan(@From() caller: Caller, @Body() input: CardScanAsked): Promise<CardScanView> {
    return this.scanCard.execute(caller, input);
  }
}

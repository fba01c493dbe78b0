import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { Caller, Does, From, Once, pathId, type Answer, type DeskRequest } from '@shulian/service-kit';
import { CardLossAsked, CardLossView } from './cards.http.js';
import { DeclareCardLost } from './declare-card-lost.use-case.js';

@ApiTags('cards')
@Controller('cards')
export class CardsController {
  constructor(private readonly declareCardLost: DeclareCardLost) {}

  @Post(':id/losses')
  @HttpCode(201)
  @Does('cards.lose')
  @ApiCreatedResponse({ type: CardLossView })
  lose(
    @Once() request: DeskRequest | null,
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: CardLossAsked,
  ): Promise<Answer> {
    return this.declareCardLost.execute(request, caller, pathId(id), input);
  }
}

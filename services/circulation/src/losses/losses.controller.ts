import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse } from '@nestjs/swagger';
import { Caller, Does, From, Once, type Answer, type DeskRequest } from '@shulian/service-kit';
import { LossAsked, LossView } from './compensations.http.js';
import { DeclareCopyLost } from './declare-copy-lost.use-case.js';

@Controller('losses')
export class LossesController {
  constructor(private readonly declareLost: DeclareCopyLost) {}

  @Post()
  @HttpCode(201)
  @ApiCreatedResponse({ type: LossView })
  @Does('losses.create')
  lose(
    @From() caller: Caller,
    @Body() input: LossAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.declareLost.execute(caller, input, request);
  }
}

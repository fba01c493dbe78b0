import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { Caller, Does, From } from '@shulian/service-kit';
import { AccessAsked, AccessExplainedView } from './access-explained.http.js';
import { ExplainAccess } from './explain-access.use-case.js';

@Controller('access')
export class AccessExplainedController {
  constructor(private readonly explain: ExplainAccess) {}

  @Get('explain')
  @Does('access.explain')
  @ApiOkResponse({ type: AccessExplainedView })
  why(@From() caller: Caller, @Query() asked: AccessAsked): Promise<AccessExplainedView> {
    return this.explain.execute(caller, asked);
  }
}

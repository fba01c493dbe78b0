import {
  Body,
  Controller,
  Delete,
  Get,
  Header,
  Headers,
  HttpCode,
  Param,
  Post,
  Query,
  Res,
} from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiBody,
  ApiUnauthorizedResponse,
  ApiConsumes,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiTags,
} from '@nestjs/swagger';
import { Caller, Does, From, PageAsked } from '@shulian/service-kit';
import {
  ApiClientPage,
  ApiClientView,
  CreateApiClientAsked,
  KeptClientView,
  RotatedSecretView,
  RotateSecretAsked,
  TokenRefusedView,
  TokenView,
} from './api-clients.http.js';
import { ApiClients } from './api-clients.query.js';
import { CreateApiClient } from './create-api-client.use-case.js';
import { GiveClientToken, TokenRefused } from './give-client-token.use-case.js';
import { KeepApiClients } from './keep-api-clients.use-case.js';

type Reply = { status(code: number): unknown; header(name: string, value: string): unknown };

@ApiTags('api-clients')
@Controller()
export class ApiClientsController {
  constructor(
    private readonly createApiClient: CreateApiClient,
    private readonly giveClientToken: GiveClientToken,
    private readonly keepApiClients: KeepApiClients,
    private readonly apiClients: ApiClients,
  ) {}

  @Post('api-clients')
  @HttpCode(201)
  @Header('cache-control', 'no-store')
  @Does('api-clients.create')
  @ApiCreatedResponse({ type: ApiClientView })
  create(@From() caller: Caller, @Body() input: CreateApiClientAsked): Promise<ApiClientView> {
    return this.createApiClient.execute(caller, input);
  }

  @Get('api-clients')
  @Does('api-clients.list')
  @ApiOkResponse({ type: ApiClientPage })
  list(@Query() input: PageAsked): Promise<ApiClientPage> {
    return this.apiClients.page(input);
  }

  @Get('api-clients/:id')
  @Does('api-clients.read')
  @ApiOkResponse({ type: KeptClientView })
  read(@Param('id') id: string): Promise<KeptClientView> {
    return this.keepApiClients.byId(id);
  }

  @Post('api-clients/:id/secret')
  @HttpCode(201)
  @Header('cache-control', 'no-store')
  @Does('api-clients.rotate-secret')
  @ApiCreatedResponse({ type: RotatedSecretView })
  rotateSecret(
    @Param('id') id: string,
    @Body() { overlapHours }: RotateSecretAsked,
  ): Promise<RotatedSecretView> {
    return this.keepApiClients.rotate(id, overlapHours);
  }

  @Delete('api-clients/:id')
  @Does('api-clients.revoke')
  @ApiOkResponse({ type: KeptClientView })
  revoke(@Param('id') id: string): Promise<KeptClientView> {
    return this.keepApiClients.revoke(id);
  }

  /** Errors have the form of RFC 6749 here, because OAuth libraries read it. */
  @Post('oauth/token')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @Does('oauth.token')
  @ApiConsumes('application/x-www-form-urlencoded')
  @ApiBody({
    schema: {
      type: 'object',
      properties: {
        grant_type: { type: 'string', enum: ['client_credentials'] },
        client_id: { type: 'string' },
        client_secret: { type: 'string' },
        scope: { type: 'string' },
      },
      required: ['grant_type'],
    },
  })
  @ApiOkResponse({ type: TokenView })
  @ApiBadRequestResponse({ type: TokenRefusedView, description: 'RFC 6749, 5.2' })
  @ApiUnauthorizedResponse({ type: TokenRefusedView, description: 'RFC 6749, 5.2' })
  async token(
    @Headers('authorization') authorization: string | undefined,
    @Body() form: Record<string, unknown> | null,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<TokenView | { error: string }> {
    try {
      return await this.giveClientToken.execute(authorization, form ?? {});
    } catch (error) {
      if (!(error instanceof TokenRefused)) throw error;
      reply.status(error.status);
      if (error.status === 401) reply.header('www-authenticate', 'Basic realm="shulian"');
      return { error: error.code };
    }
  }
}

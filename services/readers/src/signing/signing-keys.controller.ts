import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse } from '@nestjs/swagger';
import { Does } from '@shulian/service-kit';
import { RotateSigningKey } from './rotate-signing-key.use-case.js';
import { SigningKeysView } from './signing-keys.http.js';

@Controller('signing-keys')
export class SigningKeysController {
  constructor(private readonly rotateKey: RotateSigningKey) {}

  @Get()
  @Does('signing-keys.list')
  @ApiOkResponse({ type: SigningKeysView })
  list(): SigningKeysView {
    return this.rotateKey.shown();
  }

  @Post()
  @HttpCode(201)
  @Does('signing-keys.rotate')
  @ApiCreatedResponse({ type: SigningKeysView })
  rotate(): Promise<SigningKeysView> {
    return this.rotateKey.execute();
  }
}

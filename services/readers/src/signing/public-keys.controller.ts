import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { InternalRoute } from '@shulian/service-kit';
import { TokenSigner, type PublicKeys } from '../token-signer.adapter.js';

/** For those who would rather ask than read the file. */
@ApiExcludeController()
@InternalRoute()
@Controller('.well-known')
export class PublicKeysController {
  constructor(private readonly signer: TokenSigner) {}

  @Get('jwks.json')
  keys(): PublicKeys {
    return this.signer.publicKeys;
  }
}

import { Module } from '@nestjs/common';
import { ClaimOfVendor } from './claim-of-vendor.use-case.js';
import { VendorClaimsController } from './vendor-claims.controller.js';
import { VendorClaimsQuery } from './vendor-claims.query.js';

@Module({ controllers: [VendorClaimsController], providers: [ClaimOfVendor, VendorClaimsQuery] })
export class VendorClaimsModule {}

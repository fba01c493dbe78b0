export const CERTIFICATE_KINDS = ['school', 'national'] as const;
export type CertificateKind = (typeof CERTIFICATE_KINDS)[number];
export const CERTIFICATE_STATES = ['held', 'issued'] as const;
export type CertificateState = (typeof CERTIFICATE_STATES)[number];
/** Who comes for a certificate. */
export const COLLECTORS = ['self', 'guardian', 'other'] as const;
export type Collector = (typeof COLLECTORS)[number];

/** Keys that an image can be signed with. */
export const signatureKeyTypes = [
  'DSA',
  'ECC_SECP384R1',
  'ECC_SECP521R1',
  'ECC_SECT409K1',
  'ECC_SECT409R1',
  'ECC_SECT571K1',
  'ECC_SECT571R1',
  'RSA-PSS',
] as const;
export type SignatureKeyType = (typeof signatureKeyTypes)[number];
